import { canonicalJson } from '../../../shared/core/canonical.ts'
import { seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { differencesOf } from '../../../shared/meeting/voting/balance.ts'
import {
  channelsOf,
  completed,
  fitsQuestion,
  handsNeedNames,
  handsRaised,
  othersOf,
  rowNames,
} from '../../../shared/meeting/voting/marks.ts'
import { countsOf } from '../../../shared/meeting/voting/result.ts'
import { type OpenVote, voterOf } from '../../../shared/meeting/voting/state.ts'
import { MAX_ROWS } from '../../../shared/meeting/voting/terms.ts'
import type { Author } from '../streams/recorded-event.ts'
import { byDesk, openVoteOf, runningVoteOf } from './vote-at-hand.ts'
import type { VoteFault } from './vote-faults.ts'

/** 举手点数: whose hands, how many more than before, and every mark of every row; also while the box is opened. */
export function checkHands(
  meeting: HeldMeeting,
  data: MeetingEventOf<'handsCounted'>,
  author: Author,
): VoteFault | null {
  const vote = openVoteOf(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  if (!byDesk(meeting, data.by, author)) return 'enteredByNobody'
  if (vote.terms.channels.hands !== 'counted') return 'channelClosed'
  const names = data.seatIds ?? []
  if (names.some((seatId) => !vote.electors.includes(seatId))) return 'notAnElector'
  if (new Set(names).size < names.length) return 'votedTwice'
  if (names.some((seatId) => (voterOf(vote, seatId)?.channel ?? 'hands') !== 'hands')) return 'votedTwice'
  return countsHands(vote, data) ? null : 'handsMiscounted'
}

function countsHands({ hands, terms }: OpenVote, data: MeetingEventOf<'handsCounted'>): boolean {
  const { question } = terms
  const { change, rows, said, seatIds } = data
  const alone = channelsOf(terms.channels).length === 1
  // 多数同意 stands where nothing was counted, and only where nobody votes otherwise.
  if ((rows === null) === (said === null) || (!alone && said !== null)) return false
  if (seatIds === null && handsNeedNames(terms)) return false
  const ballots = seatIds === null ? handsRaised(question, rows ?? []) : seatIds.length
  if (change !== ballots - (hands?.ballots ?? 0)) return false
  return rows === null || (fitsQuestion(question, rows) && same(rows, completed(question, rows, ballots)))
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

/** 发票: one paper for one elector who has not voted, under a number that no other paper has or had. */
export function checkIssued(
  meeting: HeldMeeting,
  { by, issued, papers, voteId }: MeetingEventOf<'papersIssued'>,
  author: Author,
): VoteFault | null {
  const vote = runningVoteOf(meeting, voteId)
  if (typeof vote === 'string') return vote
  if (!byDesk(meeting, by, author)) return 'enteredByNobody'
  if (vote.terms.channels.paper !== 'secret') return 'channelClosed'
  const holders = papers.map(({ seatId }) => seatId)
  if (holders.some((seatId) => !vote.electors.includes(seatId))) return 'notAnElector'
  const twice = new Set(holders).size < holders.length || holders.some((seatId) => voterOf(vote, seatId) !== null)
  if (twice) return 'votedTwice'
  const used = [...vote.voters.flatMap(({ number }) => number ?? []), ...vote.spoilt.map(({ number }) => number)]
  const numbers = [...used, ...papers.map(({ number }) => number)]
  return new Set(numbers).size === numbers.length && issued === vote.issued + papers.length ? null : 'stubsDiffer'
}

export function checkRecalled(
  meeting: HeldMeeting,
  { by, issued, number, seatId, voteId }: MeetingEventOf<'paperRecalled'>,
  author: Author,
): VoteFault | null {
  const vote = runningVoteOf(meeting, voteId)
  if (typeof vote === 'string') return vote
  if (!byDesk(meeting, by, author)) return 'enteredByNobody'
  return voterOf(vote, seatId)?.number === number && issued === vote.issued - 1 ? null : 'stubsDiffer'
}

/** 计票: after the last ballot, by another person than the other count, and with the places where the two differ. */
export function checkTally(
  meeting: HeldMeeting,
  data: MeetingEventOf<'tallyEntered'>,
  author: Author,
): VoteFault | null {
  const vote = openVoteOf(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  if (!byDesk(meeting, data.by, author)) return 'enteredByNobody'
  if (vote.terms.channels.paper !== 'secret') return 'channelClosed'
  const known = data.counter === null || seatOf(meeting.attendance, data.counter) !== undefined
  return known && isTally(vote, data) ? null : 'wrongTally'
}

function isTally({ stoppedAt, tallies, terms }: OpenVote, data: MeetingEventOf<'tallyEntered'>): boolean {
  const { doubleEntry, question } = terms
  const { counter, differs, entry, rows, valid } = data
  const other = tallies.find((tally) => tally.entry !== entry)
  const byTwo = doubleEntry ? counter !== null && counter !== other?.counter : entry === 1
  if (stoppedAt === null || !byTwo || !fitsQuestion(question, rows)) return false
  const found = other?.figures == null ? [] : differencesOf(question, data, other.figures)
  return same(rows, completed(question, rows, valid)) && same(differs, found)
}

/** 另选他人: a name is found once, in the box of an election that lets voters write one in, and only what was found is dropped. */
export function checkWriteIn(
  meeting: HeldMeeting,
  { data, type }: Extract<MeetingEvent, { type: 'writeInFound' | 'writeInDropped' }>,
  author: Author,
): VoteFault | null {
  const vote = openVoteOf(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  if (!byDesk(meeting, data.by, author)) return 'enteredByNobody'
  const { question } = vote.terms
  if (question.kind !== 'election' || question.writeIns !== true || vote.stoppedAt === null) return 'wrongWriteIn'
  const rows = rowNames(question)
  const fits =
    type === 'writeInFound'
      ? !rows.includes(data.name) && rows.length < MAX_ROWS
      : othersOf(question).includes(data.name)
  return fits ? null : 'wrongWriteIn'
}

/** Figures are shown where that was chosen, and they are those that are in. */
export function checkShown(meeting: HeldMeeting, data: MeetingEventOf<'figuresShown'>): VoteFault | null {
  const vote = openVoteOf(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  return vote.terms.display === 'live' && same(data.rows, countsOf(vote)) ? null : 'shownDiffers'
}
