import type { Channels, Question, Terms } from './terms.ts'

/** What a ballot can say of a row. Points are their digits. */
export type Mark = string

/** How often each mark was made, row by row. A mark nobody made may be left out. */
export type Counts = readonly Readonly<Record<Mark, number>>[]

const STANCES = ['for', 'against', 'abstain'] as const
const SATISFACTION = ['satisfied', 'basically', 'dissatisfied', 'unknown'] as const

/** The marks that a row can carry, in the order of the ballot. */
export function marksOf(question: Question): readonly Mark[] {
  switch (question.kind) {
    case 'motion':
    case 'election':
      return STANCES
    case 'objection':
      return ['object']
    case 'choice':
      return ['chosen', 'not']
    case 'assessment':
      return question.scale.kind === 'satisfaction'
        ? SATISFACTION
        : Array.from({ length: question.scale.max + 1 }, (_, points) => String(points))
  }
}

/** Who is written in beneath the candidates (另选他人) can only be written in: nobody is against him on paper. */
const WRITTEN_IN = ['for'] as const

/** Whether a row is not one of the candidates: its name was found in the box. */
export const isWrittenIn = (question: Question, row: number): boolean =>
  question.kind === 'election' && row >= question.rows.length

/** The marks of a row that are counted when hands are raised or papers are read out: 未选 follows from the rest. */
export const countedMarks = (question: Question, row = 0): readonly Mark[] =>
  question.kind === 'choice' ? ['chosen'] : rowMarks(question, row)

/** The marks that one row can carry. */
const rowMarks = (question: Question, row: number): readonly Mark[] =>
  isWrittenIn(question, row) ? WRITTEN_IN : marksOf(question)

/** The rows of a vote by name; a motion has one, and it has none. Behind candidates those who were written in. */
export const rowNames = (question: Question): readonly (string | null)[] =>
  question.kind === 'election' ? [...question.rows, ...othersOf(question)] : 'rows' in question ? question.rows : [null]

/** The names that were found in the box besides the candidates. */
export const othersOf = (question: Question): readonly string[] =>
  question.kind === 'election' ? (question.others ?? []) : []

/** A question with these names found; none: as it was asked when the vote opened, and is asked again. */
export function naming(question: Question, others: readonly string[]): Question {
  if (question.kind !== 'election') return question
  const { others: _, ...asked } = question
  return others.length === 0 ? asked : { ...asked, others }
}

export const withOthers = (terms: Terms, others: readonly string[]): Terms => ({
  ...terms,
  question: naming(terms.question, others),
})

/** The marks of a ballot from its text; null when no ballot to this question says that. */
export function readMarks(question: Question, option: string): readonly Mark[] | null {
  const marks = option.split(',')
  const allowed = marksOf(question)
  if (marks.length !== rowNames(question).length || !marks.every((mark) => allowed.includes(mark))) return null
  const picked = marks.filter((mark) => mark === (question.kind === 'choice' ? 'chosen' : 'for')).length
  if (question.kind === 'choice') {
    const { count, op } = question.pick
    return op === 'exactly' ? whenTrue(picked === count, marks) : whenTrue(picked <= count, marks)
  }
  return question.kind === 'election' ? whenTrue(picked <= question.posts, marks) : marks
}

const whenTrue = <Value>(holds: boolean, value: Value): Value | null => (holds ? value : null)

/** The text of a ballot: what is signed and sent. */
export const optionOf = (marks: readonly Mark[]): string => marks.join(',')

/** Nothing counted yet. */
const noCounts = (question: Question): Counts =>
  rowNames(question).map((_, row) => Object.fromEntries(rowMarks(question, row).map((mark) => [mark, 0])))

export const countOf = (counts: Counts, row: number, mark: Mark): number => counts[row]?.[mark] ?? 0

/** Counts of several sources together, row by row; nothing is lost and nothing made up. */
export const addCounts = (question: Question, all: readonly Counts[]): Counts =>
  noCounts(question).map((empty, row) =>
    Object.fromEntries(
      Object.keys(empty).map((mark) => [mark, all.reduce((sum, counts) => sum + countOf(counts, row, mark), 0)]),
    ),
  )

/** What these ballots say, counted. A ballot that does not fit the question counts nowhere. */
export function countBallots(question: Question, ballots: readonly { readonly option: string }[]): Counts {
  const rows = noCounts(question).map((row) => ({ ...row }))
  for (const { option } of ballots) {
    for (const [row, mark] of (readMarks(question, option) ?? []).entries()) {
      const counted = rows[row]
      if (counted !== undefined) counted[mark] = (counted[mark] ?? 0) + 1
    }
  }
  return rows
}

/** Whether typed counts name these rows and no others, each with marks of this question. */
export function fitsQuestion(question: Question, counts: Counts): boolean {
  return (
    counts.length === rowNames(question).length &&
    counts.every((counted, row) => Object.keys(counted).every((mark) => rowMarks(question, row).includes(mark)))
  )
}

/** What was counted on `ballots` ballots, with every mark of every row: 未选 are those that did not choose it. */
export const completed = (question: Question, counts: Counts, ballots: number): Counts =>
  addCounts(question, [counts]).map((row) =>
    question.kind === 'choice' ? { ...row, not: Math.max(0, ballots - (row['chosen'] ?? 0)) } : row,
  )

/**
 * How many ballots raised hands make where nobody wrote down whose they were: those of the fullest row. Where people may
 * choose several rows nobody can tell, and 0 says so.
 */
export const handsRaised = (question: Question, counts: Counts): number =>
  question.kind === 'choice'
    ? 0
    : Math.max(
        0,
        ...counts.map((_, row) => countedMarks(question).reduce((sum, mark) => sum + countOf(counts, row, mark), 0)),
      )

/** How a vote is held where nobody has said otherwise. */
export const plainTerms = (rule: Terms['rule']): Terms => ({
  question: { kind: 'motion' },
  rule,
  channels: { device: true, hands: 'named', paper: 'named' },
  display: 'delayed',
  revisable: false,
  seconds: null,
  doubleEntry: false,
  details: null,
})

export type ChannelName = keyof Channels

export const channelsOf = ({ device, hands, paper }: Channels): readonly ChannelName[] => [
  ...(device ? (['device'] as const) : []),
  ...(hands === null ? [] : (['hands'] as const)),
  ...(paper === null ? [] : (['paper'] as const)),
]

/**
 * Whether those who raise a hand must be named: where people may vote otherwise too, and where a rule asks how many people
 * chose among several rows.
 */
export const handsNeedNames = ({ channels, question, rule }: Terms): boolean =>
  channelsOf(channels).length > 1 || (question.kind === 'choice' && rule !== null)

/** A word that stands in a record where nobody counted: 多数同意, 没有记票数. */
export type SaidInstead = 'majority' | 'unrecorded'
