import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { writtenResultContent } from '../../../../shared/papers/written-result-content.ts'
import { useDesk } from '../../desk-context.tsx'

/** 人数 and 面积, or 户数, with their shares: the same lines as on the printed result. */
export function ResultTable({ vote }: { readonly vote: WrittenVote }) {
  const { meeting } = useDesk()
  const parts = writtenResultContent(meeting, vote.voteId)?.parts ?? []
  return parts.map((part) => {
    if (part.kind !== 'grid') return null
    return (
      <table key={part.title} className="ledger written-grid">
        <caption className="only-readers">{part.title}</caption>
        <thead>
          <tr>
            {part.columns.map((column) => (
              <th key={column} scope="col">
                {column === '' ? <span className="only-readers">项目</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={part.columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
}
