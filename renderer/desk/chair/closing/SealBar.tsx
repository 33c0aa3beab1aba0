import './closing.css'
import { IconLock, IconPrinter } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { exactTimeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { WrittenVotesLink } from '../../written-votes/WrittenVotesLink.tsx'

const GROUP = /.{1,8}/g

/** 封存, and afterwards the digest that has to be printed: the one thing that shows a file rewritten as a whole. */
export function SealBar() {
  const { act, client, meeting, meetingId } = useDesk()
  const { modal } = App.useApp()
  if (meeting.phase === 'open') {
    return (
      <p className="seal-bar">
        <IconLock size={18} aria-hidden />
        会议还在开。散会后在这里定稿、封存。
      </p>
    )
  }
  if (meeting.phase === 'closed') {
    const seal = () =>
      modal.confirm({
        title: '封存后记录不再改动',
        content: '请先核对纪要和工单。封存会给全部记录算出一串校验值，打印在纪要后面，以后谁改过都能看出来。',
        okText: '封存',
        cancelText: '再看看',
        onOk: async () => {
          await act('sealMeeting', {})
        },
      })
    return (
      <div className="seal-bar">
        <span className="grow">核对好纪要和工单，就可以封存。封存前都能改。</span>
        <WrittenVotesLink />
        <Button icon={<IconLock size={18} />} onClick={seal}>
          封存
        </Button>
      </div>
    )
  }
  const digest = client.meetings.find((notice) => notice.meetingId === meetingId)?.digest ?? null
  return (
    <div className="seal-bar sealed">
      <IconLock size={18} aria-hidden />
      <div className="grow">
        <p>记录已于 {exactTimeText(meeting.sealedAt)} 封存。请把校验值打印或抄在纪要后面：</p>
        <p className="seal-digest">
          {digest === null ? '正在计算' : (digest.match(GROUP) ?? []).map((part) => <span key={part}>{part}</span>)}
        </p>
      </div>
      <Button icon={<IconPrinter size={18} />} onClick={() => window.print()}>
        打印
      </Button>
    </div>
  )
}
