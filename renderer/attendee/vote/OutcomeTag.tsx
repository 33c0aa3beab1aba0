import { IconAlertTriangle, IconCheck, IconMinus, IconSquareCheck, IconX } from '@tabler/icons-react'
import { outcomeOf } from '../../../shared/meeting/voting/outcome.ts'
import type { PastVote } from '../../../shared/meeting/voting/state.ts'
import { outcomeWord } from '../../../shared/wording/vote-words.ts'
import { outcomeTags } from './outcome.ts'

const icons = {
  passed: IconSquareCheck,
  notPassed: IconMinus,
  invalid: IconAlertTriangle,
  counted: IconCheck,
  objected: IconX,
  notCounted: IconMinus,
} as const

/** How a vote ended: a word with its mark. */
export function OutcomeTag({ vote }: { readonly vote: PastVote }) {
  if (vote.phase === 'void') {
    return (
      <span className="tag">
        <IconMinus size="1.15em" aria-hidden="true" />
        已作废
      </span>
    )
  }
  const outcome = outcomeOf(vote.verdict)
  const Icon = icons[outcome]
  return (
    <span className={`tag ${outcomeTags[outcome]}`}>
      <Icon size="1.15em" aria-hidden="true" />
      {outcomeWord(vote.terms.question, vote.verdict)}
    </span>
  )
}
