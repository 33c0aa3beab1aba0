import { type Counts, countedMarks, countOf, isWrittenIn, marksOf } from './marks.ts'
import { presentIn } from './present-in.ts'
import type { HandsCount, OpenVote, StoredVerdict } from './state.ts'
import type { Question } from './terms.ts'

/** Two numbers that should agree (or of which the first should not be larger) and do not; `row` counts from 0. */
export type Fault = NonNullable<StoredVerdict['faults']>[number]

/** A vote with what has been counted of it, or what would be. */
type Counted = Pick<OpenVote, 'ballots' | 'electors' | 'headcount' | 'issued' | 'tallies' | 'terms'> & {
  readonly hands: Pick<HandsCount, 'ballots' | 'rows' | 'seatIds'> | null
}

export type PaperFigures = {
  readonly rows: Counts
  readonly returned: number
  readonly valid: number
  readonly invalid: number
}

/** Every place where the numbers of a vote do not add up; what a named ballot says always does. */
export const faultsOf = (vote: Counted): readonly Fault[] => [
  ...handFaults(vote),
  ...secretFaults(vote),
  ...roomFaults(vote),
]

/** 有效+无效=收回≤发出, and the marks of each row on the valid papers. `issued`: how many papers are out. */
export function paperFaults(question: Question, issued: number, paper: PaperFigures): readonly Fault[] {
  const { invalid, returned, rows, valid } = paper
  return [
    ...(returned > issued ? [fault('returnedOverIssued', returned, issued)] : []),
    ...(valid + invalid === returned ? [] : [fault('papersDisagree', valid + invalid, returned)]),
    ...rowFaults(question, rows, valid),
  ]
}

/** What `ballots` ballots can and must say, row by row. */
function rowFaults(question: Question, rows: Counts, ballots: number): readonly Fault[] {
  if (question.kind === 'objection') return over(rows, 0, ballots, ['object'])
  if (question.kind === 'choice') {
    const picked = rows.reduce((sum, _, row) => sum + countOf(rows, row, 'chosen'), 0)
    const most = question.pick.count * ballots
    const off = question.pick.op === 'exactly' && picked !== most
    return [
      ...rows.flatMap((_, row) => over(rows, row, ballots, ['chosen'])),
      ...(off ? [fault('picksOff', picked, most)] : picked > most ? [fault('picksOver', picked, most)] : []),
    ]
  }
  const marks = marksOf(question)
  if (question.kind === 'election') {
    const picked = rows.reduce((sum, _, row) => sum + countOf(rows, row, 'for'), 0)
    const most = question.posts * ballots
    return [
      ...rows.flatMap((_, row) =>
        isWrittenIn(question, row) ? over(rows, row, ballots, ['for']) : exact(rows, row, ballots, marks),
      ),
      ...(picked > most ? [fault('picksOver', picked, most)] : []),
    ]
  }
  // Points may be left blank; who cannot say whether he is satisfied says 不了解.
  const blanks = question.kind === 'assessment' && question.scale.kind === 'score'
  return rows.flatMap((_, row) => (blanks ? over : exact)(rows, row, ballots, marks))
}

const sum = (rows: Counts, row: number, marks: readonly string[]): number =>
  marks.reduce((total, mark) => total + countOf(rows, row, mark), 0)

function exact(rows: Counts, row: number, ballots: number, marks: readonly string[]): readonly Fault[] {
  const marked = sum(rows, row, marks)
  return marked === ballots ? [] : [fault('rowOffValid', marked, ballots, row)]
}

function over(rows: Counts, row: number, ballots: number, marks: readonly string[]): readonly Fault[] {
  const marked = sum(rows, row, marks)
  return marked > ballots ? [fault('rowOverValid', marked, ballots, row)] : []
}

const fault = (code: Fault['code'], left: number, right: number, row: number | null = null): Fault => ({
  code,
  row,
  left,
  right,
})

/** 举手 against the names of those who raised a hand, or against everybody who is there. */
function handFaults(vote: Counted): readonly Fault[] {
  const { hands, terms } = vote
  if (hands?.rows == null) return []
  const { rows, seatIds } = hands
  if (seatIds !== null) {
    return rowFaults(terms.question, rows, seatIds.length).map((one) =>
      one.row === null ? one : { ...one, code: 'handsOffNames' },
    )
  }
  const room = presentIn(vote)
  const over = rows.flatMap((_, row) => {
    const raised = sum(rows, row, countedMarks(terms.question, row))
    return raised > room ? [fault('handsOverRoom', raised, room, row)] : []
  })
  if (terms.question.kind !== 'choice' || over.length > 0) return over
  const picked = rows.reduce((total, _, row) => total + countOf(rows, row, 'chosen'), 0)
  const most = terms.question.pick.count * room
  return picked > most ? [fault('picksOver', picked, most)] : []
}

function secretFaults({ issued, tallies, terms }: Counted): readonly Fault[] {
  const figures = tallies[0]?.figures
  return figures == null ? [] : paperFaults(terms.question, issued, figures)
}

/** No more ballots than people who may vote; hands without names were compared on their own. */
function roomFaults(vote: Counted): readonly Fault[] {
  const valid = vote.tallies[0]?.figures?.valid ?? 0
  const hands = vote.hands?.seatIds == null ? 0 : vote.hands.ballots
  const all = vote.ballots.length + hands + valid
  return all > presentIn(vote) ? [fault('overPresent', all, presentIn(vote))] : []
}

/** Where two counts of the same papers differ: `returned`, `valid`, `invalid`, or a row and its mark: `0.for`. */
export function differencesOf(question: Question, one: PaperFigures, other: PaperFigures): readonly string[] {
  const heads = (['returned', 'valid', 'invalid'] as const).filter((key) => one[key] !== other[key])
  const rows = one.rows.flatMap((_, row) =>
    countedMarks(question, row)
      .filter((mark) => countOf(one.rows, row, mark) !== countOf(other.rows, row, mark))
      .map((mark) => `${row}.${mark}`),
  )
  return [...heads, ...rows]
}
