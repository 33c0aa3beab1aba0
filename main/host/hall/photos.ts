import type { SeatId } from '../../../shared/core/ids.ts'
import { freshPath } from '../documents/durable-adapter.ts'
import type { Storage } from '../storage/storage.ts'

const DIR = 'photos'
const ENDING = '.jpg'

/** Photos of people, a file for each seat beside the contacts: deleted like a phone number, and in no journal. */
export class Photos {
  readonly #storage: Storage
  #last: Promise<unknown> = Promise.resolve()

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** Resolves when the photo is on the disk, in place of one before it. */
  save(seatId: SeatId, bytes: Uint8Array): Promise<void> {
    return this.#inTurn(async () => {
      const path = pathOf(seatId)
      await this.#storage.makeDir(DIR)
      await this.#storage.write(freshPath(path), bytes)
      await this.#storage.syncFile(freshPath(path))
      await this.#storage.rename(freshPath(path), path)
      await this.#storage.syncDir(DIR)
    })
  }

  read(seatId: SeatId): Promise<Uint8Array | null> {
    return this.#storage.read(pathOf(seatId))
  }

  /** Resolves when the photos of these seats are gone from the disk. */
  remove(seatIds: readonly SeatId[]): Promise<void> {
    return this.#inTurn(async () => {
      if (seatIds.length === 0) return
      await this.#storage.makeDir(DIR)
      for (const seatId of seatIds) await this.#storage.remove(pathOf(seatId))
      await this.#storage.syncDir(DIR)
    })
  }

  /** Removes what an end in the middle has left: files that no contact speaks of. */
  async keepOnly(seatIds: ReadonlySet<string>): Promise<void> {
    const files = await this.#storage.list(DIR)
    const stray = files.filter((file) => !(file.endsWith(ENDING) && seatIds.has(file.slice(0, -ENDING.length))))
    if (stray.length === 0) return
    for (const file of stray) await this.#storage.remove(`${DIR}/${file}`)
    await this.#storage.syncDir(DIR)
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work, work)
    this.#last = done.catch(() => undefined)
    return done
  }
}

const pathOf = (seatId: SeatId): string => `${DIR}/${seatId}${ENDING}`
