import { assertNever } from '../../core/assert-never.ts'
import type { ItemId, SeatId, VoteId } from '../../core/ids.ts'
import type { Rule } from '../../rules/rule.ts'
import type { MeetingEventOf } from '../messages.ts'
import type { Paper, Totals, Unit, UnitId, WrittenOption, WrittenVerdict, WrittenVoteEvent } from './messages.ts'

type PaperOut = Paper & { readonly on: string }

/** That a paper came back, not what is on it. */
type Return = { readonly unitId: UnitId; readonly on: string; readonly by: SeatId | 'operator' }

/** 名单变动: somebody who was added to the list, or an area that was corrected (`was`: what it had been). */
export type ListChange = {
  readonly unitId: UnitId
  readonly area: string | null
  readonly was: string | null
  /** Whose unit it is, where the roster of that day says so and not the meeting's copy. */
  readonly seatIds: readonly SeatId[] | null
  /** Null in journals of earlier versions. */
  readonly reason: string | null
  readonly at: number
  readonly by: SeatId | 'operator'
}

type Question = {
  readonly voteId: VoteId
  readonly itemId: ItemId
  readonly kind: 'survey' | 'owners'
  readonly motion: string
  readonly details: string | null
  readonly rule: Rule | null
  readonly matter: string | null
  /** 公示 of its own, `YYYY-MM-DD`; null: that of the meeting counts. */
  readonly noticedOn: string | null
  /** The last day on which a paper comes back, `YYYY-MM-DD`. */
  readonly dueOn: string | null
  readonly openedAt: number
  /** Null where households are asked. */
  readonly totals: Totals | null
  /** How many are asked, have their paper, have brought it back: the same numbers for every viewer. */
  readonly asked: number
  readonly handedOut: number
  readonly returned: number
  /** Who is asked, has a paper, has brought it back: for the desk. */
  readonly units: readonly Unit[]
  /** What was changed of the list after the opening, in its order: for the desk. */
  readonly changes: readonly ListChange[]
  readonly papers: readonly PaperOut[]
  /** Numbers of papers that were taken back: none is given again. */
  readonly spoilt: readonly number[]
  readonly returns: readonly Return[]
  /** What the papers say: before the close on the host alone. */
  readonly choices: readonly { readonly unitId: UnitId; readonly option: WrittenOption }[]
  readonly opinions: readonly { readonly unitId: UnitId; readonly opinion: string }[]
}

/** 书面征求意见 and 业主书面票: several may run beside each other, over days, until the record is sealed. */
export type WrittenVote = Question &
  (
    | { readonly phase: 'open' }
    | { readonly phase: 'closed'; readonly closedAt: number; readonly verdict: WrittenVerdict }
    | {
        readonly phase: 'void'
        readonly voidedAt: number
        readonly reason: string
        /** What was announced before it was declared void, if it had been closed. */
        readonly verdict: WrittenVerdict | null
      }
  )

export type WrittenVotes = readonly WrittenVote[]

export const writtenVoteOf = (votes: WrittenVotes, voteId: string): WrittenVote | undefined =>
  votes.find((vote) => vote.voteId === voteId)

export function evolveWrittenVotes(votes: WrittenVotes, event: WrittenVoteEvent): WrittenVotes {
  switch (event.type) {
    case 'writtenVoteOpened': {
      const { units, ...question } = event.data
      return [...votes, opened(question, units, units.length)]
    }
    case 'writtenVoteShown': {
      const { asked, ...question } = event.data
      return [...votes, opened(question, [], asked)]
    }
    case 'papersHandedOut':
      return changed(votes, event.data, (vote) => ({
        papers: [...vote.papers, ...event.data.papers.map((paper) => ({ ...paper, on: event.data.on }))],
      }))
    case 'paperSpoilt':
      return changed(votes, event.data, (vote) => ({
        papers: without(vote.papers, event.data.unitId),
        spoilt: [...vote.spoilt, event.data.number],
      }))
    case 'returnRecorded': {
      const { opinion, option, unitId } = event.data
      return changed(votes, event.data, (vote) => ({
        returns: [...vote.returns, returnOf(event.data)],
        choices: [...vote.choices, { unitId, option }],
        opinions: opinion === undefined ? vote.opinions : [...vote.opinions, { unitId, opinion }],
      }))
    }
    case 'returnNoted':
      return changed(votes, event.data, (vote) => ({ returns: [...vote.returns, returnOf(event.data)] }))
    case 'returnWithdrawn': {
      const { unitId } = event.data
      return changed(votes, event.data, (vote) => ({
        returns: without(vote.returns, unitId),
        choices: without(vote.choices, unitId),
        opinions: without(vote.opinions, unitId),
      }))
    }
    case 'returnsCounted':
      return changed(votes, event.data, () => ({}))
    case 'unitAdded': {
      const { at, by, reason, seatIds, unit } = event.data
      const added = { ...changeOf(unit), seatIds: seatIds ?? null, reason: reason ?? null, at, by }
      return relisted(votes, event.data, (vote) => ({
        units: [...vote.units, unit],
        asked: vote.asked + 1,
        changes: [...vote.changes, added],
      }))
    }
    case 'unitCorrected': {
      const { area, at, by, reason, unitId, was } = event.data
      return relisted(votes, event.data, (vote) => ({
        units: vote.units.map((unit) => (unit.unitId === unitId ? { ...unit, area } : unit)),
        changes: [...vote.changes, { unitId, area, was, seatIds: null, reason, at, by }],
      }))
    }
    case 'unitsCounted': {
      const { count } = event.data
      return relisted(votes, event.data, (vote) => ({ asked: vote.asked + count }))
    }
    case 'writtenVoteClosed':
      return closed(votes, event.data, event.data)
    case 'writtenVoteAnnounced':
      return closed(votes, event.data, { choices: [], opinions: [] })
    case 'writtenVoteVoided': {
      const { at, reason } = event.data
      return replaced(votes, event.data, (vote) => {
        const verdict = vote.phase === 'open' ? null : vote.verdict
        return { ...questionOf(vote), choices: [], opinions: [], phase: 'void', voidedAt: at, reason, verdict }
      })
    }
    default:
      return assertNever(event)
  }
}

type Asked = Omit<MeetingEventOf<'writtenVoteShown'>, 'asked'>

function opened(
  { at, details, matter, noticedOn, totals, ...question }: Asked,
  units: readonly Unit[],
  asked: number,
): WrittenVote {
  return {
    ...question,
    details: details ?? null,
    matter: matter ?? null,
    noticedOn: noticedOn ?? null,
    totals: totals ?? null,
    openedAt: at,
    asked,
    handedOut: 0,
    returned: 0,
    units,
    changes: [],
    papers: [],
    spoilt: [],
    returns: [],
    choices: [],
    opinions: [],
    phase: 'open',
  }
}

/** A vote as it stands, without the fields of its phase. */
function questionOf(vote: WrittenVote): Question {
  if (vote.phase === 'open') {
    const { phase: _phase, ...question } = vote
    return question
  }
  if (vote.phase === 'closed') {
    const { closedAt: _at, phase: _phase, verdict: _verdict, ...question } = vote
    return question
  }
  const { phase: _phase, reason: _reason, verdict: _verdict, voidedAt: _at, ...question } = vote
  return question
}

type OfVote = { readonly voteId: VoteId }

const replaced = (votes: WrittenVotes, { voteId }: OfVote, change: (vote: WrittenVote) => WrittenVote): WrittenVotes =>
  votes.map((vote) => (vote.voteId === voteId ? change(vote) : vote))

const changed = (
  votes: WrittenVotes,
  event: OfVote & { readonly counts: MeetingEventOf<'returnsCounted'>['counts'] },
  change: (vote: WrittenVote) => Partial<Question>,
): WrittenVotes => replaced(votes, event, (vote) => ({ ...vote, ...event.counts, ...change(vote) }))

const relisted = (
  votes: WrittenVotes,
  { totals, voteId }: OfVote & { readonly totals?: Totals | undefined },
  change: (vote: WrittenVote) => Partial<Question>,
): WrittenVotes => replaced(votes, { voteId }, (vote) => ({ ...vote, ...change(vote), totals: totals ?? vote.totals }))

const changeOf = ({ area, unitId }: Unit) => ({ unitId, area: area ?? null, was: null })

const closed = (
  votes: WrittenVotes,
  { at, verdict, voteId }: MeetingEventOf<'writtenVoteAnnounced'>,
  { choices, opinions }: Pick<Question, 'choices' | 'opinions'>,
): WrittenVotes =>
  replaced(votes, { voteId }, (vote) => ({
    ...questionOf(vote),
    choices,
    opinions,
    phase: 'closed',
    closedAt: at,
    verdict,
  }))

const returnOf = ({ by, on, unitId }: Return): Return => ({ unitId, on, by })

function without<Entry extends { readonly unitId: UnitId }>(all: readonly Entry[], unitId: UnitId): readonly Entry[] {
  return all.filter((entry) => entry.unitId !== unitId)
}
