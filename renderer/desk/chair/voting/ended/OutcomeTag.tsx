import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import { outcomeOf } from '../../../../../shared/meeting/voting/outcome.ts'
import type { StoredVerdict } from '../../../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../../../shared/meeting/voting/terms.ts'
import { outcomeWord } from '../../../../../shared/wording/vote-words.ts'

type Props = { readonly question: Question; readonly verdict: StoredVerdict }

/** How a vote ended, in a word with its mark: gold for what has passed alone. */
export function OutcomeTag({ question, verdict }: Props) {
  const outcome = outcomeOf(verdict)
  const look = outcome === 'passed' ? 'pass' : outcome === 'invalid' ? 'warn' : ''
  const Icon = outcome === 'passed' ? IconCircleCheck : outcome === 'invalid' ? IconAlertTriangle : IconMinus
  return (
    <span className={`tag ${look}`}>
      <Icon size={16} aria-hidden />
      {outcomeWord(question, verdict)}
      {verdict.tie && '（平局）'}
    </span>
  )
}
