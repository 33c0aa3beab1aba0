import { CARET_TONES, type Caret, type CaretState, readCarets, writeCarets } from '../../../shared/notes/carets.ts'

/** Carets that moved within this time travel together: they are most of all traffic. */
const GATHER_MS = 100

/** Whoever has a caret, by the identity of its connection. */
export type CaretOwner = { readonly clientId: number; readonly seatName: string; sendCarets(carets: Uint8Array): void }

type Known = { readonly owner: CaretOwner; readonly tone: number; readonly state: CaretState }

/**
 * The carets of one meeting's notes. A page speaks for its own client id alone; name and colour are ours, whatever it claims.
 * Nobody is sent its own caret.
 */
export class Carets {
  readonly #known = new Map<number, Known>()
  readonly #listeners = new Set<CaretOwner>()
  readonly #holdsPosition: (encoded: Uint8Array) => boolean
  /** Client ids whose caret moved or went since the last sending. */
  #moved = new Set<number>()
  #timer: NodeJS.Timeout | null = null
  /** Clients take nothing that is not newer than 0. */
  #clock = 1

  constructor(holdsPosition: (encoded: Uint8Array) => boolean) {
    this.#holdsPosition = holdsPosition
  }

  /** From now on this one is shown all carets, first those that are there. */
  join(listener: CaretOwner): void {
    this.#listeners.add(listener)
    if (this.#known.size > 0) this.sendAll(listener)
  }

  leave(listener: CaretOwner): void {
    this.#listeners.delete(listener)
    this.hide(listener)
  }

  /** Also when there are none: a page asks for them to hear whether we are still there. */
  sendAll(listener: CaretOwner): void {
    listener.sendCarets(writeCarets(this.#carets([...this.#known.keys()], listener)))
  }

  /** False when the bytes are no caret of this page. */
  move(owner: CaretOwner, bytes: Uint8Array): boolean {
    const carets = readCarets(bytes)
    const [caret, ...more] = carets ?? []
    if (caret === undefined || more.length > 0 || caret.clientId !== owner.clientId) return false
    if (caret.state === null) {
      this.hide(owner)
      return true
    }
    const { a, h } = caret.state
    if ([a, h].some((position) => position !== undefined && !this.#holdsPosition(Buffer.from(position, 'base64'))))
      return false
    const known = this.#known.get(owner.clientId)
    // A page that came back is known by its old connection until that is found dead; nobody else takes its place.
    if (known !== undefined && known.owner.seatName !== owner.seatName) return true
    const tone = known?.tone ?? this.#freeTone()
    const state = {
      n: owner.seatName,
      k: tone,
      ...(a === undefined ? {} : { a }),
      ...(h === undefined || h === a ? {} : { h }),
    }
    this.#known.set(owner.clientId, { owner, tone, state })
    this.#touch(owner.clientId)
    return true
  }

  /** The caret of one that has gone or lost the pen. */
  hide(owner: CaretOwner): void {
    if (this.#known.get(owner.clientId)?.owner !== owner) return
    this.#known.delete(owner.clientId)
    this.#touch(owner.clientId)
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #touch(clientId: number): void {
    this.#moved.add(clientId)
    this.#timer ??= setTimeout(() => this.#send(), GATHER_MS)
  }

  #send(): void {
    this.#timer = null
    const moved = [...this.#moved]
    this.#moved = new Set()
    this.#clock += 1
    const forAll = writeCarets(this.#carets(moved, null))
    for (const listener of this.#listeners) {
      if (!moved.includes(listener.clientId)) listener.sendCarets(forAll)
      else if (moved.length > 1) listener.sendCarets(writeCarets(this.#carets(moved, listener)))
    }
  }

  /** One clock for everybody, ours: a page that claims a later one than it has would silence another. */
  #carets(clientIds: readonly number[], except: CaretOwner | null): readonly Caret[] {
    return clientIds
      .filter((clientId) => clientId !== except?.clientId)
      .map((clientId) => ({ clientId, clock: this.#clock, state: this.#known.get(clientId)?.state ?? null }))
  }

  #freeTone(): number {
    const uses = CARET_TONES.map((_, tone) => [...this.#known.values()].filter((known) => known.tone === tone).length)
    return uses.indexOf(Math.min(...uses))
  }
}
