import { IconAlertTriangle, IconChecks, IconHandStop, IconMinus, IconSquareCheck } from '@tabler/icons-react'
import { type Outcome, outcomeOf } from '../../shared/meeting/voting/outcome.ts'
import type { StoredVerdict } from '../../shared/meeting/voting/state.ts'
import type { Question } from '../../shared/meeting/voting/terms.ts'
import { outcomeWord } from '../../shared/wording/vote-words.ts'
import './seal.css'

const icons: Readonly<Record<Outcome, typeof IconMinus>> = {
  passed: IconSquareCheck,
  notPassed: IconMinus,
  invalid: IconAlertTriangle,
  counted: IconChecks,
  objected: IconHandStop,
  notCounted: IconMinus,
}

type Props = { readonly question: Question; readonly verdict: StoredVerdict }

/** How a vote ended. */
export function Seal({ question, verdict }: Props) {
  const outcome = outcomeOf(verdict)
  const word = outcome === 'invalid' ? '无效' : outcomeWord(question, verdict)
  return <SealMark outcome={outcome} word={word} tie={verdict.tie} />
}

type MarkProps = { readonly outcome: Outcome; readonly word: string; readonly tie: boolean | undefined }

/** Gold for what has passed, and for nothing else. */
export function SealMark({ outcome, word, tie }: MarkProps) {
  const Icon = icons[outcome]
  return (
    <div className={`seal ${outcome === 'passed' ? 'gold' : ''}`}>
      <Icon size="1em" aria-hidden="true" />
      <b className={word.length > 3 ? 'wordy' : ''}>{word}</b>
      {tie && <span>平局</span>}
    </div>
  )
}
