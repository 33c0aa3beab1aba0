import { IconAlertTriangle } from '@tabler/icons-react'
import type { Fault } from '../../../shared/meeting/voting/balance.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { faultText } from '../../../shared/wording/vote-words.ts'

/** Which numbers disagree, beside them. */
export function Faults({ question, faults }: { readonly question: Question; readonly faults: readonly Fault[] }) {
  return (
    <div role="status" className="count-faults">
      {faults.map((fault) => (
        <p key={`${fault.code}.${fault.row}`}>
          <IconAlertTriangle size={18} aria-hidden />
          {faultText(question, fault)}
        </p>
      ))}
    </div>
  )
}
