import { chinaDate } from '../core/china-time.ts'
import type { CouncilId } from '../core/ids.ts'
import type { MeetingState } from '../meeting/state.ts'
import { type Counts, countOf, marksOf } from '../meeting/voting/marks.ts'
import { outcomeOf } from '../meeting/voting/outcome.ts'
import type { Question } from '../meeting/voting/terms.ts'
import { averageText, markName } from '../wording/vote-words.ts'
import { oneLine } from './plain-text.ts'
import type { ResultGrid } from './result-grids.ts'
import { shareText } from './share-text.ts'

/** 评议月汇总: a table for each thing that was assessed, a line for each month. */
export type AssessmentContent = {
  readonly kind: 'assessmentTable'
  readonly council: string
  readonly year: number
  readonly title: string
  readonly tables: readonly ResultGrid[]
  readonly notes: readonly string[]
}

type Scale = Extract<Question, { kind: 'assessment' }>['scale']
type Months = Map<string, readonly Readonly<Record<string, number>>[]>
type Assessed = { readonly name: string; readonly question: Question; readonly scale: Scale; readonly months: Months }

/**
 * All published assessments of a council in a year, practice, void and unbalanced ones left out. Counts of one month are
 * added up; points are never mixed with other scales. Null when there are none.
 */
export function assessmentTable(
  meetings: readonly MeetingState[],
  { councilId, year }: { readonly councilId: CouncilId; readonly year: number },
): AssessmentContent | null {
  const assessed = new Map<string, Assessed>()
  let council = ''
  const held = meetings
    .flatMap((meeting) => (meeting.phase === 'unopened' || meeting.practice ? [] : [meeting]))
    .filter((meeting) => meeting.councilId === councilId && chinaDate(meeting.startsAt).startsWith(`${year}-`))
    .sort((one, other) => one.startsAt - other.startsAt)
  for (const { councilName, startsAt, voting } of held) {
    council = oneLine(councilName)
    for (const vote of voting.past) {
      const { question } = vote.terms
      if (vote.phase !== 'closed' || question.kind !== 'assessment' || outcomeOf(vote.verdict) !== 'counted') continue
      question.rows.forEach((row, index) => {
        const name = oneLine(row)
        const key = `${JSON.stringify(question.scale)} ${name}`
        const known = assessed.get(key) ?? { name, question, scale: question.scale, months: new Map() }
        const month = chinaDate(startsAt).slice(5, 7)
        known.months.set(month, [...(known.months.get(month) ?? []), vote.verdict.rows?.[index]?.counts ?? {}])
        assessed.set(key, known)
      })
    }
  }
  if (assessed.size === 0) return null
  return {
    kind: 'assessmentTable',
    council,
    year,
    title: `${council}${year}年评议月汇总`,
    tables: [...assessed.values()].map(tableOf),
    notes: [
      '同一个月评议几次的，票数相加。满意占比是“满意”票占这个月评议票的比例，分数在前，百分数在后。',
      '作废的、票数不平的和练习会议的评议不计入。',
    ],
  }
}

function tableOf({ months, name, question, scale }: Assessed): ResultGrid {
  const marks = marksOf(question)
  const summed = [...months].map(([month, counts]) => ({ month: `${Number(month)}月`, counts: added(marks, counts) }))
  if (scale.kind === 'score') {
    return {
      ...{
        kind: 'grid',
        title: `${name}（满分 ${scale.max} 分）`,
        columns: ['月份', '打分人数', '平均分'],
        shares: [1, 1, 1],
      },
      rows: summed.map(({ counts, month }) => [month, `${total(counts)}`, averageText(counts) || '—']),
    }
  }
  return {
    ...{ kind: 'grid', title: name, columns: ['月份', ...marks.map(markName), '评议票', '满意占比'] },
    ...{ shares: [3, 3, 5, 4, 4, 4, 9] },
    rows: summed.map(({ counts, month }) => {
      const all = total(counts)
      return [month, ...marks.map((mark) => `${counts[mark] ?? 0}`), `${all}`, shareText(counts['satisfied'] ?? 0, all)]
    }),
  }
}

const added = (marks: readonly string[], counts: Counts): Readonly<Record<string, number>> =>
  Object.fromEntries(marks.map((mark) => [mark, counts.reduce((sum, _, at) => sum + countOf(counts, at, mark), 0)]))

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
