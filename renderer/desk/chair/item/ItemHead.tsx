import { IconAdjustments, IconChecks, IconPlayerPlay } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { chineseNumber } from '../../../../shared/core/chinese-number.ts'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { AgendaButton } from '../agenda/AgendaButton.tsx'
import { nextItem } from '../agenda/item-state.ts'
import { ItemRules } from '../floor/ItemRules.tsx'
import { ItemClock } from '../timing/ItemClock.tsx'

type Props = {
  readonly item: AgendaItem
  readonly number: number
  readonly onShow: (itemId: ItemId) => void
}

/** The item's title, how long it has taken, and the one act that is next for it. */
export function ItemHead({ item, number, onShow }: Props) {
  const { act, meeting } = useDesk()
  const [settingRules, setSettingRules] = useState(false)
  const next = nextItem(meeting)
  const { phase, runningItem, voting } = meeting
  const unfinished =
    voting.open !== null
      ? '表决结束后才能议完这一项'
      : voting.held === null
        ? null
        : sentenceOf({ code: 'resultNotPublished' })
  const start = async (itemId: ItemId) => {
    const answer = await act('startItem', { itemId })
    if (answer.ok) onShow(itemId)
  }
  return (
    <header className="item-head">
      <div className="item-title">
        <h2 className="song" title={item.title}>
          {chineseNumber(number)}、{item.title}
        </h2>
        {item.phase === 'running' ? (
          <ItemClock item={item} />
        ) : (
          <p className="sub one">
            {item.phase === 'planned' && (runningItem === null ? '还没有开始' : '等上一项议完再开始')}
            {item.phase === 'planned' && item.minutes !== null && `，计划 ${item.minutes} 分`}
            {item.phase === 'finished' && `${timeText(item.startedAt)} 到 ${timeText(item.finishedAt)}，已议完`}
          </p>
        )}
      </div>
      <AgendaButton shown={item.itemId} onShow={onShow} />
      {phase === 'open' && item.phase === 'planned' && (
        <>
          <Button type="text" icon={<IconAdjustments size={18} />} onClick={() => setSettingRules(true)}>
            发言规则
          </Button>
          <ItemRules item={item} open={settingRules} onClose={() => setSettingRules(false)} />
        </>
      )}
      {phase === 'open' && item.phase === 'planned' && (
        <Button
          type={runningItem === null ? 'primary' : 'default'}
          disabled={runningItem !== null}
          icon={<IconPlayerPlay size={18} />}
          onClick={() => void start(item.itemId)}
        >
          开始这一项
        </Button>
      )}
      {phase === 'open' && item.phase === 'running' && (
        <Button
          disabled={unfinished !== null}
          title={unfinished ?? ''}
          icon={<IconChecks size={18} />}
          onClick={() => void act('finishItem', { itemId: item.itemId })}
        >
          议完这一项
        </Button>
      )}
      {phase === 'open' && item.phase === 'finished' && runningItem === null && next !== null && (
        <Button type="primary" icon={<IconPlayerPlay size={18} />} onClick={() => void start(next.itemId)}>
          <span className="one next-item">下一项：{next.title}</span>
        </Button>
      )}
    </header>
  )
}
