import { canonicalJson } from '../../../shared/core/canonical.ts'
import { ballotText } from '../../../shared/identity/signed-text.ts'
import { keyOf } from '../../../shared/meeting/attendance/state.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { circumstancesOf, electorateOf } from '../../../shared/meeting/voting/electorate.ts'
import { figuresOf, type OpenVote, type StoredVerdict } from '../../../shared/meeting/voting/state.ts'
import { roleOfSeat } from '../../../shared/roles/role-of-seat.ts'
import { runsTheMeeting } from '../../../shared/roles/roles.ts'
import { evaluate, type Figures } from '../../../shared/rules/evaluate.ts'
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
  | 'resolutionMissing'

/**
 * Checks one event of a meeting against all that went before, and against the `next` of its batch: a vote that passes
 * is closed and brings its resolution in one act. Null when nothing is wrong.
 */
export function checkVote(
  meeting: HeldMeeting,
  event: RecordedEvent<MeetingEvent>,
  { next, verifies }: { readonly next: RecordedEvent<MeetingEvent> | undefined; readonly verifies: Verifies },
): VoteFault | null {
  switch (event.type) {
    case 'voteOpened':
      return checkElectorate(meeting, event.data)
    case 'ballotCast':
      return checkBallot(meeting, event.data, event, verifies)
    case 'voteClosed':
      return checkClosing(meeting, event.data, next)
    case 'voteVoided':
      return isVote(meeting, event.data.voteId) ? null : 'noSuchVote'
    case 'resolutionAdopted':
      return checkResolution(meeting, event.data)
    default:
      return null
  }
}

function checkElectorate(meeting: HeldMeeting, data: MeetingEventOf<'voteOpened'>): VoteFault | null {
  const { electors, entitled, recused } = electorateOf(meeting, data.itemId)
  const same = canonicalJson(data.electors) === canonicalJson(electors)
  return same && data.entitled === entitled && (data.recused ?? 0) === recused ? null : 'wrongElectorate'
}

function checkBallot(
  meeting: HeldMeeting,
  { evidence, ...ballot }: MeetingEventOf<'ballotCast'>,
  { by, command }: Pick<RecordedEvent<MeetingEvent>, 'by' | 'command'>,
  verifies: Verifies,
): VoteFault | null {
  const vote = openVote(meeting, ballot.voteId)
  if (vote === null) return 'noSuchVote'
  if (!vote.electors.includes(ballot.seatId)) return 'notAnElector'
  if (vote.handedIn.includes(ballot.seatId)) return 'votedTwice'
  if (evidence.kind === 'entered') {
    const role = evidence.by === 'operator' ? 'operator' : roleOfSeat(meeting, evidence.by)
    return role !== null && runsTheMeeting(role) && evidence.by === by ? null : 'enteredByNobody'
  }
  const { commandId, publicKey, signature } = evidence
  const isOwn = by === ballot.seatId && keyOf(meeting.attendance, ballot.seatId) === publicKey
  const text = ballotText({ meetingId: meeting.meetingId, ...ballot, commandId })
  return isOwn && commandId === command.id && verifies(publicKey, text, signature) ? null : 'badSignature'
}

function checkClosing(
  meeting: HeldMeeting,
  data: MeetingEventOf<'voteClosed'>,
  next: MeetingEvent | undefined,
): VoteFault | null {
  const vote = openVote(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  if (canonicalJson(vote.ballots) !== canonicalJson(data.ballots)) return 'ballotsDiffer'
  const { rule } = meeting
  if (rule === null) return 'noSuchVote'
  const { sentence, ...verdict } = data.verdict
  const circumstances = circumstancesOf(meeting, vote.itemId, vote.openedAt)
  if (canonicalJson(verdict) !== canonicalJson(evaluate(rule, figuresOf(vote, vote.ballots), circumstances))) {
    return 'verdictDiffers'
  }
  if (!sentenceFits(data.verdict, sentence, rule.source)) return 'sentenceDiffers'
  const resolves = next?.type === 'resolutionAdopted' && next.data.voteId === data.voteId
  return verdict.passed && !resolves ? 'resolutionMissing' : null
}

/** Each figure stands behind its word. */
const figureWords: Readonly<Record<Exclude<keyof Figures, 'recused'>, string>> = {
  entitled: '应到',
  present: '实到',
  for: '赞成',
  against: '反对',
  abstain: '弃权',
}

/**
 * The words of a later version may differ, the numbers and the conclusion may not: every figure stands behind its
 * word, and 通过 is said exactly when the motion passed. The rule's own source, quoted at the end, says nothing here.
 */
function sentenceFits({ figures, passed }: StoredVerdict, sentence: string, source: string): boolean {
  const quoted = sentence.lastIndexOf(source)
  const said = quoted === -1 ? sentence : sentence.slice(0, quoted)
  const complete = Object.entries(figureWords).every(([figure, word]) => {
    const found = new RegExp(`${word}\\s*(\\d+)`).exec(said)?.[1]
    return found === String(figures[figure as keyof typeof figureWords])
  })
  const saysPassed = /(?<![未不没有])通过/.test(said)
  const saysNotPassed = /[未不没有]通过/.test(said)
  return complete && saysPassed === passed && !(passed && saysNotPassed)
}

function checkResolution(meeting: HeldMeeting, data: MeetingEventOf<'resolutionAdopted'>): VoteFault | null {
  const { voting } = meeting
  if (data.voteId === null) return concludes(meeting, data) ? null : 'resolutionWithoutVote'
  const vote = voting.past.find((past) => past.voteId === data.voteId)
  const passed = vote?.phase === 'closed' && vote.verdict.passed
  const same = vote?.itemId === data.itemId && vote.motion === data.text
  const first = voting.resolutions.every((resolution) => resolution.voteId !== data.voteId)
  return passed && same && first ? null : 'resolutionWithoutVote'
}

/** Where nothing is voted on a resolution is the conclusion of its item, word by word. */
function concludes({ conclusions, voting }: HeldMeeting, data: MeetingEventOf<'resolutionAdopted'>): boolean {
  const conclusion = conclusionOf(conclusions, data.itemId)
  const first = voting.resolutions.every((resolution) => resolution.resolutionId !== data.resolutionId)
  return first && conclusion?.resolutionId === data.resolutionId && conclusion.text === data.text
}

function isVote({ voting }: HeldMeeting, voteId: string): boolean {
  return voting.open?.voteId === voteId || voting.past.some((past) => past.voteId === voteId)
}

function openVote({ voting }: HeldMeeting, voteId: string): OpenVote | null {
  return voting.open?.voteId === voteId ? voting.open : null
}
