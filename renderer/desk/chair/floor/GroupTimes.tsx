import './group-times.css'
import { Button } from 'antd'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { type GroupTime, groupTimes } from '../../../../shared/meeting/floor/quotas.ts'
import { useHostNow } from '../../../connection/hall-context.tsx'
import { clockText } from '../../../ui/clock-text.ts'
import { groupTimeText } from '../../../ui/group-time.ts'
import { useDesk } from '../../desk-context.tsx'

/** 分组时间 of an item: what each 方 has left; who is over can be evened out while the item runs. */
export function GroupTimes({ item }: { readonly item: AgendaItem }) {
  const { act, meeting } = useDesk()
  const { floor } = meeting
  const running = item.phase === 'running'
  const now = useHostNow(running && floor.speaking !== null)
  const groups = groupTimes(meeting, item.itemId, now)
  if (groups.length === 0) return null
  const over = groups.some(({ leftMs }) => leftMs < 0)
  return (
    <section className="group-times" aria-label="各方的时间">
      <ul>
        {groups.map((group) => (
          <GroupLine key={group.party} group={group} />
        ))}
      </ul>
      {over && running && meeting.phase === 'open' && (
        <Button
          size="small"
          title="每一方都加上超得最多的那些时间，谁也不吃亏"
          onClick={() => void act('equaliseQuotas', {})}
        >
          拉平
        </Button>
      )}
    </section>
  )
}

function GroupLine({ group: { givenMs, leftMs, party } }: { readonly group: GroupTime }) {
  const { over, text } = groupTimeText(leftMs)
  return (
    <li title={`${party}共 ${clockText(givenMs / 1000)}`}>
      <span className="one">{party}</span>
      {over ? (
        <b className="over">超 {text}</b>
      ) : (
        <span>
          剩 <b>{text}</b>
        </span>
      )}
      <span className="group-bar" aria-hidden>
        <i
          ref={(bar) =>
            void bar?.style.setProperty('width', `${Math.min(100, Math.max(0, (leftMs / givenMs) * 100))}%`)
          }
        />
      </span>
    </li>
  )
}
