import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { dateAt } from '../../../../shared/papers/chinese-dates.ts'
import { exactTimeText } from '../../../ui/clock-text.ts'
import { outcomeWords } from '../written-words.ts'

type Ended = Exclude<WrittenVote, { phase: 'open' }>

/** How it ended and when. Gold is for what has passed alone. */
export function OutcomeTag({ vote }: { readonly vote: Ended }) {
  if (vote.phase === 'void') {
    return (
      <>
        <span className="tag late">
          <IconAlertTriangle size={16} aria-hidden />
          已作废
        </span>
        <span className="note">{whenWords(vote.voidedAt)}宣布作废</span>
      </>
    )
  }
  const { outcome } = vote.verdict
  return (
    <>
      <span className={outcome === 'passed' ? 'tag pass' : 'tag'}>
        {outcome === 'passed' ? <IconCircleCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />}
        {outcomeWords[outcome]}
      </span>
      <span className="note">{whenWords(vote.closedAt)}结束</span>
    </>
  )
}

const whenWords = (at: number): string => `${dateAt(at)} ${exactTimeText(at)} `
