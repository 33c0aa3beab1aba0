// The look of 代举手, which both desks have.
import '../../scribe/duties.css'
import { IconHandStop, IconX } from '@tabler/icons-react'
import { Button, Modal } from 'antd'
import { policyNames } from '../../../../shared/wording/speaking-order.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { Stance } from '../../../ui/Stance.tsx'
import { speakingQueue } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import { RaiseHand } from '../../scribe/RaiseHand.tsx'
import { queueReason } from './queue-words.ts'

type Props = { readonly raising: boolean; readonly onRaise: (open: boolean) => void }

/** Who waits, and why in this order; who has no device is put in by the desk. */
export function Queue({ raising, onRaise }: Props) {
  const { act, client, meeting } = useDesk()
  const order = policyNames[meeting.form.speeches.policy]
  const queue = speakingQueue(meeting)
  return (
    <section className="queue" aria-label="等候发言">
      <div className="pane-head">
        <h3 aria-live="polite">等候 {queue.length} 人</h3>
        <span className="note one grow" title={order}>
          {queue.length > 1 && order}
        </span>
        <Button
          type="text"
          size="small"
          title="给没有手机的人代举手（H）"
          disabled={meeting.runningItem === null}
          icon={<IconHandStop size={18} />}
          onClick={() => onRaise(true)}
        >
          代举手
        </Button>
      </div>
      {queue.length === 0 && (
        <p className="note queue-empty">
          {meeting.runningItem === null
            ? '开始一个议题后，大家就能举手。'
            : '没有人等候。手机上点“我要发言”就排进来，没有手机的点“代举手”。'}
        </p>
      )}
      <ol>
        {queue.map((request, index) => (
          <li key={request.seatId}>
            <span className="queue-no">{index + 1}</span>
            <span className="queue-who">
              <b className="one">{nameOf(client, request.seatId)}</b>
              <span className="note one" title={`${queueReason(meeting, request)}（${order}）`}>
                {queueReason(meeting, request)}
              </span>
            </span>
            <Stance stance={request.stance} />
            <Button
              type="text"
              size="small"
              aria-label={`${nameOf(client, request.seatId)}不说了`}
              title="不说了，移出队列"
              icon={<IconX size={16} />}
              onClick={() => void act('withdrawRequest', { seatId: request.seatId })}
            />
          </li>
        ))}
      </ol>
      <Modal title="代举手" open={raising} footer={null} onCancel={() => onRaise(false)} destroyOnHidden>
        <RaiseHand onClose={() => onRaise(false)} />
      </Modal>
    </section>
  )
}
