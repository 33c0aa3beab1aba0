import './voting.css'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { HeldResult } from './HeldResult.tsx'
import { ItemVotes } from './ItemVotes.tsx'
import { RunningVote } from './RunningVote.tsx'

/** 决: the vote that is open or waits to be announced, else those that were and could be. A vote is void, never undone. */
export function VotePane({ item }: { readonly item: AgendaItem }) {
  const { meeting } = useDesk()
  const { drafts, held, open, past } = meeting.voting
  if (open?.itemId === item.itemId) return <RunningVote key={open.voteId} vote={open} />
  if (held?.itemId === item.itemId) return <HeldResult key={held.voteId} vote={held} />
  const none = ![...drafts, ...past].some((vote) => vote.itemId === item.itemId)
  const running = meeting.phase === 'open' && item.phase === 'running'
  return (
    <ScrollArea label="表决" className="vote-scroll">
      {!running && none && (
        <p className="sub item-wait">
          {item.phase === 'planned' ? '这一项还没有开始。开始以后，议得差不多了再表决。' : '这一项没有表决。'}
        </p>
      )}
      <ItemVotes item={item} />
    </ScrollArea>
  )
}
