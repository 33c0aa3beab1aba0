import { IconDots } from '@tabler/icons-react'
import { Button, Dropdown } from 'antd'
import { lastSpeech, onFloor } from '../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDesk } from '../desk-context.tsx'

const MORE_SECONDS = 30

/** What is rarely pressed: more time, standing still, and back to whoever was cut short. */
export function MoreActs() {
  const { act, client, meeting } = useDesk()
  const { floor, runningItem, voting } = meeting
  const speech = onFloor(floor)
  const last = runningItem === null ? null : lastSpeech(floor, runningItem)
  const items = [
    {
      key: 'more',
      label: `再给 ${MORE_SECONDS} 秒`,
      disabled: speech === null,
      onClick: () => void act('extendSpeech', { seconds: MORE_SECONDS }),
    },
    {
      key: 'pause',
      label: '暂停计时',
      disabled: speech === null || speech.runningSince === null,
      onClick: () => void act('pauseSpeech', {}),
    },
    {
      key: 'undo',
      label: last === null ? '撤回上一位' : `撤回上一位：${nameOf(client, last.seatId)}没说完，回到最前面`,
      disabled: last === null || voting.open !== null,
      onClick: () => void act('undoSpeech', {}),
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button title="更多" aria-label="发言的更多操作" icon={<IconDots size={18} />} />
    </Dropdown>
  )
}
