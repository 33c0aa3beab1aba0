import type { CouncilId, MeetingId } from '../core/ids.ts'
import type { CouncilState } from '../council/state.ts'
import type { MeetingState } from '../meeting/state.ts'
import type { Cursor } from '../protocol/client-frames.ts'
import type { HostFrame } from '../protocol/host-frames.ts'
import { evolvers } from '../streams/evolvers.ts'
import { addressOf, councilStream, meetingStream, type StreamName, worksheetStream } from '../streams/stream-name.ts'
import type { LedgerState } from '../worksheets/ledger.ts'

type Copy = { readonly seq: number; readonly mark: string; readonly viewer: string; readonly state: unknown }

/** A viewer's copies of the streams it follows, folded from what it was shown. */
export class Copies {
  #copies: ReadonlyMap<StreamName, Copy> = new Map()

  snapshot({ stream, seq, mark, viewer, state }: Extract<HostFrame, { t: 'snapshot' }>): void {
    this.#put(stream, { seq, mark, viewer, state })
  }

  /** Folds what was shown up to `seq`; a repeat of what the copy has already is ignored. */
  events({ stream, seq, mark, events }: Extract<HostFrame, { t: 'events' }>): void {
    const copy = this.#copies.get(stream)
    if (copy === undefined || seq <= copy.seq) return
    // The host projects a stream's events for us in the same kind as they are folded here.
    const evolve = evolvers[addressOf(stream).kind] as (state: unknown, event: unknown) => unknown
    this.#put(stream, { ...copy, seq, mark, state: events.reduce(evolve, copy.state) })
  }

  /** Keeps only these streams: after a change of role others are no longer ours to see. */
  keepOnly(streams: readonly StreamName[]): void {
    this.#copies = new Map([...this.#copies].filter(([name]) => streams.includes(name)))
  }

  cursors(): readonly Cursor[] {
    return [...this.#copies].map(([stream, { seq, mark, viewer }]) => ({ stream, seq, mark, viewer }))
  }

  names(): readonly StreamName[] {
    return [...this.#copies.keys()]
  }

  seq(stream: StreamName): number | null {
    return this.#copies.get(stream)?.seq ?? null
  }

  /** The state of any stream, as this viewer may see it; null when it is not followed. */
  state(stream: StreamName): unknown {
    return this.#copies.get(stream)?.state ?? null
  }

  // A stream's copy has the state of its kind: both come from the kind that the name says.
  meeting(id: MeetingId): MeetingState | null {
    return this.state(meetingStream(id)) as MeetingState | null
  }

  council(id: CouncilId): CouncilState | null {
    return this.state(councilStream(id)) as CouncilState | null
  }

  ledger(id: CouncilId): LedgerState | null {
    return this.state(worksheetStream(id)) as LedgerState | null
  }

  #put(stream: StreamName, copy: Copy): void {
    this.#copies = new Map(this.#copies).set(stream, copy)
  }
}
