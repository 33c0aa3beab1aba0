import type { SeatId } from '../../../../shared/core/ids.ts'
import { isPresent } from '../../../../shared/meeting/attendance/state.ts'
import { personHindrance } from '../../../../shared/meeting/floor/decide-requests.ts'
import { timesSpoken } from '../../../../shared/meeting/floor/order.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'

/**
 * 走一圈: everybody who is here, in the order of the roster, without the chair, whoever waits or speaks already, and
 * whoever has had all the turns there are.
 */
export function roundSeats(meeting: HeldMeeting): readonly SeatId[] {
  const { attendance, floor, runningItem } = meeting
  const rules = currentRules(meeting)
  const busy = new Set(floor.queue.flatMap(({ kind, seatId }) => (kind === 'ordinary' ? seatId : null)))
  if (floor.speaking?.kind === 'ordinary') busy.add(floor.speaking.seatId)
  const mayStill = (seatId: SeatId) =>
    rules.times === null || runningItem === null || timesSpoken(floor, runningItem, seatId) < rules.times
  return attendance.seats
    .map(({ seatId }) => seatId)
    .filter(
      (seatId) =>
        isPresent(attendance, seatId) &&
        !busy.has(seatId) &&
        mayStill(seatId) &&
        personHindrance(meeting, rules, seatId) === null,
    )
}
