import type { HostFrame } from '../../../shared/protocol/host-frames.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import type { ShownBatch } from '../streams/live-stream.ts'
import type { Session } from './session.ts'

/** Connections told before whatever else is waiting has its turn; a smaller crowd is told at one go. */
const AT_ONE_GO = 50
/** A round that takes less time than this keeps nobody waiting: what comes next goes out at once. */
const SHORT_ROUND_MS = 2
/** Rest after a longer one, in rounds: telling everybody takes at most a quarter of the machine. */
const REST_ROUNDS = 3

/**
 * Batches on their way to those who follow their streams. The first goes out at once; in a crowd, where telling everybody
 * takes time, what comes meanwhile goes out together afterwards, so that ballots wait for the disk and not for the news of
 * other ballots. Whatever is sent to one connection otherwise (an answer, a snapshot) still comes after the events before it.
 */
export class Deliveries {
  readonly #everybody: () => Iterable<Session>
  readonly #onFault: (error: unknown) => void
  /** ms, from any beginning. */
  readonly #now: () => number
  #waiting: ShownBatch[] = []
  /** What has been encoded of the waiting batches, by where the reader stands and what it may see. */
  readonly #encoded = new Map<string, Buffer>()
  /** Takes back what a round still has to do, or the rest after it; null: the next batch goes out at once. */
  #cancel: (() => void) | null = null

  constructor(
    everybody: () => Iterable<Session>,
    onFault: (error: unknown) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#everybody = everybody
    this.#onFault = onFault
    this.#now = now
  }

  add(batch: ShownBatch): void {
    this.#waiting.push(batch)
    if (this.#cancel === null) this.#round()
  }

  /** Tells everybody everything, now. */
  deliver(): void {
    for (const session of this.#everybody()) this.catchUp(session)
    this.end()
  }

  /** Tells this one what it has not been told yet. */
  catchUp(session: Session): void {
    if (session.stage.at !== 'live' || this.#waiting.length === 0) return
    const { viewer, viewerKey } = session.stage
    for (const stream of new Set(this.#waiting.map((batch) => batch.stream))) {
      const told = session.follows.get(stream)
      if (told === undefined) continue
      const missing = this.#waiting.filter((batch) => batch.stream === stream && batch.seq > told)
      const last = missing[missing.length - 1]
      if (last === undefined) continue
      session.follows.set(stream, last.seq)
      const more = missing.some((batch) => viewer.seats.some((seatId) => batch.seatsShownMore.has(seatId)))
      const key = [stream, told, last.seq, more ? viewerKey : viewer.role].join(' ')
      try {
        session.sendText(this.#frameOf(key, missing, last, viewer))
      } catch (error) {
        // A batch that cannot be shown is a bug to be reported; it must not take the hall down, nor be tried for ever.
        this.#onFault(error)
        session.close('tooSlow')
        return
      }
    }
  }

  /** Forgets what has not been told: everybody has been, or nobody will be. */
  end(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#waiting = []
    this.#encoded.clear()
  }

  #frameOf(key: string, missing: readonly ShownBatch[], last: ShownBatch, viewer: Viewer): Buffer {
    const known = this.#encoded.get(key)
    if (known !== undefined) return known
    const { mark, seq, stream } = last
    const events = missing.flatMap((batch) => batch.shownTo(viewer))
    const text = Buffer.from(JSON.stringify({ t: 'events', stream, seq, mark, events } satisfies HostFrame))
    this.#encoded.set(key, text)
    return text
  }

  #round(): void {
    const sessions = [...this.#everybody()]
    const batches = this.#waiting.length
    let spentMs = 0
    const tell = (first: number): void => {
      const from = this.#now()
      const next = first + AT_ONE_GO
      for (const session of sessions.slice(first, next)) this.catchUp(session)
      spentMs += this.#now() - from
      if (next < sessions.length) {
        const turn = setImmediate(tell, next)
        this.#cancel = () => clearImmediate(turn)
      } else this.#roundEnded(batches, spentMs)
    }
    tell(0)
  }

  #roundEnded(batches: number, spentMs: number): void {
    this.#cancel = null
    this.#waiting.splice(0, batches)
    this.#encoded.clear()
    if (spentMs >= SHORT_ROUND_MS) {
      const rest = setTimeout(() => this.#rested(), spentMs * REST_ROUNDS)
      this.#cancel = () => clearTimeout(rest)
    } else this.#rested()
  }

  #rested(): void {
    this.#cancel = null
    if (this.#waiting.length > 0) this.#round()
  }
}
