import { countedMarks, countOf, readMarks, rowNames } from '../meeting/voting/marks.ts'
import { forMark } from '../meeting/voting/result.ts'
import { type PastVote, type StoredVerdict, voterOf } from '../meeting/voting/state.ts'
import type { Question } from '../meeting/voting/terms.ts'
import { averageText, candidatesName, channelNames, countedText, markName, rowLabels } from '../wording/vote-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { oneLine } from './plain-text.ts'
import { shareText } from './share-text.ts'

/** A table with its head; `shares` are the widths of its columns in proportion. */
export type ResultGrid = {
  readonly kind: 'grid'
  readonly title: string
  readonly columns: readonly string[]
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** What was counted of each row of the ballot. */
export function rowsCounted(question: Question, { rows = [] }: StoredVerdict): readonly ResultGrid[] {
  if (rows.length === 0 || question.kind === 'motion' || question.kind === 'objection') return []
  const counts = rows.map((row) => row.counts)
  const labels = rowLabels(question)
  const line = (row: number, ...rest: readonly string[]) => [oneLine(labels[row] ?? ''), ...rest]
  if (question.kind === 'assessment' && question.scale.kind === 'score') {
    return [
      {
        ...{ kind: 'grid', title: '评议结果', columns: ['评议对象', '打分人数', '平均分'], shares: [5, 2, 2] },
        rows: counts.map((count, row) => line(row, `${sumOf(count)}`, averageText(count) || '—')),
      },
    ]
  }
  const marks = countedMarks(question)
  const votes = (row: number) => marks.map((mark) => countedText(question, counts, row, mark))
  if (question.kind === 'assessment') {
    return [
      {
        ...{ kind: 'grid', title: '评议结果', columns: ['评议对象', ...marks.map(markName), '满意占比'] },
        ...{ shares: [6, 3, 5, 4, 4, 9] },
        rows: counts.map((count, row) =>
          line(row, ...votes(row), shareText(countOf(counts, row, 'satisfied'), sumOf(count))),
        ),
      },
    ]
  }
  const word = question.kind === 'election' ? '当选' : '选定'
  const names = question.kind === 'election' ? marks.map(markName) : ['得票']
  return [
    {
      ...{ kind: 'grid', title: '得票', shares: [5, ...names.map(() => 2), 2] },
      columns: [question.kind === 'election' ? candidatesName(question) : '项目', ...names, '结果'],
      rows: rows.map(({ elected }, row) =>
        line(
          row,
          ...(question.kind === 'election' ? votes(row) : [`${countOf(counts, row, forMark(question))}`]),
          elected ? word : '—',
        ),
      ),
    },
  ]
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** 记名票 with names; null where nobody's ballot is known. */
export function namedBallots(vote: Extract<PastVote, { phase: 'closed' }>, names: Names): ResultGrid | null {
  if (vote.ballots.length === 0) return null
  const place = new Map(vote.electors.map((seatId, index) => [seatId, index]))
  const ballots = [...vote.ballots].sort((one, other) => (place.get(one.seatId) ?? 0) - (place.get(other.seatId) ?? 0))
  return {
    kind: 'grid',
    title: '记名票',
    columns: ['序号', '姓名', '方式', '表决意见'],
    shares: [1, 3, 2, 5],
    rows: ballots.map(({ option, seatId }, index) => {
      const channel = voterOf(vote, seatId)?.channel
      const way = channel === undefined ? '' : channelNames[channel]
      return [`${index + 1}`, nameOf(names, seatId), way, choiceText(vote.terms.question, option)]
    }),
  }
}

/** 赞成; 物业服务：满意；保洁：不满意; the names of those that were picked. */
function choiceText(question: Question, option: string): string {
  const marks = readMarks(question, option) ?? []
  const names = rowNames(question)
  if (question.kind === 'choice') {
    const picked = names.filter((_, row) => marks[row] === 'chosen').map((name) => oneLine(name ?? ''))
    return picked.length === 0 ? '一项没选' : picked.join('、')
  }
  return marks
    .map((mark, row) => {
      const name = names[row]
      return name == null ? markName(mark) : `${oneLine(name)}：${markName(mark)}`
    })
    .join('；')
}
