import { countOf, marksOf, rowNames } from '../../../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import { markName } from '../../../../../shared/wording/vote-words.ts'

/** 边投边看: the figures that everybody sees by now; papers are not in them before they are counted. */
export function LiveFigures({ vote: { shown, terms } }: { readonly vote: OpenVote }) {
  if (terms.display !== 'live' || terms.question.kind === 'objection') return null
  if (shown === null) return <p className="note">还没有可以显示的票数。</p>
  const marks = marksOf(terms.question).filter((mark) => mark !== 'not')
  return (
    <div className="vote-rows">
      <table className="ledger" aria-label="现在的票数">
        <thead>
          <tr>
            <th scope="col">现在的票数</th>
            {marks.map((mark) => (
              <th key={mark} scope="col" className="figure">
                {markName(mark)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowNames(terms.question).map((name, row) => (
            <tr key={name ?? ''}>
              <th scope="row">{name ?? '票数'}</th>
              {marks.map((mark) => (
                <td key={mark} className="figure">
                  {countOf(shown, row, mark)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
