import './conclusions.css'
import { Drawer } from 'antd'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { conclusionOf } from '../../../../shared/meeting/conclusions/state.ts'
import { useDraft } from '../../../connection/use-draft.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { ItemVotes } from '../voting/ItemVotes.tsx'
import { VotePane } from '../voting/VotePane.tsx'
import { ConclusionForm } from './ConclusionForm.tsx'
import { DrawnConclusion } from './DrawnConclusion.tsx'

const isDraft = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** 决 where nothing is decided by vote: the item's conclusion, drawn, shown and given to somebody; votes only count. */
export function ConclusionPane({ item }: { readonly item: AgendaItem }) {
  const { meeting } = useDesk()
  const [draft, setDraft] = useDraft<string | null>(`conclusion.${item.itemId}`, null, isDraft)
  const conclusion = conclusionOf(meeting.conclusions, item.itemId)
  const { held, open } = meeting.voting
  if ((open ?? held)?.itemId === item.itemId) {
    if (meeting.form.rollCall) return <VotePane item={item} />
    // Without a sign-in the pane is a corner of the page: a vote takes the side of it.
    return (
      <Drawer title="正在统计" size={640} className="vote-drawer" open closable={false} keyboard={false}>
        <VotePane item={item} />
      </Drawer>
    )
  }
  return (
    <ScrollArea label="结论" className="conclusion-pane">
      {conclusion !== null ? (
        <DrawnConclusion conclusion={conclusion} onWithdrawn={setDraft} />
      ) : meeting.phase === 'open' && item.phase !== 'planned' ? (
        <ConclusionForm item={item} draft={draft} onDraft={setDraft} />
      ) : (
        <p className="sub">
          {item.phase === 'planned'
            ? '这一项还没有开始。开始以后，商量得差不多了，在这里写结论。'
            : '这一项没有写结论。散会后不能再写，可以补一条“议定事项”。'}
        </p>
      )}
      <ItemVotes item={item} />
    </ScrollArea>
  )
}
