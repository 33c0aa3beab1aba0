import './asked.css'
import { naming, rowNames } from '../../../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'

/** Above so many characters 说明材料 is folded. */
const LONG_DETAILS = 120

/** What stands under the words of a vote before anybody answers: the rows of its ballot, and 说明材料. */
export function Asked({ terms: { details, question } }: { readonly terms: Terms }) {
  // Names that were found in the box stand on no ballot.
  const rows = rowNames(naming(question, [])).filter((name) => name !== null)
  return (
    <>
      {rows.length > 0 && (
        <ol className="asked-rows" aria-label="票上列的">
          {rows.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
      )}
      {details !== null && details.length <= LONG_DETAILS && <p className="asked-details">说明材料：{details}</p>}
      {details !== null && details.length > LONG_DETAILS && (
        <details className="asked-details">
          <summary>说明材料</summary>
          {details}
        </details>
      )}
    </>
  )
}
