import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import { outcomeOf } from '../../../../../shared/meeting/voting/outcome.ts'
import type { StoredVerdict } from '../../../../../shared/meeting/voting/state.ts'
import { outcomeNames } from '../../../../../shared/wording/vote-words.ts'

/** How a vote ended, in a word with its mark: gold for what has passed alone. */
export function OutcomeTag({ verdict }: { readonly verdict: StoredVerdict }) {
  const outcome = outcomeOf(verdict)
  const look = outcome === 'passed' ? 'pass' : outcome === 'invalid' ? 'warn' : ''
  const Icon = outcome === 'passed' ? IconCircleCheck : outcome === 'invalid' ? IconAlertTriangle : IconMinus
  return (
    <span className={`tag ${look}`}>
      <Icon size={16} aria-hidden />
      {outcomeNames[outcome]}
      {verdict.tie && '（平局）'}
    </span>
  )
}
