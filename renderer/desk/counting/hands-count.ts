import type { SeatId } from '../../../shared/core/ids.ts'
import { type Fault, faultsOf } from '../../../shared/meeting/voting/balance.ts'
import { completed, countedMarks, countOf, handsRaised } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { timeText } from '../../ui/clock-text.ts'
import { areTypedCounts, countsIn, nothingTyped, numberIn, type TypedCounts } from './typed-counts.ts'
import type { ShownVoter } from './voters-shown.ts'

/** A count of hands that is not entered yet; `ticks` are the names that were touched. */
export type HandsEntry = { readonly rows: TypedCounts; readonly ticks: Readonly<Record<string, boolean>> }

export const emptyHands = (question: Question): HandsEntry => ({ rows: nothingTyped(question), ticks: {} })

export const isHandsEntry = (question: Question, value: unknown): value is HandsEntry =>
  typeof value === 'object' &&
  value !== null &&
  'rows' in value &&
  areTypedCounts(question, value.rows) &&
  'ticks' in value &&
  typeof value.ticks === 'object' &&
  value.ticks !== null &&
  Object.values(value.ticks).every((ticked) => typeof ticked === 'boolean')

/** Who can have raised a hand: nobody who has voted otherwise or holds a paper. */
export const handsPossible = (voters: readonly ShownVoter[]): readonly ShownVoter[] =>
  voters.filter(({ voter }) => voter === null || voter.channel === 'hands')

/**
 * Who raised a hand: those who were counted before, else everybody who is here without a device, as far as nobody has
 * ticked otherwise; nobody where 0 is all that was counted, or before anybody objects.
 */
export function handsNamed(
  { hands, terms }: Pick<OpenVote, 'hands' | 'terms'>,
  voters: readonly ShownVoter[],
  { rows, ticks }: HandsEntry,
): readonly SeatId[] {
  const { question } = terms
  const untouched = Object.keys(ticks).length === 0
  if (untouched && handsReady(question, rows) && nobodyIn(question, rows)) return []
  const before = hands?.seatIds ?? []
  const usual = ({ device, present, seatId }: ShownVoter) =>
    before.length === 0 ? question.kind !== 'objection' && present && !device : before.includes(seatId)
  return handsPossible(voters)
    .filter((voter) => ticks[voter.seatId] ?? usual(voter))
    .map(({ seatId }) => seatId)
}

/** Where the numbers would not agree with the names, or the room; `seatIds` null: nobody is asked for names. */
export function handsFaults(vote: OpenVote, typed: TypedCounts, seatIds: readonly SeatId[] | null): readonly Fault[] {
  const { question } = vote.terms
  const rows = countsIn(typed)
  const ballots = seatIds === null ? handsRaised(question, rows) : seatIds.length
  const hands = { seatIds, ballots, rows: completed(question, rows, ballots) }
  return faultsOf({ ...vote, hands, tallies: [] })
}

/** On 无异议 nobody raises a hand where all agree; of anything else something has to be counted first. */
export const handsReady = (question: Question, typed: TypedCounts): boolean =>
  question.kind === 'objection' || typed.some((row) => Object.values(row).some((text) => numberIn(text) !== null))

/** How the count stands while it is typed, or what to do. */
export function handsWords(
  question: Question,
  typed: TypedCounts,
  raised: readonly SeatId[] | null,
  faults: readonly Fault[],
): string {
  if (!handsReady(question, typed)) return '请点数，没有人举手的填 0。'
  if (faults.length > 0) return '数对不上，这次表决就没有结果。请再点一遍，或核对举手的人。'
  const sum = typed.length === 1 ? `合计 ${rowSum(question, typed, 0)} 人举手` : ''
  if (raised === null) return sum
  return `${sum}${sum === '' ? '' : '，'}和举手的 ${raised.length} 人对得上`
}

/** Whether these numbers say that nobody raised a hand. */
export const nobodyIn = (question: Question, typed: TypedCounts): boolean =>
  typed.every((_, row) => rowSum(question, typed, row) === 0)

const rowSum = (question: Question, typed: TypedCounts, row: number): number => {
  const rows = countsIn(typed)
  return countedMarks(question).reduce((sum, mark) => sum + countOf(rows, row, mark), 0)
}

/**
 * That hands are counted, and none of their figures. Where names were not asked for, how many ballots there were is one
 * itself, but for 表决 where everybody raises a hand once.
 */
export function handsEnteredWords({ hands, terms, voters }: OpenVote): string {
  const named = hands?.seatIds != null
  const at = voters.find(({ channel }) => channel === 'hands')?.at ?? null
  if (hands === null || hands.ballots === 0 || (!named && terms.question.kind !== 'motion')) return '已记举手点数'
  return `已记 ${hands.ballots} 人举手${at === null ? '' : ` ${timeText(at)}`}`
}
