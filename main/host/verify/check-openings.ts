import { canonicalJson } from '../../../shared/core/canonical.ts'
import { votes } from '../../../shared/council/standing.ts'
import { isPresent, seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { electorateOf } from '../../../shared/meeting/voting/electorate.ts'
import { itemStanding } from '../../../shared/meeting/voting/item-standing.ts'
import { plainTerms } from '../../../shared/meeting/voting/marks.ts'
import { repeatsNothing, versionsOf } from '../../../shared/meeting/voting/repetition.ts'
import { type Draft, draftOf } from '../../../shared/meeting/voting/state.ts'
import { unfitTerms } from '../../../shared/meeting/voting/unfit-terms.ts'
import type { Author } from '../streams/recorded-event.ts'
import { byDesk, openVoteOf, runningVoteOf } from './vote-at-hand.ts'
import type { VoteFault } from './vote-faults.ts'

/** Since this version of the data a vote brings its terms, and heads are counted where nobody is signed in one by one. */
const TERMS_SINCE = 4

/** Who may vote, and on which terms: those of its draft, where there was one. */
export function checkOpening(
  meeting: HeldMeeting,
  data: MeetingEventOf<'voteOpened'>,
  version: number,
): VoteFault | null {
  const { electors, entitled, recused } = electorateOf(meeting, data.itemId)
  const early = version < TERMS_SINCE
  const byRoll = meeting.form.rollCall || early
  // Where heads are counted nobody is expected by name.
  const expected = byRoll
    ? { electors, entitled, headcount: undefined, recused }
    : { electors: [], entitled: 0, headcount: meeting.attendance.headcount ?? 0, recused: 0 }
  const recorded = {
    electors: data.electors,
    entitled: data.entitled,
    headcount: data.headcount,
    recused: data.recused ?? 0,
  }
  if (canonicalJson(recorded) !== canonicalJson(expected)) return 'wrongElectorate'
  return opensAsDrafted(meeting, data) && (early || areHeldHere(meeting, data)) ? null : 'termsDiffer'
}

function opensAsDrafted({ rule, voting }: HeldMeeting, data: MeetingEventOf<'voteOpened'>): boolean {
  const draft = draftOf(voting, data.voteId)
  if (draft === null) return data.amendment === undefined && repeatsRightly(voting, data)
  const { amendment, itemId, motion, repeats, terms, versions } = draft
  const opened = [data.amendment, data.itemId, data.motion, data.repeats, data.terms ?? plainTerms(rule), data.versions]
  if (amendment !== null && isOutdated(voting, amendment)) return false
  const drafted = [amendment, itemId, motion, repeats, terms, versions.length < 2 ? null : versions]
  return canonicalJson(opened) === canonicalJson(drafted)
}

/** Whether an amendment was written against other words than its proposal has now. */
function isOutdated(voting: HeldMeeting['voting'], { of, voteId }: NonNullable<Draft['amendment']>): boolean {
  const proposal = draftOf(voting, voteId)
  return of !== undefined && proposal !== null && proposal.motion !== of
}

/** What a vote comes to that is held again: a void one on the same item, with all the words that were voted on before. */
export function repeatsRightly(
  voting: HeldMeeting['voting'],
  data: Pick<MeetingEventOf<'voteOpened'>, 'at' | 'itemId' | 'motion' | 'repeats' | 'versions'>,
): boolean {
  const versions = versionsOf(voting, data, data.at)
  const same = canonicalJson(data.versions ?? null) === canonicalJson(versions.length < 2 ? null : versions)
  return same && !repeatsNothing(voting, data)
}

/** Terms by which a vote can have a result; where nobody is signed in one by one hands are counted, and no rule decides. */
function areHeldHere({ form, rule }: HeldMeeting, data: MeetingEventOf<'voteOpened'>): boolean {
  const terms = data.terms ?? plainTerms(rule)
  const { device, hands, paper } = terms.channels
  const onlyHands = !device && paper === null && hands === 'counted' && terms.rule === null
  return unfitTerms(terms) === null && (form.rollCall || onlyHands)
}

export function checkTellers(meeting: HeldMeeting, data: MeetingEventOf<'tellersNamed'>): VoteFault | null {
  const named = [...data.supervisors, ...data.counters, ...data.callers]
  const known = named.every((seatId) => seatOf(meeting.attendance, seatId) !== undefined)
  return openVoteOf(meeting, data.voteId) !== null && known ? null : 'noSuchVote'
}

/** Who came later: would have been an elector, and is one once. */
export function checkAdded(
  meeting: HeldMeeting,
  { by, seatId, voteId }: MeetingEventOf<'electorAdded'>,
  author: Author,
): VoteFault | null {
  const vote = runningVoteOf(meeting, voteId)
  if (typeof vote === 'string') return vote
  if (!byDesk(meeting, by, author)) return 'enteredByNobody'
  const seat = seatOf(meeting.attendance, seatId)
  const may = seat !== undefined && votes(seat) && itemStanding(meeting, vote.itemId, seat) === null
  const isHere = isPresent(meeting.attendance, seatId)
  return may && isHere && !vote.electors.includes(seatId) ? null : 'wrongElectorate'
}

export function checkClock(
  meeting: HeldMeeting,
  event: Extract<MeetingEvent, { type: 'voteExtended' | 'ballotsStopped' }>,
): VoteFault | null {
  const vote = runningVoteOf(meeting, event.data.voteId)
  if (typeof vote === 'string') return vote
  return event.type === 'voteExtended' && vote.terms.seconds === null ? 'termsDiffer' : null
}
