import type { SeatId } from '../../../../../shared/core/ids.ts'
import { presentVoters, seatOf } from '../../../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../../../shared/meeting/state.ts'
import { itemStanding } from '../../../../../shared/meeting/voting/item-standing.ts'
import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'

/** Who is here by now and would have been an elector, but came after the vote had opened. */
export function lateComers(meeting: HeldMeeting, vote: Pick<OpenVote, 'electors' | 'itemId'>): readonly SeatId[] {
  if (!meeting.form.rollCall) return []
  return presentVoters(meeting.attendance).filter((seatId) => {
    const seat = seatOf(meeting.attendance, seatId)
    return seat !== undefined && !vote.electors.includes(seatId) && itemStanding(meeting, vote.itemId, seat) === null
  })
}
