import { type Counts, countOf, type Mark, marksOf } from '../../shared/meeting/voting/marks.ts'
import type { Question } from '../../shared/meeting/voting/terms.ts'
import { averageText, markName } from '../../shared/wording/vote-words.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { placeOn } from '../ui/result-axis.ts'
import { tablePage } from './vote-rows.ts'
import './assessed.css'

/** Rows that have large letters and a bar. */
const FEW = 4

type Props = {
  readonly question: Extract<Question, { kind: 'assessment' }>
  readonly counts: Counts
}

/**
 * 评议 as a table: what was said of each object, or its average, with a bar; more than fit on a page come one page after the
 * other.
 */
export function Assessed({ counts, question }: Props) {
  const { from, page, pages, to } = tablePage(question.rows.length, useHostNow())
  const { scale } = question
  const scores = scale.kind === 'score'
  const top = scale.kind === 'score' ? `满分 ${scale.max} 分` : ''
  const columns = scores ? ['打分', '平均分'] : marksOf(question).map(markName)
  const cells = (row: number): readonly string[] =>
    scores
      ? [`${voters(counts, row)} 人`, averageText(counts[row] ?? {}) || '没有']
      : marksOf(question).map((mark: Mark) => String(countOf(counts, row, mark)))
  return (
    <table className={to - from > FEW ? 'assessed many' : 'assessed'}>
      <thead>
        <tr>
          <th scope="col">{pages > 1 ? `共 ${question.rows.length} 项，第 ${page} 页，共 ${pages} 页` : top}</th>
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
              {to - from <= FEW && <Shares question={question} counts={counts[from + index] ?? {}} />}
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

/** How the answers divide, 满意 first; of points one bar, as long as their average is of the most that can be given. */
function Shares({ counts, question }: Pick<Props, 'question'> & { readonly counts: Counts[number] }) {
  const { scale } = question
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const parts =
    scale.kind === 'score'
      ? [['points', pointsSaid(counts) / scale.max] as const]
      : marksOf(question).map((mark) => [mark, (counts[mark] ?? 0) / Math.max(1, all)] as const)
  return (
    <div className="shares" aria-hidden="true">
      {parts.map(([name, part]) => (
        <i key={name} className={`share ${name}`} style={{ width: `${placeOn(1, part)}%` }} />
      ))}
    </div>
  )
}

/** The average as it is written beside its bar; 0 where nobody gave points. */
const pointsSaid = (counts: Counts[number]): number => Number(averageText(counts).replace('约 ', ''))

const voters = (counts: Counts, row: number): number =>
  Object.values(counts[row] ?? {}).reduce((sum, count) => sum + count, 0)
