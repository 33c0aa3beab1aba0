import { type PeopleFinder, peopleFinder } from './find-people.ts'
import type { Reader } from './pinyin-spellings.ts'

/** The finder that a page searches with: by `initials` until the dictionary is there, which is fetched once it is wanted. */
export class FinderInUse {
  #finder: PeopleFinder
  #fetching: Promise<void> | null = null
  readonly #fetch: () => Promise<Reader>
  readonly #listeners = new Set<() => void>()

  constructor(initials: Reader, fetch: () => Promise<Reader>) {
    this.#finder = peopleFinder(initials)
    this.#fetch = fetch
  }

  readonly current = (): PeopleFinder => this.#finder

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Fetches the dictionary unless that is done or under way. One that did not come is fetched the next time. */
  fetchDictionary(): Promise<void> {
    this.#fetching ??= this.#fetch().then(
      (read) => {
        this.#finder = peopleFinder(read)
        for (const listener of this.#listeners) listener()
      },
      () => {
        this.#fetching = null
      },
    )
    return this.#fetching
  }
}
