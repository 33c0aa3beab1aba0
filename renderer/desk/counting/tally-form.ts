import type { SeatId } from '../../../shared/core/ids.ts'
import { type Fault, paperFaults } from '../../../shared/meeting/voting/balance.ts'
import { type Counts, naming, othersOf, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { markName } from '../../../shared/wording/vote-words.ts'
import { type CalledPaper, fittedPile, isPile, type Pile, silentPaper, talliedFrom } from './calling/called-papers.ts'
import { areTypedCounts, blanksIn, countsIn, nothingTyped, numberIn, type TypedCounts } from './typed-counts.ts'

export const heads = ['returned', 'valid', 'invalid'] as const
type Head = (typeof heads)[number]

export const headNames: Readonly<Record<Head, string>> = { returned: '收回', valid: '有效', invalid: '无效' }

/** One count of the papers, as it is being typed; `counter` null: nobody was chosen yet. */
export type TallyTyped = Readonly<Record<Head, string>> & {
  readonly counter: string | null
  readonly rows: TypedCounts
  /** 另选的人 whose rows stand behind those of the candidates. */
  readonly others: readonly string[]
  /** 唱票: the papers called out one by one, which make the numbers; null: these are typed. */
  readonly called: Pile | null
  /** The paper that lies on the table while papers are called out, and is not counted yet. */
  readonly table: NonNullable<CalledPaper>
}

export const emptyTally = (question: Question): TallyTyped => ({
  ...{ counter: null, returned: '', valid: '', invalid: '' },
  rows: nothingTyped(question),
  others: othersOf(question),
  called: null,
  table: silentPaper(question),
})

/** Whether a number stands in one of the fields. */
export const hasNumbers = (typed: TallyTyped): boolean =>
  heads.some((head) => typed[head] !== '') || typed.rows.some((row) => Object.values(row).some((text) => text !== ''))

/** What is typed with these papers called out and this one on the table; left out, the next one lies there. */
export const withPile = (
  question: Question,
  typed: TallyTyped,
  called: Pile,
  table: TallyTyped['table'] = silentPaper(question),
): TallyTyped => ({ ...typed, ...talliedFrom(question, called), called, table })

/**
 * What is typed when names have been found or dropped since: every number stays with its name. Where papers were called
 * for a name that is no longer there, the sums are left, to be completed by hand: no such paper says nothing unnoticed.
 */
export function fittedTally(question: Question, typed: TallyTyped): TallyTyped {
  const others = othersOf(question)
  if (others.length === typed.others.length && others.every((name, index) => name === typed.others[index])) return typed
  const first = typed.rows.length - typed.others.length
  const lost = typed.others.some(
    (name, at) => !others.includes(name) && typed.called?.some((paper) => paper?.[first + at] === 'for'),
  )
  const [table = silentPaper(question)] = fittedPile(question, [typed.table], typed.others).filter(
    (paper) => paper !== null,
  )
  if (typed.called !== null && !lost) {
    return { ...withPile(question, typed, fittedPile(question, typed.called, typed.others), table), others }
  }
  const rows = nothingTyped(question).map((empty, row) => {
    const before = row < first ? row : typed.others.indexOf(others[row - first] ?? '') + first
    return before < first && row >= first ? empty : (typed.rows[before] ?? empty)
  })
  return { ...typed, rows, others, called: null, table }
}

export const isTallyTyped = (question: Question, value: unknown): value is TallyTyped => {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  const counter = fields.get('counter')
  const others = fields.get('others')
  if (!Array.isArray(others) || !others.every((name: unknown) => typeof name === 'string')) return false
  const known = naming(question, others)
  const called = fields.get('called')
  return (
    (called === null || isPile(known, called)) &&
    isPile(known, [fields.get('table')]) &&
    fields.get('table') !== null &&
    (counter === null || typeof counter === 'string') &&
    heads.every((head) => typeof fields.get(head) === 'string') &&
    areTypedCounts(known, fields.get('rows'))
  )
}

/** What a finished form says; null: a field is empty. */
export function tallyIn({ invalid, returned, rows, valid }: TallyTyped): {
  readonly rows: Counts
  readonly returned: number
  readonly valid: number
  readonly invalid: number
} | null {
  const figures = { returned: numberIn(returned), valid: numberIn(valid), invalid: numberIn(invalid) }
  if (figures.returned === null || figures.valid === null || figures.invalid === null || blanksIn(rows) > 0) return null
  return { rows: countsIn(rows), returned: figures.returned, valid: figures.valid, invalid: figures.invalid }
}

/** Where numbers that are typed already disagree; what waits for a number that is still to come is not blamed. */
export function faultsSoFar(question: Question, issued: number, typed: TallyTyped): readonly Fault[] {
  const known = (head: Head) => numberIn(typed[head]) !== null
  const figures = {
    rows: countsIn(typed.rows),
    returned: numberIn(typed.returned) ?? 0,
    valid: numberIn(typed.valid) ?? 0,
    invalid: numberIn(typed.invalid) ?? 0,
  }
  return paperFaults(question, issued, figures).filter(({ code, row }) => {
    if (code === 'returnedOverIssued') return known('returned')
    if (code === 'papersDisagree') return heads.every(known)
    if (!known('valid')) return false
    return blanksIn(row === null ? typed.rows : typed.rows.slice(row, row + 1)) === 0
  })
}

/** What is missing before a count can be entered, as the next thing to do; empty: nothing. */
export function tallyHint(typed: TallyTyped, counter: SeatId | null, counterNeeded: boolean): string {
  if (counterNeeded && counter === null) return '请选谁点的票。'
  if (typed.called?.length === 0) return '还没有唱票，请念一张，点一张。'
  const head = heads.find((one) => numberIn(typed[one]) === null)
  if (head !== undefined) return `请填${headNames[head]}几张。`
  const blanks = blanksIn(typed.rows)
  return blanks === 0 ? '' : `还有 ${blanks} 格没填，没有票的填 0。`
}

/** Where two counts differ, in words: 收回, “王芳”的赞成. Never by how much. */
export const differWords = (question: Question, differs: readonly string[]): readonly string[] =>
  differs.map((place) => {
    const head = heads.find((one) => one === place)
    if (head !== undefined) return headNames[head]
    const [row = '', mark = ''] = place.split('.')
    const name = rowNames(question)[Number(row)] ?? null
    return name === null ? markName(mark) : `“${name}”的${markName(mark)}`
  })

type Tellers = Pick<OpenVote, 'tellers' | 'tallies'>

/** Who counted the other time, and cannot count again; null: nobody yet. */
const otherCounter = ({ tallies }: Tellers, entry: 1 | 2): SeatId | null =>
  tallies.find((tally) => tally.entry !== entry)?.counter ?? null

/** Who is proposed as the counter of this count: the first of the 计票人, for the second time another one. */
export function proposedCounter(vote: Tellers, entry: 1 | 2): SeatId | null {
  const other = otherCounter(vote, entry)
  const free = vote.tellers.counters.filter((seatId) => seatId !== other)
  return (other === null ? free[entry - 1] : free[0]) ?? null
}

/** Whose count it can be: 计票人 first, the other tellers, then whoever is here; not the one who counted the other time. */
export function countersPossible(vote: Tellers, entry: 1 | 2, here: readonly SeatId[]): readonly SeatId[] {
  const { callers, counters, supervisors } = vote.tellers
  const other = otherCounter(vote, entry)
  return [...new Set([...counters, ...supervisors, ...callers, ...here])].filter((seatId) => seatId !== other)
}

/** The count that is entered next; null: all are in. */
export const nextEntry = ({ tallies, terms }: Pick<OpenVote, 'tallies' | 'terms'>): 1 | 2 | null => {
  const entered = (entry: 1 | 2) => tallies.some((tally) => tally.entry === entry)
  if (!entered(1)) return 1
  return terms.doubleEntry && !entered(2) ? 2 : null
}
