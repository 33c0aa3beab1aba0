import { canonicalJson } from '../../../shared/core/canonical.ts'
import { ballotText } from '../../../shared/identity/signed-text.ts'
import { entitledSeats, keyOf, presentVoters } from '../../../shared/meeting/attendance/state.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { figuresOf, type OpenVote, type StoredVerdict } from '../../../shared/meeting/voting/state.ts'
import { roleOfSeat } from '../../../shared/roles/role-of-seat.ts'
import { runsTheMeeting } from '../../../shared/roles/roles.ts'
import { evaluate } from '../../../shared/rules/evaluate.ts'
import type { Verifies } from '../identity/signatures.ts'
import type { RecordedEvent } from '../streams/recorded-event.ts'

/** What is wrong with an event of a vote, given the meeting as it stood before it. */
export type VoteFault =
  | 'wrongElectorate'
  | 'noSuchVote'
  | 'notAnElector'
  | 'votedTwice'
  | 'badSignature'
  | 'enteredByNobody'
  | 'ballotsDiffer'
  | 'verdictDiffers'
  | 'sentenceDiffers'
  | 'resolutionWithoutVote'

/** Checks one event of a meeting against all that went before; null when nothing is wrong. */
export function checkVote(
  meeting: HeldMeeting,
  event: RecordedEvent<MeetingEvent>,
  verifies: Verifies,
): VoteFault | null {
  switch (event.type) {
    case 'voteOpened':
      return checkElectorate(meeting, event.data)
    case 'ballotCast':
      return checkBallot(meeting, event.data, event.command.id, verifies)
    case 'voteClosed':
      return checkClosing(meeting, event.data)
    case 'resolutionAdopted':
      return checkResolution(meeting, event.data)
    default:
      return null
  }
}

function checkElectorate({ attendance }: HeldMeeting, data: MeetingEventOf<'voteOpened'>): VoteFault | null {
  const same = canonicalJson(data.electors) === canonicalJson(presentVoters(attendance))
  return same && data.entitled === entitledSeats(attendance).length ? null : 'wrongElectorate'
}

function checkBallot(
  meeting: HeldMeeting,
  { evidence, ...ballot }: MeetingEventOf<'ballotCast'>,
  commandId: string,
  verifies: Verifies,
): VoteFault | null {
  const vote = openVote(meeting, ballot.voteId)
  if (vote === null) return 'noSuchVote'
  if (!vote.electors.includes(ballot.seatId)) return 'notAnElector'
  if (vote.handedIn.includes(ballot.seatId)) return 'votedTwice'
  if (evidence.kind === 'entered') {
    const role = evidence.by === 'operator' ? 'operator' : roleOfSeat(meeting, evidence.by)
    return role !== null && runsTheMeeting(role) ? null : 'enteredByNobody'
  }
  const { publicKey, signature } = evidence
  const isBound = keyOf(meeting.attendance, ballot.seatId) === publicKey && evidence.commandId === commandId
  const text = ballotText({ meetingId: meeting.meetingId, ...ballot, commandId })
  return isBound && verifies(publicKey, text, signature) ? null : 'badSignature'
}

function checkClosing(meeting: HeldMeeting, data: MeetingEventOf<'voteClosed'>): VoteFault | null {
  const vote = openVote(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  if (canonicalJson(vote.ballots) !== canonicalJson(data.ballots)) return 'ballotsDiffer'
  const { sentence, ...verdict } = data.verdict
  if (canonicalJson(verdict) !== canonicalJson(evaluate(meeting.rule, figuresOf(vote, vote.ballots)))) {
    return 'verdictDiffers'
  }
  return sentenceFits(data.verdict, sentence) ? null : 'sentenceDiffers'
}

/**
 * The words of a later version may differ, the numbers and the conclusion may not: every figure is in the sentence,
 * and it says 通过 exactly when the motion passed.
 */
function sentenceFits({ figures, passed }: StoredVerdict, sentence: string): boolean {
  const numbers = new Set(sentence.match(/\d+/g) ?? [])
  const { entitled, present, for: inFavour, against, abstain } = figures
  const complete = [entitled, present, inFavour, against, abstain].every((figure) => numbers.has(String(figure)))
  const saysPassed = sentence.includes('通过') && !sentence.includes('未通过')
  return complete && saysPassed === passed
}

function checkResolution({ voting }: HeldMeeting, data: MeetingEventOf<'resolutionAdopted'>): VoteFault | null {
  const vote = voting.past.find((past) => past.voteId === data.voteId)
  const passed = vote?.phase === 'closed' && vote.verdict.passed
  const same = vote?.itemId === data.itemId && vote.motion === data.text
  return passed && same ? null : 'resolutionWithoutVote'
}

function openVote({ voting }: HeldMeeting, voteId: string): OpenVote | null {
  return voting.open?.voteId === voteId ? voting.open : null
}
