import { IconDeviceFloppy, IconPlugConnectedX } from '@tabler/icons-react'
import { useHall } from '../../connection/hall-context.tsx'
import { exactTimeText } from '../../ui/clock-text.ts'

/** 已存盘 hh:mm:ss while connected; while not, that, and how much waits to be sent. Sits at the right of every foot. */
export function SavedMark() {
  const { phase, savedAt, unanswered } = useHall()
  if (phase.at !== 'live') {
    return (
      <span className="mark-state warn" role="status">
        <IconPlugConnectedX size={18} aria-hidden />
        连接中断{unanswered > 0 && `，${unanswered} 条待送`}
      </span>
    )
  }
  return (
    <span className="mark-state">
      <IconDeviceFloppy size={18} aria-hidden className="green" />
      {unanswered > 0 ? `正在存盘，${unanswered} 条` : savedAt === null ? '已连接' : `已存盘 ${exactTimeText(savedAt)}`}
    </span>
  )
}
