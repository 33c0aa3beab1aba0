import { IconArrowsSort, IconLock } from '@tabler/icons-react'
import { Button } from 'antd'
import { useDesk } from '../../desk-context.tsx'

/** What is unusual about the list: it takes nobody any more, or its order was made by hand. */
export function QueueStanding() {
  const { act, meeting } = useDesk()
  const { closed, handOrder, queue } = meeting.floor
  const byHand = handOrder !== null && queue.length > 1
  if (!closed && !byHand) return null
  return (
    <div className="queue-standing" role="status">
      {closed && (
        <p className="row">
          <IconLock size={16} aria-hidden />
          <span className="grow">报名已停止，您还能加人</span>
          <Button type="text" size="small" onClick={() => void act('reopenQueue', {})}>
            恢复报名
          </Button>
        </p>
      )}
      {byHand && (
        <p className="row">
          <IconArrowsSort size={16} aria-hidden />
          <span className="grow">顺序是手工排的</span>
          <Button type="text" size="small" onClick={() => void act('reorderQueue', { speechIds: null })}>
            恢复按规则排
          </Button>
        </p>
      )}
    </div>
  )
}
