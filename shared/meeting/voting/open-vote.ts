import { ok, type Result, refuse } from '../../core/result.ts'
import type { MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import type { OpenVote, VoteFrame } from './state.ts'

/** The vote that is open, also when nobody votes any more. */
export function openVoteOf(meeting: MeetingBody, voteId: string): Result<OpenVote, MeetingRejection> {
  const { open } = meeting.voting
  if (open?.voteId === voteId) return ok(open)
  return refuse({ code: isVote(meeting, voteId) ? 'voteAlreadyEnded' : 'voteUnknown' })
}

/** The vote that is open and in which people still vote. */
export function runningVote(meeting: MeetingBody, voteId: string): Result<OpenVote, MeetingRejection> {
  const vote = openVoteOf(meeting, voteId)
  if (!vote.ok) return vote
  return vote.value.stoppedAt === null ? vote : refuse({ code: 'ballotsStopped' })
}

export const isVote = ({ voting }: MeetingBody, voteId: string): boolean =>
  [voting.open, voting.held, ...voting.past].some((vote: VoteFrame | null) => vote?.voteId === voteId)
