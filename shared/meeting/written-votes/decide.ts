import { canonicalJson } from '../../core/canonical.ts'
import { chinaDate } from '../../core/china-time.ts'
import type { Context } from '../../core/context.ts'
import { millionths } from '../../core/decimal.ts'
import { hasId } from '../../core/id-set.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import type { MeetingCommandOf, MeetingEvent } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { unfitRule } from './fitting-rule.ts'
import type { UnitId } from './messages.ts'
import { foundIn, writtenResult } from './result.ts'
import { type WrittenVote, writtenVoteOf } from './state.ts'
import {
  askedIds,
  correctedTotals,
  grownTotals,
  isAsked,
  rosterUnits,
  sumsOf,
  tooSmall,
  unitOf,
  unitsByNow,
} from './units.ts'

type OpenWrittenVote = Extract<WrittenVote, { phase: 'open' }>

/** Freezes who is asked, with what weight and under which rule. The item need not run, nor anybody be there. */
export function openWrittenVote(
  meeting: MeetingBody,
  { totals, unitIds, ...data }: MeetingCommandOf<'openWrittenVote'>,
  { now }: Context,
): MeetingDecision {
  if (hasId(meeting.usedIds, data.voteId)) return refuse({ code: 'voteExists' })
  if (lastIndexOf(meeting.agenda, data.itemId) === -1) return refuse({ code: 'itemUnknown' })
  if (data.dueOn !== null && data.dueOn < chinaDate(now)) return refuse({ code: 'dueDayPast' })
  if (data.noticedOn !== undefined && data.noticedOn > chinaDate(now)) return refuse({ code: 'dayNotYetCome' })
  const unfit = data.rule === null ? null : unfitRule(data.rule, meeting, data, now)
  if (unfit !== null) return refuse(unfit)
  const chosen = new Set<UnitId>(unitIds)
  const units = rosterUnits(meeting.attendance.seats, data.kind).filter(({ unitId }) => chosen.has(unitId))
  if (units.length < chosen.size) return refuse({ code: 'unitUnknown', kind: data.kind })
  const opened = { ...data, units: units.map(unitOf), at: now }
  if (data.kind === 'survey') return ok([{ type: 'writtenVoteOpened', data: opened }])
  const sums = sumsOf(units)
  const small = totals === undefined ? null : tooSmall(totals, sums)
  if (small !== null) return refuse({ code: 'totalTooSmall', of: small, least: String(sums[small]) })
  return ok([{ type: 'writtenVoteOpened', data: { ...opened, totals: totals ?? sums } }])
}

export function handOutPapers(
  meeting: MeetingBody,
  { on, papers, voteId }: MeetingCommandOf<'handOutPapers'>,
  { now }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  const vote = found.value
  if (on > chinaDate(now)) return refuse({ code: 'dayNotYetCome' })
  const asked = new Set(vote.units.map(({ unitId }) => unitId))
  const holders = new Set(vote.papers.map(({ unitId }) => unitId))
  const numbers = new Set([...vote.spoilt, ...vote.papers.map(({ number }) => number)])
  for (const { number, unitId } of papers) {
    if (!asked.has(unitId)) return refuse({ code: 'unitNotAsked' })
    if (holders.has(unitId)) return refuse({ code: 'hasPaper' })
    if (numbers.has(number)) return refuse({ code: 'paperNumberUsed', number })
    holders.add(unitId)
    numbers.add(number)
  }
  const counts = { handedOut: holders.size, returned: vote.returns.length }
  return ok([{ type: 'papersHandedOut', data: { voteId, papers, on, counts, at: now } }])
}

export function spoilPaper(
  meeting: MeetingBody,
  data: MeetingCommandOf<'spoilPaper'>,
  { now }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, data.voteId)
  if (!found.ok) return found
  const { papers, returns } = found.value
  const paper = papers.find(({ unitId }) => unitId === data.unitId)
  if (paper === undefined) return refuse({ code: 'noPaperOut' })
  if (returns.some(({ unitId }) => unitId === data.unitId)) return refuse({ code: 'alreadyReturned' })
  const counts = { handedOut: papers.length - 1, returned: returns.length }
  return ok([{ type: 'paperSpoilt', data: { ...data, number: paper.number, counts, at: now } }])
}

/** A paper comes back once, from somebody who was given one, and not after the last day. */
export function recordReturn(
  meeting: MeetingBody,
  data: MeetingCommandOf<'recordReturn'>,
  { actor, now }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, data.voteId)
  if (!found.ok) return found
  const { dueOn, papers, returns, units } = found.value
  if (!units.some(({ unitId }) => unitId === data.unitId)) return refuse({ code: 'unitNotAsked' })
  const paper = papers.find(({ unitId }) => unitId === data.unitId)
  if (paper === undefined) return refuse({ code: 'noPaperOut' })
  if (returns.some(({ unitId }) => unitId === data.unitId)) return refuse({ code: 'alreadyReturned' })
  if (data.on > chinaDate(now)) return refuse({ code: 'dayNotYetCome' })
  if (data.on < paper.on) return refuse({ code: 'returnedTooEarly' })
  if (dueOn !== null && data.on > dueOn) return refuse({ code: 'returnedTooLate' })
  const counts = { handedOut: papers.length, returned: returns.length + 1 }
  return ok([{ type: 'returnRecorded', data: { ...data, counts, at: now, by: actor.seatId ?? 'operator' } }])
}

export function withdrawReturn(
  meeting: MeetingBody,
  data: MeetingCommandOf<'withdrawReturn'>,
  { now }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, data.voteId)
  if (!found.ok) return found
  const { papers, returns } = found.value
  if (!returns.some(({ unitId }) => unitId === data.unitId)) return refuse({ code: 'notReturned' })
  const counts = { handedOut: papers.length, returned: returns.length - 1 }
  return ok([{ type: 'returnWithdrawn', data: { ...data, counts, at: now } }])
}

/**
 * Somebody who was left out at the opening or came onto the council's roster since. The list grows; no paper that is out
 * or back is touched.
 */
export function addUnit(
  meeting: MeetingBody,
  { reason, unitId, voteId }: MeetingCommandOf<'addUnit'>,
  { actor, now, rosterOf }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  const { kind, totals, units } = found.value
  const { seats } = meeting.attendance
  if (units.some((unit) => unit.unitId === unitId)) return refuse({ code: 'unitAlreadyAsked' })
  const known = unitsByNow(seats, rosterOf(meeting.councilId), kind).find((unit) => unit.unitId === unitId)
  if (known === undefined) return refuse({ code: 'unitUnknown', kind })
  if (isAsked(askedIds(found.value, seats), known)) return refuse({ code: 'unitAlreadyAsked' })
  const unit = unitOf(known)
  const own = rosterUnits(seats, kind).find((one) => one.unitId === unitId)
  const whose = canonicalJson(own) === canonicalJson(known) ? {} : { seatIds: [...known.seatIds] }
  const grown = totals === null ? {} : { totals: grownTotals(totals, sumsOf([...units, unit])) }
  const by = actor.seatId ?? 'operator'
  return ok([{ type: 'unitAdded', data: { voteId, unit, ...whose, ...grown, reason, at: now, by } }])
}

/** An owner's area was wrong, or has changed: it is taken again from the roster, and the old one is kept. */
export function correctUnit(
  meeting: MeetingBody,
  { reason, unitId, voteId }: MeetingCommandOf<'correctUnit'>,
  { actor, now, rosterOf }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  const { kind, totals, units } = found.value
  const unit = units.find((one) => one.unitId === unitId)
  if (unit === undefined) return refuse({ code: 'unitNotAsked' })
  const today = rosterUnits(rosterOf(meeting.councilId).seats, kind).find((one) => one.unitId === unitId)
  if (today === undefined) return refuse({ code: 'unitUnknown', kind })
  const [was, area] = [unit.area, today.area]
  if (totals === null || was === undefined || area === undefined || millionths(was) === millionths(area)) {
    return refuse({ code: 'unitUnchanged' })
  }
  const after = units.map((one) => (one.unitId === unitId ? { ...one, area } : one))
  const corrected = correctedTotals(totals, sumsOf(units), sumsOf(after))
  const by = actor.seatId ?? 'operator'
  return ok([{ type: 'unitCorrected', data: { voteId, unitId, area, was, totals: corrected, reason, at: now, by } }])
}

export function closeWrittenVote(
  meeting: MeetingBody,
  { resolutionId, voteId }: MeetingCommandOf<'closeWrittenVote'>,
  { announceWritten, now }: Context,
): MeetingDecision {
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  if (hasId(meeting.usedIds, resolutionId)) return refuse({ code: 'resolutionExists' })
  const { choices, itemId, motion, opinions, papers } = found.value
  // Who was never asked has not answered: such a vote is void, it has no result.
  if (papers.length === 0) return refuse({ code: 'noPapersIssued' })
  const told = writtenResult(meeting, found.value)
  const verdict = { ...foundIn(told), sentence: announceWritten(told) }
  const closed: MeetingEvent = { type: 'writtenVoteClosed', data: { voteId, at: now, choices, opinions, verdict } }
  if (told.outcome !== 'passed') return ok([closed])
  return ok([closed, { type: 'resolutionAdopted', data: { resolutionId, voteId, itemId, text: motion } }])
}

/** Open or closed, unless its resolution has already been assigned to somebody. */
export function voidWrittenVote(
  { followUp, voting, writtenVotes }: MeetingBody,
  data: MeetingCommandOf<'voidWrittenVote'>,
  { now }: Context,
): MeetingDecision {
  const vote = writtenVoteOf(writtenVotes, data.voteId)
  if (vote === undefined) return refuse({ code: 'voteUnknown' })
  if (vote.phase === 'void') return refuse({ code: 'voteAlreadyEnded' })
  const resolution = voting.resolutions.find((known) => known.voteId === data.voteId)
  if (followUp.some((given) => given.resolutionId === resolution?.resolutionId)) {
    return refuse({ code: 'resolutionAssigned' })
  }
  return ok([{ type: 'writtenVoteVoided', data: { ...data, at: now } }])
}

function openVoteOf({ writtenVotes }: MeetingBody, voteId: string): Result<OpenWrittenVote, MeetingRejection> {
  const vote = writtenVoteOf(writtenVotes, voteId)
  if (vote === undefined) return refuse({ code: 'voteUnknown' })
  return vote.phase === 'open' ? ok(vote) : refuse({ code: 'voteAlreadyEnded' })
}
