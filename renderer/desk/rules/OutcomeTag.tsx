import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { type Outcome, outcomeNames } from './outcome.ts'

const looks = {
  passed: { icon: IconCheck, tone: 'ok' },
  failed: { icon: IconX, tone: '' },
  invalid: { icon: IconAlertTriangle, tone: 'warn' },
} as const

/** How a trial came out, in a word with its mark. */
export function OutcomeTag({ outcome }: { readonly outcome: Outcome }) {
  const { icon: Icon, tone } = looks[outcome]
  return (
    <span className={`tag ${tone}`}>
      <Icon size={16} aria-hidden />
      {outcomeNames[outcome]}
    </span>
  )
}
