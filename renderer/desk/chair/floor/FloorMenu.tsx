import { IconChevronDown } from '@tabler/icons-react'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { useDesk } from '../../desk-context.tsx'
import { go, usePlace } from '../../place.ts'
import { CallDepartment } from './CallDepartment.tsx'
import { ItemRules } from './ItemRules.tsx'
import { roundSeats } from './round-places.ts'
import { StandIn } from './StandIn.tsx'
import type { FloorActs } from './use-floor-acts.ts'

type Props = {
  readonly acts: FloorActs
  /** Begins to order the list by hand; null when there is nothing to order. */
  readonly onOrder: (() => void) | null
}

/** 更多: what the floor needs now and then. */
export function FloorMenu({ acts, onOrder }: Props) {
  const { act, meeting, say } = useDesk()
  const [open, setOpen] = useState<'department' | 'standIn' | 'rules' | null>(null)
  const { path } = usePlace()
  const { agenda, floor, runningItem } = meeting
  const item = agenda.find((one) => one.itemId === runningItem)
  const close = () => setOpen(null)
  const goRound = async () => {
    const count = roundSeats(meeting).length
    const answer = await acts.goRound()
    if (answer.ok) say(`${count} 人都排进来了，按名册的次序`)
  }
  const round = currentRules(meeting).policy === 'round'
  const nobody = round && roundSeats(meeting).length === 0
  const items = [
    ...(round
      ? [
          {
            key: 'round',
            label: nobody ? '走一圈：到会的人都排着了' : '走一圈，到会的人都排进来',
            disabled: nobody,
            onClick: () => void goRound(),
          },
        ]
      : []),
    { key: 'department', label: '请部门答题', onClick: () => setOpen('department') },
    ...(meeting.standsInFor === null
      ? [{ key: 'standIn', label: '主持人要发言', onClick: () => setOpen('standIn') }]
      : []),
    { type: 'divider' as const },
    { key: 'order', label: '调整顺序', disabled: onOrder === null, onClick: () => onOrder?.() },
    floor.closed
      ? { key: 'reopen', label: '恢复报名', onClick: () => void act('reopenQueue', {}) }
      : { key: 'close', label: '停止报名', onClick: () => void act('closeQueue', {}) },
    { key: 'rules', label: '本议题的发言规则', onClick: () => setOpen('rules') },
    {
      key: 'statistics',
      label: '发言统计',
      onClick: () => go({ at: 'statistics', meetingId: meeting.meetingId }, path),
    },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} disabled={item === undefined}>
        <Button type="text" size="small" aria-label="发言的更多操作">
          更多
          <IconChevronDown size={16} aria-hidden />
        </Button>
      </Dropdown>
      {open === 'department' && <CallDepartment onClose={close} />}
      {open === 'standIn' && <StandIn onClose={close} />}
      {item !== undefined && <ItemRules item={item} open={open === 'rules'} onClose={close} />}
    </>
  )
}
