import { ballotText } from '../../../shared/identity/signed-text.ts'
import { keyOf } from '../../../shared/meeting/attendance/state.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type ChannelName, readMarks } from '../../../shared/meeting/voting/marks.ts'
import { isTooLate, type OpenVote, voterOf } from '../../../shared/meeting/voting/state.ts'
import type { Verifies } from '../identity/signatures.ts'
import type { RecordedEvent } from '../streams/recorded-event.ts'
import { byDesk, runningVoteOf } from './vote-at-hand.ts'
import type { VoteFault } from './vote-faults.ts'

type Recorded = Pick<RecordedEvent<MeetingEvent>, 'at' | 'by' | 'command'>

/** One ballot of one elector, by a channel that is open, saying something that is asked, and signed or entered by the desk. */
export function checkBallot(
  meeting: HeldMeeting,
  data: MeetingEventOf<'ballotCast'>,
  recorded: Recorded,
  verifies: Verifies,
): VoteFault | null {
  const vote = runningVoteOf(meeting, data.voteId)
  if (typeof vote === 'string') return vote
  if (!vote.electors.includes(data.seatId)) return 'notAnElector'
  const channel = data.channel ?? (data.evidence.kind === 'signed' ? 'device' : 'hands')
  const counted = countedBefore(vote, data, channel)
  if (counted !== null) return counted
  const evidence = checkEvidence(meeting, data, { ...recorded, channel }, verifies)
  if (evidence !== null) return evidence
  const { channels, question } = vote.terms
  if (!(channel === 'device' ? channels.device : channels[channel] === 'named')) return 'channelClosed'
  if (readMarks(question, data.option) === null) return 'ballotUnfit'
  return channel === 'device' && isTooLate(vote, data.at ?? recorded.at) ? 'ballotTooLate' : null
}

/** What the desk takes back while people vote: a ballot that it entered itself, never one that a device signed. */
export function checkWithdrawn(
  meeting: HeldMeeting,
  { ballotId, by, seatId, voteId }: MeetingEventOf<'ballotWithdrawn'>,
  author: RecordedEvent<MeetingEvent>['by'],
): VoteFault | null {
  const vote = runningVoteOf(meeting, voteId)
  if (typeof vote === 'string') return vote
  if (!byDesk(meeting, by, author)) return 'enteredByNobody'
  const ballot = vote.ballots.find((one) => one.seatId === seatId)
  const entered = ballot?.ballotId === ballotId && voterOf(vote, seatId)?.channel !== 'device'
  return entered ? null : 'wrongWithdrawal'
}

/** Nobody counts twice: a second ballot takes the place of the first, of the same channel, where the last press counts. */
function countedBefore(
  vote: OpenVote,
  { replaces, seatId }: MeetingEventOf<'ballotCast'>,
  channel: ChannelName,
): VoteFault | null {
  const before = voterOf(vote, seatId)
  if (before === null) return replaces === undefined ? null : 'wrongReplacement'
  if (replaces === undefined || before.channel !== channel || !vote.terms.revisable) return 'votedTwice'
  const old = vote.ballots.find((ballot) => ballot.seatId === seatId)
  return old?.ballotId === replaces ? null : 'wrongReplacement'
}

function checkEvidence(
  meeting: HeldMeeting,
  { ballotId, evidence, option, seatId, voteId }: MeetingEventOf<'ballotCast'>,
  { by, channel, command }: Recorded & { readonly channel: ChannelName },
  verifies: Verifies,
): VoteFault | null {
  if (evidence.kind === 'entered') {
    return channel !== 'device' && byDesk(meeting, evidence.by, by) ? null : 'enteredByNobody'
  }
  const { commandId, publicKey, signature } = evidence
  const isOwn = channel === 'device' && by === seatId && keyOf(meeting.attendance, seatId) === publicKey
  const text = ballotText({ meetingId: meeting.meetingId, voteId, ballotId, option, seatId, commandId })
  return isOwn && commandId === command.id && verifies(publicKey, text, signature) ? null : 'badSignature'
}
