import {
  countedMarks,
  isWrittenIn,
  type Mark,
  marksOf,
  optionOf,
  readMarks,
  rowNames,
} from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import type { TypedCounts } from '../typed-counts.ts'

/** Nothing stands in this row of the paper. */
export const BLANK = ''

/** A paper as it was called out, a mark or `BLANK` for each row; null: 无效. */
export type CalledPaper = readonly Mark[] | null

/** The papers called out so far, in their order. */
export type Pile = readonly CalledPaper[]

/** What a row of a paper says where nothing else is called out. */
function silence(question: Question, row: number): Mark {
  if (question.kind === 'choice') return 'not'
  if (question.kind === 'election') return isWrittenIn(question, row) ? BLANK : 'abstain'
  return question.kind === 'assessment' && question.scale.kind === 'satisfaction' ? 'unknown' : BLANK
}

export const silentPaper = (question: Question): readonly Mark[] =>
  rowNames(question).map((_, row) => silence(question, row))

/** What silence means, for those who call; empty: nothing has to be said. */
export function silenceWords(question: Question): string {
  switch (question.kind) {
    case 'election':
      return '只念赞成和反对的，没念到的候选人算弃权。'
    case 'choice':
      return '只念选中的，没念到的算未选。'
    case 'assessment':
      return question.scale.kind === 'satisfaction' ? '没念到的算“不了解”。' : '没打分的不用念。'
    default:
      return ''
  }
}

/** Whether nothing was called of a paper, although it might say something: a blank one, or one that is still to be called. */
export function isSilent(question: Question, paper: readonly Mark[]): boolean {
  const silent = silentPaper(question)
  return paper.every((mark, row) => mark === silent[row])
}

/** Whether a paper can be taken as it was called; a blank one has a key of its own, so that none is taken by mistake. */
export const isReady = (question: Question, paper: readonly Mark[]): boolean =>
  !isSilent(question, paper) && unfitWords(question, paper) === ''

/** Whether the keys 1 to 9 call the first rows: where a row that is called has one meaning. */
export const keysCallRows = ({ kind }: Question): boolean => kind === 'choice' || kind === 'election'

/** Why a paper that says this is none, as the next thing to do; empty: it counts. */
export function unfitWords(question: Question, paper: readonly Mark[]): string {
  if (question.kind === 'motion') return paper[0] === BLANK ? '请点这张票投的是什么。' : ''
  const positive = question.kind === 'choice' ? 'chosen' : 'for'
  const picked = paper.filter((mark) => mark === positive).length
  if (question.kind === 'election' && picked > question.posts) {
    return `赞成了 ${picked} 人，最多 ${question.posts} 人：请按“无效票”。`
  }
  if (question.kind === 'choice' && readMarks(question, optionOf(paper)) === null) {
    const { count, op } = question.pick
    return `选了 ${picked} 项，${op === 'exactly' ? '要正好选' : '最多选'} ${count} 项：改好，或按“无效票”。`
  }
  return ''
}

/** A paper with one row called; called the same again, it is silent again. */
export const withCalled = (question: Question, paper: readonly Mark[], row: number, mark: Mark): readonly Mark[] =>
  paper.map((old, index) => (index !== row ? old : old === mark ? silence(question, row) : mark))

/** The mark that a key of digits makes in a row: the first on the ballot. */
export const firstMark = (question: Question, row: number): Mark => countedMarks(question, row)[0] ?? BLANK

/** What the pile comes to, as the fields of the form say it. */
export function talliedFrom(question: Question, pile: Pile) {
  const valid = pile.filter((paper) => paper !== null)
  const rows: TypedCounts = rowNames(question).map((_, row) =>
    Object.fromEntries(
      countedMarks(question, row).map((mark) => [mark, String(valid.filter((paper) => paper[row] === mark).length)]),
    ),
  )
  const [returned, invalid] = [pile.length, pile.length - valid.length]
  return { rows, returned: String(returned), valid: String(valid.length), invalid: String(invalid) }
}

/**
 * The pile when names written in have been found or dropped since: every mark stays with its name, and a paper called
 * before a name was found says nothing of it. `before`: the names that the pile knows.
 */
export function fittedPile(question: Question, pile: Pile, before: readonly string[]): Pile {
  if (question.kind !== 'election') return pile
  const candidates = question.rows.length
  return pile.map(
    (paper) =>
      paper &&
      silentPaper(question).map((silent, row) => {
        if (row < candidates) return paper[row] ?? silent
        const at = before.indexOf(rowNames(question)[row] ?? '')
        return at < 0 ? silent : (paper[candidates + at] ?? silent)
      }),
  )
}

/** Whether what was kept on this device are papers of this question. */
export const isPile = (question: Question, value: unknown): value is Pile =>
  Array.isArray(value) &&
  value.every(
    (paper: unknown) =>
      paper === null ||
      (Array.isArray(paper) &&
        paper.length === rowNames(question).length &&
        paper.every((mark: unknown) => mark === BLANK || marksOf(question).some((one) => one === mark))),
  )
