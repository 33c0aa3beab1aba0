import { type Mark, marksOf, optionOf, readMarks, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'

/** What is ticked and not handed in, row by row; null: nothing on that row yet. */
export type Ticked = readonly (Mark | null)[]

export const nothingTicked = (question: Question): Ticked => rowNames(question).map(() => null)

/** Whether what was kept can be ticked on this ballot; null: nothing was kept. */
export const isTickedOrNone =
  (question: Question) =>
  (value: unknown): value is Ticked | null =>
    value === null ||
    (Array.isArray(value) &&
      value.length === rowNames(question).length &&
      value.every((mark) => mark === null || marksOf(question).includes(mark)))

const isPicked = (mark: Mark | null): boolean => mark === 'chosen'

const pickedCount = (ticked: Ticked): number => ticked.filter(isPicked).length

/** 多选: whether as many are picked as a ballot takes. A single pick is exchanged by picking another. */
export const isFull = (question: Question, ticked: Ticked): boolean =>
  question.kind === 'choice' && question.pick.count > 1 && pickedCount(ticked) >= question.pick.count

/** After a press on a mark of a row: what can stand alone is taken back by a second press. */
export function press(question: Question, ticked: Ticked, row: number, mark: Mark): Ticked {
  const isOn = ticked[row] === mark
  if (question.kind === 'choice') {
    if (!isOn && isFull(question, ticked)) return ticked
    const alone = question.pick.count === 1
    return ticked.map((one, index) => (index === row ? (isOn ? null : mark) : alone ? null : one))
  }
  const pressed = question.kind === 'objection' && isOn ? null : mark
  return ticked.map((one, index) => (index === row ? pressed : one))
}

/** The text of the ballot; null while it cannot be handed in. */
export function handedIn(question: Question, ticked: Ticked): string | null {
  // 多选: what is not picked is left out. Elsewhere every row wants its mark.
  const marks = ticked.map((mark) => (question.kind === 'choice' ? (mark ?? 'not') : mark))
  if (!marks.every((mark) => mark !== null)) return null
  const option = optionOf(marks)
  return readMarks(question, option) === null ? null : option
}

/** A ballot that was handed in, ticked again to be changed. */
export const tickedAs = (question: Question, option: string): Ticked =>
  (readMarks(question, option) ?? nothingTicked(question)).map((mark) => (mark === 'not' ? null : mark))

/** What is still to be done before the ballot can be handed in, or how far it is; null: nothing to say. */
export function tickingWords(question: Question, ticked: Ticked): string | null {
  switch (question.kind) {
    case 'motion':
    case 'election':
      return ticked[0] === null ? '请先选一项' : null
    case 'objection':
      return ticked[0] === null ? '没有意见不用按' : null
    case 'choice': {
      const { count, op } = question.pick
      const picked = pickedCount(ticked)
      if (isFull(question, ticked)) return `已选 ${picked} 项，要换先取消一项`
      return `已选 ${picked} 项，${op === 'exactly' ? '要选满' : '至多'} ${count} 项`
    }
    case 'assessment': {
      const left = ticked.filter((mark) => mark === null).length
      return left === 0 ? '每一项都评了' : `还有 ${left} 项没评`
    }
  }
}
