import { IconDoorExit } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { useDesk } from '../../desk-context.tsx'
import { nextItem } from '../agenda/item-state.ts'

/** 散会, after a confirmation in words: it cannot be taken back. Red once nothing is left to discuss. */
export function CloseMeeting() {
  const { act, meeting } = useDesk()
  const { modal } = App.useApp()
  const left = meeting.agenda.filter((item) => item.phase !== 'finished').length
  const over = nextItem(meeting) === null && meeting.runningItem === null
  const close = () =>
    modal.confirm({
      title: '散会后不能再议、再表决',
      content:
        left === 0
          ? '议程都议完了。散会后整理纪要、开工单，最后封存。'
          : `还有 ${left} 项没有议完，散会后留到下一次。纪要和工单可以接着整理。`,
      okText: '散会',
      cancelText: '接着开',
      onOk: async () => {
        await act('closeMeeting', {})
      },
    })
  return (
    <div className="agenda-end">
      {meeting.voting.open !== null && <p className="note">表决结束后才能散会。</p>}
      <Button
        block
        type={over ? 'primary' : 'default'}
        disabled={meeting.voting.open !== null}
        icon={<IconDoorExit size={18} />}
        onClick={close}
      >
        散会
      </Button>
    </div>
  )
}
