import type { SeatId } from '../../../shared/core/ids.ts'
import type { Speaking } from '../../../shared/meeting/floor/state.ts'

/** Whoever speaks on a bench, for its clock. */
export type BenchSpeech = {
  /** Tells one speech from the next. */
  readonly key: string
  readonly seatId: SeatId | null
  /** Off the record: nothing can be done to it but to end it. */
  readonly recorded: boolean
  readonly limitSeconds: number
  readonly usedMs: number
  readonly runningSince: number | null
}

/** The speech on record, else whoever speaks off the record since `unrecorded` (ms since 1970); null: nobody. */
export function benchSpeech(live: Speaking | null, unrecorded: number | null, seconds: number): BenchSpeech | null {
  if (live !== null) {
    const { limitSeconds, runningSince, seatId, speechId, usedMs } = live
    return { key: speechId, seatId, recorded: true, limitSeconds, usedMs, runningSince }
  }
  if (unrecorded === null) return null
  return {
    key: `${unrecorded}`,
    seatId: null,
    recorded: false,
    limitSeconds: seconds,
    usedMs: 0,
    runningSince: unrecorded,
  }
}
