import { type Mark, optionOf, readMarks, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'

/** What is ticked of somebody's ballot, row by row; null: not yet. */
export type Ticked = readonly (Mark | null)[]

/** A ballot nobody has touched; on 多选 a row that is not picked is 未选. */
export const emptyBallot = (question: Question): Ticked =>
  rowNames(question).map(() => (question.kind === 'choice' ? 'not' : null))

export const withMark = (ticked: Ticked, row: number, mark: Mark): Ticked =>
  ticked.map((old, index) => (index === row ? mark : old))

/** The text of the ballot that is ticked; null: it is not finished, or no ballot to this question says that. */
export function ballotOf(question: Question, ticked: Ticked): string | null {
  const marks = ticked.filter((mark) => mark !== null)
  if (marks.length !== ticked.length) return null
  const option = optionOf(marks)
  return readMarks(question, option) === null ? null : option
}

/** What is still to be ticked, or too much; empty when the ballot can be entered. */
export function ballotWords(question: Question, ticked: Ticked): string {
  const left = ticked.filter((mark) => mark === null).length
  if (left > 0) return left === ticked.length ? '还没选' : `还差 ${left} 项`
  if (ballotOf(question, ticked) !== null) return ''
  if (question.kind === 'choice') {
    const picked = ticked.filter((mark) => mark === 'chosen').length
    return `选了 ${picked} 项，${question.pick.op === 'exactly' ? '要正好选' : '最多选'} ${question.pick.count} 项`
  }
  return question.kind === 'election' ? `赞成的最多 ${question.posts} 人` : '这张票选得不对，请重选'
}

export type Ballots = Readonly<Record<string, Ticked>>

/** Whether what was kept on this device are ballots to this question. */
export const areBallots = (question: Question, value: unknown): value is Ballots =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (ticked: unknown) =>
      Array.isArray(ticked) &&
      ticked.length === rowNames(question).length &&
      ticked.every((mark: unknown) => mark === null || typeof mark === 'string'),
  )
