import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import { ok, refuse } from '../../core/result.ts'
import { votes } from '../../council/standing.ts'
import { quorumMet, quorumNeeded } from '../../rules/evaluate.ts'
import { isPresent, seatOf } from '../attendance/state.ts'
import type { MeetingCommandOf, MeetingEvent, MeetingEventOf } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { pastAmendments } from './amendments-first.ts'
import { circumstancesOf, electorateOf, stillHere } from './electorate.ts'
import { itemStanding } from './item-standing.ts'
import { unlawfulVote } from './lawful.ts'
import { channelsOf, othersOf, plainTerms, rowNames } from './marks.ts'
import { isVote, openVoteOf, runningVote } from './open-vote.ts'
import { repeatsNothing, versionsOf } from './repetition.ts'
import { resultOf } from './result.ts'
import { draftOf, type StoredVerdict, type VoteFrame } from './state.ts'
import type { Terms } from './terms.ts'
import { uncounted } from './uncounted.ts'
import { unfitTerms } from './unfit-terms.ts'

/** Opens a vote on the running item, with a quorum, after the last speech (充分辩论后表决). */
export function openVote(meeting: MeetingBody, data: MeetingCommandOf<'openVote'>, context: Context): MeetingDecision {
  if (hasId(meeting.usedIds, data.voteId)) return refuse({ code: 'voteExists' })
  if (repeatsNothing(meeting.voting, data)) return refuse({ code: 'repeatsNothing' })
  const read = versionsOf(meeting.voting, data, context.now)
  return opening(meeting, read.length < 2 ? data : { ...data, versions: read }, context)
}

/** As much as a worksheet takes of a resolution. */
const MAX_RESOLUTION = 500

/** What is frozen when a vote opens: its words and terms, who may vote and the base. */
export function opening(
  meeting: MeetingBody,
  data: Omit<MeetingEventOf<'voteOpened'>, 'at' | 'electors' | 'entitled' | 'headcount' | 'recused'>,
  { now }: Context,
): MeetingDecision {
  const { attendance, floor, form, runningItem, voting } = meeting
  if (data.terms === undefined && (meeting.rule === null || form.decision !== 'vote')) {
    return refuse({ code: 'notDecidedByVote' })
  }
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  if (voting.held !== null) return refuse({ code: 'resultNotPublished' })
  if (runningItem !== data.itemId) return refuse({ code: 'itemNotRunning' })
  if (floor.speaking !== null) return refuse({ code: 'someoneSpeaks' })
  const first = pastAmendments(voting, data)
  if (first !== null) return refuse(first)
  const terms = data.terms ?? plainTerms(meeting.rule)
  const hindered = hindrance(meeting, terms, data.itemId, now)
  if (hindered !== null) return refuse(hindered)
  const { electors, entitled, recused } = electorateOf(meeting, data.itemId)
  const opened = { ...data, at: now, entitled, electors, ...(recused === 0 ? {} : { recused }) }
  if (!form.rollCall) {
    const headcount = attendance.headcount ?? 0
    if (headcount === 0) return refuse({ code: 'headcountNeeded' })
    // Nobody is expected by name.
    return ok([{ type: 'voteOpened', data: { ...data, at: now, entitled: 0, electors: [], headcount } }])
  }
  const { rule } = terms
  if (electors.length === 0 || (rule !== null && !quorumMet(rule, { entitled, present: electors.length }))) {
    // Also where no quorum is asked nobody decides for nobody.
    const needed = rule === null ? 1 : Math.max(1, quorumNeeded(rule, entitled))
    return refuse({ code: 'noQuorum', present: electors.length, needed })
  }
  return ok([{ type: 'voteOpened', data: opened }])
}

/** What keeps a vote on these terms from being held here and now. */
function hindrance(
  meeting: MeetingBody,
  terms: Terms,
  itemId: MeetingEventOf<'voteOpened'>['itemId'],
  now: number,
): MeetingRejection | null {
  const unfit = unfitTerms(terms)
  if (unfit !== null) return unfit
  const { channels, rule } = terms
  // Without a roster nobody knows whose ballot it would be: hands are counted, nothing else.
  const onlyHands = !channels.device && channels.paper === null && channels.hands === 'counted'
  if (!meeting.form.rollCall && (!onlyHands || rule !== null)) return { code: 'onlyHandsWithoutRoll' }
  return rule === null ? null : unlawfulVote(rule, meeting, itemId, now)
}

/** Who came after the vote had opened and would have been an elector. */
export function addElector(
  meeting: MeetingBody,
  { seatId, voteId }: MeetingCommandOf<'addElector'>,
  { actor, now }: Context,
): MeetingDecision {
  const vote = runningVote(meeting, voteId)
  if (!vote.ok) return vote
  const seat = seatOf(meeting.attendance, seatId)
  if (seat === undefined) return refuse({ code: 'seatUnknown' })
  if (vote.value.electors.includes(seatId)) return refuse({ code: 'alreadyElector' })
  if (!isPresent(meeting.attendance, seatId)) return refuse({ code: 'notSignedIn' })
  if (!votes(seat) || itemStanding(meeting, vote.value.itemId, seat) !== null) return refuse({ code: 'notEntitled' })
  return ok([{ type: 'electorAdded', data: { voteId, seatId, at: now, by: actor.seatId ?? 'operator' } }])
}

export function nameTellers(meeting: MeetingBody, data: MeetingCommandOf<'nameTellers'>): MeetingDecision {
  const vote = openVoteOf(meeting, data.voteId)
  if (!vote.ok) return vote
  const named = [...data.supervisors, ...data.counters, ...data.callers]
  if (named.some((seatId) => seatOf(meeting.attendance, seatId) === undefined)) return refuse({ code: 'seatUnknown' })
  return ok([{ type: 'tellersNamed', data }])
}

export function extendVote(
  meeting: MeetingBody,
  data: MeetingCommandOf<'extendVote'>,
  { now }: Context,
): MeetingDecision {
  const vote = runningVote(meeting, data.voteId)
  if (!vote.ok) return vote
  const { extraSeconds, openedAt, terms } = vote.value
  if (terms.seconds === null) return refuse({ code: 'voteHasNoClock' })
  // From now on, when the time is up already.
  const used = Math.max(0, Math.ceil((now - openedAt) / 1000) - terms.seconds - extraSeconds)
  return ok([{ type: 'voteExtended', data: { voteId: data.voteId, seconds: used + data.seconds } }])
}

export function stopBallots(
  meeting: MeetingBody,
  { voteId }: MeetingCommandOf<'stopBallots'>,
  { now }: Context,
): MeetingDecision {
  const vote = runningVote(meeting, voteId)
  if (!vote.ok) return vote
  const { issued, terms } = vote.value
  // Without a paper in the box there would be nothing to count and no way on.
  if (issued === 0 && terms.channels.paper === 'secret' && channelsOf(terms.channels).length === 1) {
    return refuse({ code: 'noPapersIssued' })
  }
  return ok([{ type: 'ballotsStopped', data: { voteId, at: now } }])
}

/** Freezes the numbers and finds the result; nothing is closed while something that was chosen to be counted is not. */
export function closeVote(
  meeting: MeetingBody,
  { hold, resolutionId, voteId }: MeetingCommandOf<'closeVote'>,
  context: Context,
): MeetingDecision {
  const vote = openVoteOf(meeting, voteId)
  if (!vote.ok) return vote
  if (hasId(meeting.usedIds, resolutionId)) return refuse({ code: 'resolutionExists' })
  const missing = uncounted(vote.value)
  if (missing !== null) return refuse(missing)
  const { ballots, itemId, openedAt, terms } = vote.value
  const result = resultOf(vote.value, circumstancesOf(meeting, itemId, openedAt), stillHere(meeting, vote.value))
  const verdict: StoredVerdict = { ...result, sentence: context.announce({ terms, result }) }
  const at = context.now
  const data = { voteId, at, ballots, verdict, ...foundIn(terms) }
  if (hold) return ok([{ type: 'voteClosed', data: { ...data, held: true } }])
  return ok([{ type: 'voteClosed', data }, ...following(meeting, { ...vote.value, verdict }, resolutionId, at)])
}

/** Announces what was held back; only now does it become a resolution. */
export function publishVote(
  meeting: MeetingBody,
  { resolutionId, voteId }: MeetingCommandOf<'publishVote'>,
  { now }: Context,
): MeetingDecision {
  const { usedIds, voting } = meeting
  const { held } = voting
  if (held?.voteId !== voteId || held.verdict === null) {
    return refuse({ code: isVote(meeting, voteId) ? 'nothingToPublish' : 'voteUnknown' })
  }
  if (hasId(usedIds, resolutionId)) return refuse({ code: 'resolutionExists' })
  const { ballots, verdict } = held
  return ok([
    { type: 'votePublished', data: { voteId, at: now, ballots, verdict, ...foundIn(held.terms) } },
    ...following(meeting, { ...held, verdict }, resolutionId, now),
  ])
}

/** 另选的人: everybody is told of them with the result, also with one that is void. */
const foundIn = ({ question }: Terms): Pick<MeetingEventOf<'votePublished'>, 'others'> => {
  const others = othersOf(question)
  return others.length === 0 ? {} : { others }
}

/** What a vote that has passed brings: a resolution, or other words for the proposal that it amends. */
function following(
  { voting }: MeetingBody,
  vote: VoteFrame & { readonly verdict: StoredVerdict },
  resolutionId: MeetingCommandOf<'closeVote'>['resolutionId'],
  at: number,
): readonly MeetingEvent[] {
  const { amendment, itemId, verdict, voteId } = vote
  if (!verdict.passed) return []
  if (amendment === null) {
    return [{ type: 'resolutionAdopted', data: { resolutionId, voteId, itemId, text: resolutionText(vote) } }]
  }
  if (draftOf(voting, amendment.voteId) === null) return []
  return [{ type: 'textAmended', data: { voteId: amendment.voteId, text: amendment.text, by: voteId, at } }]
}

/** What is resolved: the words that were voted on, and what was chosen. */
export function resolutionText({ motion, terms, verdict }: VoteFrame & { readonly verdict: StoredVerdict }): string {
  const names = rowNames(terms.question).filter((_, row) => verdict.rows?.[row]?.elected === true)
  if (names.length === 0) return motion
  const whole = `${motion}：${names.join('、')}`
  return whole.length <= MAX_RESOLUTION ? whole : `${motion}：共 ${names.length} 项，见表决结果`
}

/** A vote can be declared void, whatever its phase, unless its resolution has already been assigned to somebody. */
export function voidVote(
  { followUp, voting }: MeetingBody,
  data: MeetingCommandOf<'voidVote'>,
  { now }: Context,
): MeetingDecision {
  const { voteId } = data
  const past = voting.past.find((vote) => vote.voteId === voteId)
  if ((voting.open ?? voting.held)?.voteId !== voteId && past === undefined) return refuse({ code: 'voteUnknown' })
  if (past?.phase === 'void') return refuse({ code: 'voteAlreadyEnded' })
  const resolution = voting.resolutions.find((adopted) => adopted.voteId === voteId)
  if (resolution !== undefined && followUp.some((given) => given.resolutionId === resolution.resolutionId)) {
    return refuse({ code: 'resolutionAssigned' })
  }
  // What was found stands in the record also when nobody was told.
  const { held } = voting
  const found =
    held?.voteId !== voteId || held.verdict === null ? {} : { verdict: held.verdict, ...foundIn(held.terms) }
  const voided: MeetingEvent = { type: 'voteVoided', data: { ...data, at: now, ...found } }
  if (past?.amendment == null || past.verdict?.passed !== true) return ok([voided])
  const { amendment } = past
  const running = voting.open ?? voting.held
  const decided = voting.past.some((vote) => vote.voteId === amendment.voteId && vote.phase === 'closed')
  if (running?.voteId === amendment.voteId || decided) return refuse({ code: 'amendmentUsed' })
  const proposal = draftOf(voting, amendment.voteId)
  if (proposal === null) return ok([voided])
  const place = proposal.versions.map(({ by }) => by).lastIndexOf(voteId)
  const before = proposal.versions[place - 1]
  // What was reworded since then stays as it is.
  if (before === undefined || place < proposal.versions.length - 1) return ok([voided])
  return ok([voided, { type: 'textAmended', data: { voteId: proposal.voteId, text: before.text, by: null, at: now } }])
}
