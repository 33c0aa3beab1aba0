import { IconPlayerPlay } from '@tabler/icons-react'
import { Button } from 'antd'
import type { ItemId } from '../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../shared/meeting/agenda/state.ts'
import { AddItem } from '../chair/agenda/AddItem.tsx'
import { nextItem } from '../chair/agenda/item-state.ts'
import { useDesk } from '../desk-context.tsx'
import { ItemTabs } from '../scribe/ItemTabs.tsx'

type Props = { readonly item: AgendaItem; readonly onShow: (itemId: ItemId) => void }

/** The topics, one of them in hand, and the way to the next. */
export function BenchTopics({ item, onShow }: Props) {
  const { act, meeting } = useDesk()
  const next = item.phase === 'planned' ? item : nextItem(meeting)
  const turnTo = async ({ itemId }: AgendaItem) => {
    const { runningItem } = meeting
    if (runningItem !== null && !(await act('finishItem', { itemId: runningItem })).ok) return
    if ((await act('startItem', { itemId })).ok) onShow(itemId)
  }
  return (
    <div className="bench-topics">
      <ItemTabs meeting={meeting} shown={item.itemId} onShow={onShow} />
      {meeting.phase === 'open' && (
        <div className="bench-topic-acts">
          {next !== null && (
            <Button
              size="small"
              icon={<IconPlayerPlay size={18} />}
              title={next.title}
              onClick={() => void turnTo(next)}
            >
              {next === item ? '议这一题' : '下一题'}
            </Button>
          )}
          <AddItem />
        </div>
      )}
    </div>
  )
}
