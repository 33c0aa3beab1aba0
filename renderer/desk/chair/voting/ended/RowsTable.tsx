import { IconCheck } from '@tabler/icons-react'
import { marksOf } from '../../../../../shared/meeting/voting/marks.ts'
import type { StoredVerdict } from '../../../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../../../shared/meeting/voting/terms.ts'
import {
  averageText,
  candidatesName,
  countedText,
  markName,
  rowLabels,
} from '../../../../../shared/wording/vote-words.ts'

type Props = {
  readonly question: Extract<Question, { readonly rows: readonly string[] }>
  readonly verdict: StoredVerdict
}

/** Every row of the ballot in its order with its figures, and what was chosen by this vote. */
export function RowsTable({ question, verdict }: Props) {
  const rows = verdict.rows ?? []
  const counts = rows.map((row) => row.counts)
  const scored = question.kind === 'assessment' && question.scale.kind === 'score'
  const marks = scored ? [] : marksOf(question).filter((mark) => mark !== 'not')
  const chosen = question.kind === 'assessment' ? null : question.kind === 'election' ? '当选' : '选定'
  return (
    <div className="vote-rows">
      <table className="ledger" aria-label="票数">
        <thead>
          <tr>
            <th scope="col">{question.kind === 'election' ? candidatesName(question) : '项目'}</th>
            {marks.map((mark) => (
              <th key={mark} scope="col" className="figure">
                {question.kind === 'choice' ? '票数' : markName(mark)}
              </th>
            ))}
            {scored && (
              <>
                <th scope="col" className="figure">
                  打分人数
                </th>
                <th scope="col" className="figure">
                  平均分
                </th>
              </>
            )}
            {chosen !== null && <th scope="col">结果</th>}
          </tr>
        </thead>
        <tbody>
          {rowLabels(question).map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {marks.map((mark) => (
                <td key={mark} className="figure">
                  {countedText(question, counts, row, mark)}
                </td>
              ))}
              {scored && (
                <>
                  <td className="figure">{Object.values(counts[row] ?? {}).reduce((sum, count) => sum + count, 0)}</td>
                  <td className="figure">{averageText(counts[row] ?? {}) || '无'}</td>
                </>
              )}
              {chosen !== null && (
                <td>
                  {rows[row]?.elected === true && (
                    <span className="tag pass">
                      <IconCheck size={16} aria-hidden />
                      {chosen}
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
