import './voting.css'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { WrittenVotesLink } from '../../written-votes/WrittenVotesLink.tsx'
import { DraftList } from './drafts/DraftList.tsx'
import { PastVote } from './PastVote.tsx'
import { PutToVote } from './putting/PutToVote.tsx'
import { Recusals } from './Recusals.tsx'
import { objectedOn, repeatedOn, roundOf } from './use-motion.ts'

/** The votes of an item: what is to come first, then what is over. */
export function ItemVotes({ item }: { readonly item: AgendaItem }) {
  const { meeting } = useDesk()
  return (
    <>
      <Votes key={roundOf(meeting, item)} item={item} />
      <WrittenVotesLink itemId={item.itemId} />
    </>
  )
}

/**
 * Until the next vote has ended. The form is folded away where something has been decided or drafted, and where nothing
 * needs to be decided by vote.
 */
function Votes({ item }: { readonly item: AgendaItem }) {
  const { meeting } = useDesk()
  const { drafts, past } = meeting.voting
  const [unfolded, setUnfolded] = useState<boolean | null>(null)
  const held = past.filter((vote) => vote.itemId === item.itemId).reverse()
  const [latest, ...earlier] = held
  const open = meeting.phase === 'open' && item.phase !== 'finished'
  const voted = meeting.form.decision === 'vote'
  const started = held.length > 0 || drafts.some((draft) => draft.itemId === item.itemId)
  const next = repeatedOn(meeting, item) !== null || objectedOn(meeting, item) !== null
  const needed = voted && (next || (!started && item.phase === 'running'))
  const form = open && (unfolded ?? needed)
  const fold = () => setUnfolded(false)
  const words = !voted ? '再做一次统计' : item.phase === 'planned' ? '先拟好要表决的事' : '这一项再表决一件事'
  return (
    <>
      {form && voted && <PutToVote item={item} onDrafted={fold} />}
      {form && !voted && (
        <Drawer title={words} size={640} className="vote-drawer" open onClose={fold}>
          <ScrollArea label={words} className="vote-scroll">
            <PutToVote item={item} onDrafted={fold} />
          </ScrollArea>
        </Drawer>
      )}
      <DraftList item={item} />
      {latest !== undefined && <PastVote vote={latest} />}
      {open && !form && (
        <Button className="vote-again" onClick={() => setUnfolded(true)}>
          {words}
        </Button>
      )}
      {earlier.map((vote) => (
        <PastVote key={vote.voteId} vote={vote} />
      ))}
      {!open && held.length > 0 && <Recusals item={item} />}
    </>
  )
}
