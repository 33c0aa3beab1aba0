import type { SeatId } from '../../shared/core/ids.ts'
import { entitledSeats, presentVoters } from '../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'

/** 应到, 实到 among them, 请假, and who of them is still missing. */
export function roomOf({ attendance }: HeldMeeting): {
  readonly entitled: number
  readonly present: number
  readonly excused: number
  readonly missing: readonly SeatId[]
} {
  const present = new Set(presentVoters(attendance))
  const absent = entitledSeats(attendance).filter(({ seatId }) => !present.has(seatId))
  const excused = new Set(attendance.leaves.map(({ seatId }) => seatId))
  const missing = absent.filter(({ seatId }) => !excused.has(seatId)).map(({ seatId }) => seatId)
  return {
    entitled: absent.length + present.size,
    present: present.size,
    excused: absent.length - missing.length,
    missing,
  }
}

/** Names in one line: all when there are at most `most`, else some and how many in all. */
export function namesLine(names: readonly string[], most: number): readonly string[] {
  return names.length <= most ? names : [...names.slice(0, most - 1), `等 ${names.length} 位`]
}
