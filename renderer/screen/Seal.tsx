import { IconAlertTriangle, IconChecks, IconHandStop, IconMinus, IconSquareCheck } from '@tabler/icons-react'
import type { Outcome } from '../../shared/meeting/voting/outcome.ts'
import { outcomeNames } from '../../shared/wording/vote-words.ts'
import './seal.css'

const icons: Readonly<Record<Outcome, typeof IconMinus>> = {
  passed: IconSquareCheck,
  notPassed: IconMinus,
  invalid: IconAlertTriangle,
  counted: IconChecks,
  objected: IconHandStop,
  notCounted: IconMinus,
}

/** How a vote ended; gold for what has passed, and for nothing else. */
export function Seal({ outcome, tie }: { readonly outcome: Outcome; readonly tie: boolean }) {
  const Icon = icons[outcome]
  const word = outcome === 'invalid' ? '无效' : outcomeNames[outcome]
  return (
    <div className={`seal ${outcome === 'passed' ? 'gold' : ''}`}>
      <Icon size="1em" aria-hidden="true" />
      <b className={word.length > 3 ? 'wordy' : ''}>{word}</b>
      {tie && <span>平局</span>}
    </div>
  )
}
