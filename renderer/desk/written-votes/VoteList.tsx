import { IconCircleCheck, IconMailbox, IconMinus, IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import type { VoteId } from '../../../shared/core/ids.ts'
import type { WrittenVote, WrittenVotes } from '../../../shared/meeting/written-votes/state.ts'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { standingWords, writtenKindNames } from './written-words.ts'

type Props = {
  readonly votes: WrittenVotes
  /** Null: a new one is being put together. */
  readonly shown: VoteId | null
  readonly mayOpen: boolean
  readonly onShow: (voteId: VoteId | null) => void
}

/** All that was ever asked in writing in this meeting, the latest first; several may run beside each other. */
export function VoteList({ mayOpen, onShow, shown, votes }: Props) {
  return (
    <ScrollArea label="书面表决的事项" className="written-list">
      {mayOpen && (
        <Button
          block
          aria-current={shown === null ? 'page' : undefined}
          icon={<IconPlus size={18} />}
          onClick={() => onShow(null)}
        >
          发起一件
        </Button>
      )}
      <ul>
        {[...votes].reverse().map((vote) => (
          <li key={vote.voteId}>
            <button
              type="button"
              className="written-line"
              aria-current={shown === vote.voteId ? 'page' : undefined}
              onClick={() => onShow(vote.voteId)}
            >
              <span className="written-line-motion">{vote.motion}</span>
              <span className="note">{writtenKindNames[vote.kind]}</span>
              <span className="note row">
                <StandingIcon vote={vote} />
                {standingWords(vote)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </ScrollArea>
  )
}

function StandingIcon({ vote }: { readonly vote: WrittenVote }) {
  if (vote.phase === 'open') return <IconMailbox size={16} aria-hidden />
  const passed = vote.phase === 'closed' && vote.verdict.outcome === 'passed'
  return passed ? <IconCircleCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />
}
