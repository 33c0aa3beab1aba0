import { IconAlertTriangle, IconMinus, IconSquareCheck } from '@tabler/icons-react'
import { outcomeOf } from './outcome.ts'
import type { PastVote } from './use-shown-vote.ts'

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
  const { tag, word } = outcomeOf(vote.verdict)
  const Icon = { 通过: IconSquareCheck, 未通过: IconMinus, 表决无效: IconAlertTriangle }[word]
  return (
    <span className={`tag ${tag}`}>
      <Icon size="1.15em" aria-hidden="true" />
      {word}
    </span>
  )
}
