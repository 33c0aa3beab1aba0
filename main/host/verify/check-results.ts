import { canonicalJson } from '../../../shared/core/canonical.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { resolutionText } from '../../../shared/meeting/voting/decide-life.ts'
import { circumstancesOf, stillHere } from '../../../shared/meeting/voting/electorate.ts'
import { othersOf } from '../../../shared/meeting/voting/marks.ts'
import { countsOf, figuresOf, resultOf, type VoteResult } from '../../../shared/meeting/voting/result.ts'
import { draftOf, type OpenVote, type StoredVerdict, type VoteFrame } from '../../../shared/meeting/voting/state.ts'
import { uncounted } from '../../../shared/meeting/voting/uncounted.ts'
import { evaluate } from '../../../shared/rules/evaluate.ts'
import { sentenceFits } from './sentence-fits.ts'
import { openVoteOf } from './vote-at-hand.ts'
import type { VoteFault } from './vote-faults.ts'

/** Since this version of the data a verdict says how the vote ended, and half of the votes each way never passes. */
const OUTCOMES_SINCE = 4

export function checkClosing(
  meeting: HeldMeeting,
  data: MeetingEventOf<'voteClosed'>,
  { next, version }: { readonly next: MeetingEvent | undefined; readonly version: number },
): VoteFault | null {
  const vote = openVoteOf(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  if (uncounted(vote) !== null) return 'notCounted'
  if (!namesOthers(vote, data)) return 'wrongWriteIn'
  if (canonicalJson(vote.ballots) !== canonicalJson(data.ballots)) return 'ballotsDiffer'
  const { sentence, ...verdict } = data.verdict
  if (canonicalJson(verdict) !== canonicalJson(resultAgain(meeting, vote, version))) return 'verdictDiffers'
  if (!sentenceFits(vote.terms, data.verdict, sentence)) return 'sentenceDiffers'
  return data.held ? null : checkFollowing(meeting, vote, data.verdict, next)
}

/** 另选的人 are announced with the result: those who were found, and nobody else. */
const namesOthers = ({ terms }: VoteFrame, { others = [] }: Pick<MeetingEventOf<'votePublished'>, 'others'>): boolean =>
  canonicalJson(others) === canonicalJson(othersOf(terms.question))

/** The result, computed again as the version computed it that closed the vote. */
function resultAgain(meeting: HeldMeeting, vote: OpenVote, version: number): VoteResult | null {
  const circumstances = circumstancesOf(meeting, vote.itemId, vote.openedAt)
  // When it was cast stands with every ballot of later versions, so that none of them passes for an early one.
  const early = version < OUTCOMES_SINCE && vote.voters.every(({ at }) => at === null)
  if (!early) return resultOf(vote, circumstances, stillHere(meeting, vote))
  const { rule } = vote.terms
  return rule === null ? null : evaluate(rule, figuresOf(vote, countsOf(vote)), circumstances)
}

export function checkPublishing(
  meeting: HeldMeeting,
  data: MeetingEventOf<'votePublished'>,
  next: MeetingEvent | undefined,
): VoteFault | null {
  const { held } = meeting.voting
  if (held?.voteId !== data.voteId || held.verdict === null) return 'noSuchVote'
  if (!namesOthers(held, data)) return 'wrongWriteIn'
  if (canonicalJson(held.ballots) !== canonicalJson(data.ballots)) return 'ballotsDiffer'
  const { sentence, ...verdict } = data.verdict
  const { sentence: announced, ...found } = held.verdict
  if (canonicalJson(verdict) !== canonicalJson(found)) return 'verdictDiffers'
  if (sentence !== announced) return 'sentenceDiffers'
  return checkFollowing(meeting, held, data.verdict, next)
}

/** What passes brings a resolution in the same act, or other words for the proposal that it amends. */
function checkFollowing(
  { voting }: HeldMeeting,
  { amendment, voteId }: VoteFrame,
  { passed }: StoredVerdict,
  next: MeetingEvent | undefined,
): VoteFault | null {
  if (!passed) return null
  if (amendment === null) {
    return next?.type === 'resolutionAdopted' && next.data.voteId === voteId ? null : 'resolutionMissing'
  }
  if (draftOf(voting, amendment.voteId) === null) return null
  return next?.type === 'textAmended' && next.data.by === voteId ? null : 'amendmentDiffers'
}

export function checkVoiding(
  meeting: HeldMeeting,
  { others, verdict, voteId }: MeetingEventOf<'voteVoided'>,
  next: MeetingEvent | undefined,
): VoteFault | null {
  const { held, open, past } = meeting.voting
  // What was found and not announced stands with it, and nothing else.
  const found = held?.voteId === voteId ? held.verdict : null
  if (canonicalJson(verdict ?? null) !== canonicalJson(found)) return 'verdictDiffers'
  const names = found === null ? others === undefined : held !== null && namesOthers(held, { others })
  if (!names) return 'wrongWriteIn'
  if (open?.voteId === voteId || held?.voteId === voteId) return null
  const vote = past.find((one) => one.voteId === voteId)
  if (vote?.phase !== 'closed') return 'noSuchVote'
  if (vote.amendment === null || !vote.verdict.passed) return null
  const { voteId: amended } = vote.amendment
  const used = [open, held, ...past.filter(({ phase }) => phase === 'closed')].some((one) => one?.voteId === amended)
  if (used) return 'amendmentDiffers'
  const proposal = draftOf(meeting.voting, amended)
  if (proposal === null) return null
  const isLast = proposal.versions.length > 1 && proposal.versions.at(-1)?.by === voteId
  const restored = next?.type === 'textAmended' && next.data.by === null && next.data.voteId === proposal.voteId
  return restored === isLast ? null : 'amendmentDiffers'
}

/** A proposal reads otherwise only by an amendment that passed, once, or as before when that one's vote was void. */
export function checkAmended(
  { voting }: HeldMeeting,
  { by, text, voteId }: MeetingEventOf<'textAmended'>,
): VoteFault | null {
  const versions = draftOf(voting, voteId)?.versions ?? []
  const amending = voting.past.find((vote) => vote.voteId === (by ?? versions.at(-1)?.by))
  if (amending?.amendment?.voteId !== voteId || versions.length === 0) return 'amendmentDiffers'
  if (by === null) return amending.phase === 'void' && versions.at(-2)?.text === text ? null : 'amendmentDiffers'
  const passed = amending.phase === 'closed' && amending.verdict.passed
  const first = versions.every((version) => version.by !== by)
  return passed && first && amending.amendment.text === text ? null : 'amendmentDiffers'
}

export function checkResolution(meeting: HeldMeeting, data: MeetingEventOf<'resolutionAdopted'>): VoteFault | null {
  const { voting } = meeting
  if (data.voteId === null) return concludes(meeting, data) ? null : 'resolutionWithoutVote'
  const vote = voting.past.find((past) => past.voteId === data.voteId)
  if (vote?.phase !== 'closed' || !vote.verdict.passed || vote.amendment !== null) return 'resolutionWithoutVote'
  const same = vote.itemId === data.itemId && resolutionText(vote) === data.text
  const first = voting.resolutions.every((resolution) => resolution.voteId !== data.voteId)
  return same && first ? null : 'resolutionWithoutVote'
}

/** Where nothing is voted on a resolution is the conclusion of its item, word by word. */
function concludes({ conclusions, voting }: HeldMeeting, data: MeetingEventOf<'resolutionAdopted'>): boolean {
  const conclusion = conclusionOf(conclusions, data.itemId)
  const first = voting.resolutions.every((resolution) => resolution.resolutionId !== data.resolutionId)
  return first && conclusion?.resolutionId === data.resolutionId && conclusion.text === data.text
}
