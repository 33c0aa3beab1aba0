import './voting.css'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { OpenVoteForm } from './OpenVoteForm.tsx'
import { PastVote } from './PastVote.tsx'
import { Recusals } from './Recusals.tsx'
import { RunningVote } from './RunningVote.tsx'
import { decidedOn } from './use-motion.ts'

/** 决: the vote that is open, the one that could be, and those that were. A vote is void, never undone. */
export function VotePane({ item }: { readonly item: AgendaItem }) {
  const { meeting } = useDesk()
  const { open, past } = meeting.voting
  const held = past.filter((vote) => vote.itemId === item.itemId)
  if (open?.itemId === item.itemId) return <RunningVote vote={open} />
  const running = meeting.phase === 'open' && item.phase === 'running'
  const decided = decidedOn(meeting, item)
  return (
    <ScrollArea label="表决" className="vote-scroll">
      {[...held].reverse().map((vote) => (
        <PastVote key={vote.voteId} vote={vote} />
      ))}
      {running && <OpenVoteForm key={decided} item={item} again={decided > 0} />}
      {!running && held.length > 0 && <Recusals item={item} />}
      {!running && held.length === 0 && (
        <p className="sub item-wait">
          {item.phase === 'planned' ? '这一项还没有开始。开始以后，议得差不多了再表决。' : '这一项没有表决。'}
        </p>
      )}
    </ScrollArea>
  )
}
