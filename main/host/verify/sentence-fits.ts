import { type Counts, countOf, isWrittenIn, rowNames } from '../../../shared/meeting/voting/marks.ts'
import { forMark } from '../../../shared/meeting/voting/result.ts'
import type { StoredVerdict } from '../../../shared/meeting/voting/state.ts'
import type { Question, Terms } from '../../../shared/meeting/voting/terms.ts'
import { averageText, markName, WRITTEN_IN } from '../../../shared/wording/vote-words.ts'

/**
 * Whether a verdict was announced as what it is. The words of another version may differ, the numbers and the conclusion
 * may not: every figure stands behind its word, and 通过 is said exactly when the motion passed. The rule's own source,
 * quoted at the end, says nothing here.
 */
export function sentenceFits({ question, rule }: Terms, verdict: StoredVerdict, sentence: string): boolean {
  const quoted = rule === null ? -1 : sentence.lastIndexOf(rule.source)
  const said = quoted === -1 ? sentence : sentence.slice(0, quoted)
  if (!tellsRoom(verdict, said)) return false
  // 多数同意 stands for figures that nobody has.
  if (verdict.said !== undefined) return !saysPassed(said)
  const counts = (verdict.rows ?? []).map((row) => row.counts)
  switch (question.kind) {
    case 'motion':
      return standBehind(said, stances(verdict)) && concludes(verdict, said)
    case 'objection':
      return tellsObjections(verdict, said) && concludes(verdict, said)
    case 'choice':
    case 'election':
      return tellsChosen(question, verdict, said)
    case 'assessment':
      return tellsMarks(question, counts, said) && !saysPassed(said)
  }
}

/** Where nobody is signed in one by one nobody is 应到. */
const tellsRoom = ({ figures }: StoredVerdict, said: string): boolean =>
  figures.entitled === 0
    ? numbersIn(said).includes(figures.present)
    : standBehind(said, [
        ['应到', figures.entitled],
        ['实到', figures.present],
      ])

const stances = ({ figures }: StoredVerdict): readonly (readonly [string, number])[] => [
  ['赞成', figures.for],
  ['反对', figures.against],
  ['弃权', figures.abstain],
]

const standBehind = (said: string, figures: readonly (readonly [string, number])[]): boolean =>
  figures.every(([word, figure]) => new RegExp(`${word}\\s*(\\d+)`).exec(said)?.[1] === String(figure))

const stanceMarks = ['for', 'against', 'abstain'] as const

const numbersIn = (said: string): readonly number[] => (said.match(/\d+/g) ?? []).map(Number)

/** Words that speak of passing without saying that something has passed. */
const NO_VERDICT = /通过与否|按无异议通过/g

const saysPassed = (said: string): boolean => /(?<![未不没有])通过/.test(said.replace(NO_VERDICT, ''))
const saysNotPassed = (said: string): boolean => /[未不没有]通过/.test(said.replace(NO_VERDICT, ''))

const concludes = ({ passed }: StoredVerdict, said: string): boolean =>
  saysPassed(said) === passed && !(passed && saysNotPassed(said))

const tellsObjections = ({ figures }: StoredVerdict, said: string): boolean =>
  figures.against === 0 ? /没有人反对/.test(said) : /(\d+)\s*人反对/.exec(said)?.[1] === String(figures.against)

/** The votes behind each name, and after them the names of those who are chosen, and how many they are. */
function tellsChosen(question: Question, { rows = [] }: StoredVerdict, said: string): boolean {
  const counts = rows.map((row) => row.counts)
  const end = behindEach(question, said, (after, row) =>
    question.kind === 'election'
      ? tellsVotes(counts[row] ?? {}, after, isWrittenIn(question, row))
      : numberAt(after) === countOf(counts, row, forMark(question)),
  )
  if (end === null) return false
  const elected = rowNames(question).filter((_, row) => rows[row]?.elected === true)
  const number = /(?:选定|当选)\s*(\d+)/.exec(end)?.[1]
  const complete = elected.every((name) => end.includes(name ?? ''))
  return complete && number === (elected.length === 0 ? undefined : String(elected.length))
}

/** 赞成, 反对 and 弃权 behind the name of a candidate, 赞成 alone behind that of somebody who was written in. */
function tellsVotes(counts: Counts[number], after: string, writtenIn: boolean): boolean {
  const [told = ''] = after.split(/[；。]/)
  const marks = writtenIn ? (['for'] as const) : stanceMarks
  if (writtenIn && !told.includes(WRITTEN_IN)) return false
  return standBehind(
    told,
    marks.map((mark) => [markName(mark), counts[mark] ?? 0]),
  )
}

/** 评议: each name, and behind it what was marked, or the average of the points. */
const tellsMarks = (question: Assessment, counts: Counts, said: string): boolean =>
  behindEach(question, said, (after, row) => tellsRow(question, counts[row] ?? {}, after)) !== null

/** What is said after the name of the last row, where each row is told behind its name; null where one is not. */
function behindEach(question: Question, said: string, tells: (after: string, row: number) => boolean): string | null {
  let rest = said.slice(said.indexOf('。') + 1)
  for (const [row, name] of rowNames(question).entries()) {
    const after = textsAfter(rest, name ?? '').find((text) => tells(text, row))
    if (after === undefined) return null
    rest = after
  }
  return rest
}

/** What stands behind a name, wherever it stands: a short name may be a part of other words. */
const textsAfter = (said: string, name: string): readonly string[] =>
  said
    .split(name)
    .slice(1)
    .map((_, index, parts) => parts.slice(index).join(name))

const numberAt = (text: string): number | null => {
  const found = /^\s*(\d+)/.exec(text)
  return found === null ? null : Number(found[1])
}

type Assessment = Extract<Question, { kind: 'assessment' }>

function tellsRow({ scale }: Assessment, counts: Counts[number], after: string): boolean {
  if (scale.kind === 'score') {
    const [row = ''] = after.split(/[；。]/)
    const average = averageText(counts)
    const voters = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return average === '' ? !/\d/.test(row) : numbersIn(row)[0] === voters && row.endsWith(`${average} 分`)
  }
  // 满意 stands in 基本满意 and 不满意 too.
  return Object.entries(counts).every(
    ([mark, count]) => new RegExp(`(?<![本不])${markName(mark)}\\s*(\\d+)`).exec(after)?.[1] === String(count),
  )
}
