import { IconDots } from '@tabler/icons-react'
import { Button, Dropdown } from 'antd'
import { nameOf } from '../../connection/meeting-view.ts'
import { type FloorActs, MORE_SECONDS } from '../chair/floor/use-floor-acts.ts'
import { useDesk } from '../desk-context.tsx'

type Props = { readonly acts: FloorActs }

/** What is rarely pressed: more time, standing still, and back to whoever was cut short. */
export function MoreActs({ acts: { extend, last, paused, pauseOrResume, speech, undo } }: Props) {
  const { client, meeting } = useDesk()
  const voting = meeting.voting.open !== null
  const items = [
    {
      key: 'more',
      label: `再给 ${MORE_SECONDS} 秒`,
      disabled: speech === null,
      onClick: () => extend?.(),
    },
    {
      key: 'pause',
      label: paused ? '接着计时' : '暂停计时',
      disabled: speech === null || (paused && voting),
      onClick: () => pauseOrResume?.(),
    },
    {
      key: 'undo',
      label: last === null ? '撤回上一位' : `撤回上一位：${nameOf(client, last.seatId)}没说完，回到最前面`,
      disabled: last === null,
      onClick: () => undo?.(),
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button title="更多" aria-label="发言的更多操作" icon={<IconDots size={18} />} />
    </Dropdown>
  )
}
