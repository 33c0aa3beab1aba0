import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { roleOfSeat } from '../../../shared/roles/role-of-seat.ts'
import { runsTheMeeting } from '../../../shared/roles/roles.ts'
import type { Author } from '../streams/recorded-event.ts'
import type { VoteFault } from './vote-faults.ts'

export const openVoteOf = ({ voting }: HeldMeeting, voteId: string): OpenVote | null =>
  voting.open?.voteId === voteId ? voting.open : null

/** The open vote, in which people still vote; else what is wrong. */
export function runningVoteOf(meeting: HeldMeeting, voteId: string): OpenVote | VoteFault {
  const vote = openVoteOf(meeting, voteId)
  if (vote === null) return 'noSuchVote'
  return vote.stoppedAt === null ? vote : 'ballotTooLate'
}

/** Whether what was entered says truly by whom, and that person runs the meeting. */
export function byDesk(meeting: HeldMeeting, by: SeatId | 'operator', author: Author): boolean {
  const role = by === 'operator' ? 'operator' : roleOfSeat(meeting, by)
  return role !== null && runsTheMeeting(role) && by === author
}
