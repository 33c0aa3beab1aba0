import { IconPlayerPlay } from '@tabler/icons-react'
import { Button } from 'antd'
import { chineseNumber } from '../../../../shared/core/chinese-number.ts'
import type { ItemId } from '../../../../shared/core/ids.ts'
import { ruleInUse } from '../../../ui/rule-in-use.ts'
import { useDesk } from '../../desk-context.tsx'
import { AgendaButton } from '../agenda/AgendaButton.tsx'
import { nextItem } from '../agenda/item-state.ts'
import { MissingParties } from './MissingParties.tsx'
import { countsOf } from './quorum.ts'
import { RosterList } from './RosterList.tsx'

type Props = { readonly onShow: (itemId: ItemId) => void; readonly onBegun: () => void }

/** 签到: who is here, before the first item and at any time after; the way on is the first item. */
export function SignInPane({ onShow, onBegun }: Props) {
  const { act, meeting } = useDesk()
  const next = nextItem(meeting)
  const counts = countsOf(meeting, null)
  const here = counts.present + counts.onlookers
  const idle = meeting.phase === 'open' && meeting.runningItem === null && next !== null
  const start = async (itemId: ItemId) => {
    const answer = await act('startItem', { itemId })
    if (answer.ok) onBegun()
  }
  return (
    <section className="item" aria-label="签到">
      <header className="item-head">
        <div className="item-title">
          <h2 className="song">签到</h2>
          <p className="sub one">
            {here === 0
              ? '扫码的会自己签到，没有手机的在这里代签'
              : ruleInUse(meeting) === null
                ? `到了 ${here} 人`
                : `有表决权的到了 ${counts.present} 人`}
          </p>
          <MissingParties />
        </div>
        <AgendaButton shown={null} onShow={onShow} />
        {idle && (
          <Button type="primary" icon={<IconPlayerPlay size={18} />} onClick={() => void start(next.itemId)}>
            <span className="one next-item">
              开始：{chineseNumber(meeting.agenda.indexOf(next) + 1)}、{next.title}
            </span>
          </Button>
        )}
      </header>
      <div className="sheet item-sheet only">
        <RosterList />
      </div>
    </section>
  )
}
