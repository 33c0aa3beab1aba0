import { useState } from 'react'
import type { VoteId } from '../../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../../desk-context.tsx'
import { DraftCard } from './DraftCard.tsx'
import { draftsInOrder } from './draft-order.ts'
import { ReviseDraft } from './ReviseDraft.tsx'

/** What is to be voted on later on an item, 修正案 before the proposal that they would change. */
export function DraftList({ item }: { readonly item: AgendaItem }) {
  const { meeting } = useDesk()
  const [revising, setRevising] = useState<VoteId | null>(null)
  const drafts = draftsInOrder(meeting.voting.drafts.filter((draft) => draft.itemId === item.itemId))
  if (drafts.length === 0) return null
  return (
    <ul className="vote-drafts" aria-label="待表决">
      {drafts.map((draft, index) => (
        <li key={draft.voteId}>
          {revising === draft.voteId && draft.amendment === null ? (
            <ReviseDraft item={item} draft={draft} onDone={() => setRevising(null)} />
          ) : (
            <DraftCard
              draft={draft}
              first={index === 0 && revising === null}
              onRevise={() => setRevising(draft.voteId)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
