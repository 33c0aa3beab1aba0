import { type Counts, countOf, type Mark, marksOf } from '../../shared/meeting/voting/marks.ts'
import type { Question } from '../../shared/meeting/voting/terms.ts'
import { averageText, markName } from '../../shared/wording/vote-words.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { tablePage } from './vote-rows.ts'
import './assessed.css'

type Props = {
  readonly question: Extract<Question, { kind: 'assessment' }>
  readonly counts: Counts
}

/** 评议 as a table: what was said of each object, or its average; more than fit on a page come one page after the other. */
export function Assessed({ counts, question }: Props) {
  const { from, page, pages, to } = tablePage(question.rows.length, useHostNow())
  const scores = question.scale.kind === 'score'
  const columns = scores ? ['打分', '平均分'] : marksOf(question).map(markName)
  const cells = (row: number): readonly string[] =>
    scores
      ? [`${voters(counts, row)} 人`, averageText(counts[row] ?? {}) || '没有']
      : marksOf(question).map((mark: Mark) => String(countOf(counts, row, mark)))
  return (
    <table className={to - from > 4 ? 'assessed many' : 'assessed'}>
      <thead>
        <tr>
          <th scope="col">{pages > 1 ? `共 ${question.rows.length} 项，第 ${page} 页，共 ${pages} 页` : ''}</th>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {question.rows.slice(from, to).map((name, index) => (
          <tr key={name}>
            <th scope="row">
              <span>{name}</span>
            </th>
            {cells(from + index).map((cell, column) => (
              <td key={columns[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const voters = (counts: Counts, row: number): number =>
  Object.values(counts[row] ?? {}).reduce((sum, count) => sum + count, 0)
