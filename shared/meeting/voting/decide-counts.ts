import type { Context } from '../../core/context.ts'
import { ok, refuse } from '../../core/result.ts'
import { seatOf } from '../attendance/state.ts'
import type { MeetingCommandOf, MeetingEventOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { differencesOf } from './balance.ts'
import { withLiveFigures } from './live-figures.ts'
import { channelsOf, completed, fitsQuestion, handsNeedNames, handsRaised, othersOf } from './marks.ts'
import { openVoteOf, runningVote } from './open-vote.ts'
import { voterOf } from './state.ts'

/**
 * 举手点数. Where people may vote otherwise too, those who raised a hand are named, so that nobody counts twice. Numbers
 * that do not fit the names are taken as they were typed: they leave the vote without a result, and it is said which.
 */
export function countHands(
  meeting: MeetingBody,
  { rows, said, seatIds, voteId }: MeetingCommandOf<'countHands'>,
  { actor, now }: Context,
): MeetingDecision {
  // Counting is not voting: hands may be counted, or counted again, while the box is opened.
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  const vote = found.value
  const { channels, question } = vote.terms
  if (channels.hands !== 'counted') return refuse({ code: 'channelClosed', channel: 'hands' })
  const alone = channelsOf(channels).length === 1
  if (said !== undefined && (!alone || rows !== null)) return refuse({ code: 'wordsOnlyAlone' })
  if (said === undefined && (rows === null || !fitsQuestion(question, rows))) return refuse({ code: 'countUnfit' })
  if (seatIds === null && handsNeedNames(vote.terms)) return refuse({ code: 'handsNeedNames' })
  const names = [...new Set(seatIds ?? [])]
  if (names.some((seatId) => !vote.electors.includes(seatId))) return refuse({ code: 'notAnElector' })
  const other = names.flatMap((seatId) => voterOf(vote, seatId) ?? []).find(({ channel }) => channel !== 'hands')
  if (other !== undefined) return refuse({ code: 'votedOtherwise', channel: other.channel })
  const ballots = seatIds === null ? handsRaised(question, rows ?? []) : names.length
  const counted: MeetingEventOf<'handsCounted'> = {
    voteId,
    seatIds: seatIds === null ? null : names,
    change: ballots - (vote.hands?.ballots ?? 0),
    at: now,
    by: actor.seatId ?? 'operator',
    rows: rows === null ? null : completed(question, rows, ballots),
    said: said ?? null,
  }
  return ok(withLiveFigures(meeting, { type: 'handsCounted', data: counted }))
}

/** 发票: whoever holds a paper votes on it and not otherwise; its number stands on the stub alone. */
export function issuePapers(
  meeting: MeetingBody,
  { papers, voteId }: MeetingCommandOf<'issuePapers'>,
  { actor, now }: Context,
): MeetingDecision {
  const found = runningVote(meeting, voteId)
  if (!found.ok) return found
  const vote = found.value
  if (vote.terms.channels.paper !== 'secret') return refuse({ code: 'channelClosed', channel: 'paper' })
  const numbers = new Set([...vote.voters.map((voter) => voter.number), ...vote.spoilt.map((one) => one.number)])
  const given = new Set<string>()
  for (const { number, seatId } of papers) {
    if (!vote.electors.includes(seatId)) return refuse({ code: 'notAnElector' })
    const before = voterOf(vote, seatId)
    if (before !== null && before.channel !== 'paper')
      return refuse({ code: 'votedOtherwise', channel: before.channel })
    if (before !== null || given.has(seatId)) return refuse({ code: 'paperIssued' })
    if (numbers.has(number)) return refuse({ code: 'paperNumberUsed', number })
    numbers.add(number)
    given.add(seatId)
  }
  const by = actor.seatId ?? 'operator'
  return ok([{ type: 'papersIssued', data: { voteId, papers, issued: vote.issued + papers.length, at: now, by } }])
}

/** A paper that is not in the box: its holder may have another one, or vote otherwise. */
export function recallPaper(
  meeting: MeetingBody,
  { reason, seatId, voteId }: MeetingCommandOf<'recallPaper'>,
  { actor, now }: Context,
): MeetingDecision {
  const found = runningVote(meeting, voteId)
  if (!found.ok) return found
  const holder = voterOf(found.value, seatId)
  if (holder === null || holder.number === null) return refuse({ code: 'paperNotIssued' })
  const issued = found.value.issued - 1
  const by = actor.seatId ?? 'operator'
  return ok([{ type: 'paperRecalled', data: { voteId, seatId, number: holder.number, reason, issued, at: now, by } }])
}

/** 计票: one of two counts of the papers. The two are compared, never shown to whoever counts next. */
export function enterTally(
  meeting: MeetingBody,
  { counter, entry, invalid, others = [], returned, rows, valid, voteId }: MeetingCommandOf<'enterTally'>,
  { actor, now }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  const vote = found.value
  const { channels, doubleEntry, question } = vote.terms
  if (channels.paper !== 'secret') return refuse({ code: 'channelClosed', channel: 'paper' })
  if (vote.stoppedAt === null) return refuse({ code: 'stopBeforeCounting' })
  // Rows have no names of their own. The journal has one order, so that its event need not say whose they are.
  if (!sameNames(others, othersOf(question))) return refuse({ code: 'namesChanged' })
  if (!fitsQuestion(question, rows)) return refuse({ code: 'countUnfit' })
  if (entry === 2 && !doubleEntry) return refuse({ code: 'countedOnce' })
  if (counter !== null && seatOf(meeting.attendance, counter) === undefined) return refuse({ code: 'seatUnknown' })
  const other = vote.tallies.find((tally) => tally.entry !== entry)
  if (doubleEntry && (counter === null || other?.counter === counter)) return refuse({ code: 'twoCounters' })
  const figures = { rows: completed(question, rows, valid), returned, valid, invalid }
  const differs = other?.figures == null ? [] : differencesOf(question, figures, other.figures)
  const by = actor.seatId ?? 'operator'
  const entered: MeetingEventOf<'tallyEntered'> = { voteId, entry, counter, by, at: now, differs, ...figures }
  return ok([{ type: 'tallyEntered', data: entered }])
}

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, row) => name === others[row])
