// The look of 代举手, which both desks have.
import '../../scribe/duties.css'
import './queue.css'
import { IconHandStop } from '@tabler/icons-react'
import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { policyNames } from '../../../../shared/wording/speaking-order.ts'
import { peopleWaiting, speakingQueue } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import { RaiseHand } from '../../scribe/RaiseHand.tsx'
import { WalkIn } from '../attendance/WalkIn.tsx'
import { FloorMenu } from './FloorMenu.tsx'
import { QueueRow } from './QueueRow.tsx'
import { QueueStanding } from './QueueStanding.tsx'
import type { FloorActs } from './use-floor-acts.ts'
import { useReorder } from './use-reorder.ts'

type Props = {
  readonly acts: FloorActs
  readonly raising: boolean
  readonly onRaise: (open: boolean) => void
}

/** Who waits, and why in this order; who has no device is put in by the desk. */
export function Queue({ acts, raising, onRaise }: Props) {
  const { meeting } = useDesk()
  const [ordering, setOrdering] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const queue = speakingQueue(meeting)
  const reorder = useReorder(queue, list)
  const order = policyNames[currentRules(meeting).policy]
  const idle = meeting.runningItem === null
  if (ordering && queue.length < 2) setOrdering(false)
  const head = queue[0]?.speechId
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is next is to be seen whenever that has changed
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0
  }, [head])
  return (
    <section className="queue" aria-label="等候发言">
      <div className="pane-head">
        <h3 aria-live="polite">等候 {peopleWaiting(meeting)} 人</h3>
        <span className="note one grow queue-policy" title={order}>
          {queue.length > 1 && meeting.floor.handOrder === null && order}
        </span>
        {ordering ? (
          <Button size="small" onClick={() => setOrdering(false)}>
            排好了
          </Button>
        ) : (
          <>
            <Button
              type="text"
              size="small"
              title="给没有手机的人代举手（H）"
              disabled={idle}
              icon={<IconHandStop size={18} />}
              onClick={() => onRaise(true)}
            >
              代举手
            </Button>
            <FloorMenu acts={acts} onOrder={queue.length < 2 ? null : () => setOrdering(true)} />
          </>
        )}
      </div>
      <QueueStanding />
      {queue.length === 0 && (
        <p className="note queue-empty">
          {idle ? '开始一个议题后，大家就能举手。' : '没有人等候。手机上点“我要发言”就排进来，没有手机的点“代举手”。'}
        </p>
      )}
      <ol ref={list}>
        {queue.map((place, index) => (
          <QueueRow
            key={place.speechId}
            place={place}
            index={index}
            count={queue.length}
            ordering={ordering}
            reorder={reorder}
          />
        ))}
      </ol>
      <Modal title="代举手" open={raising} footer={null} onCancel={() => onRaise(false)} destroyOnHidden>
        <RaiseHand onClose={() => onRaise(false)} />
        <div className="raise-walk-in">
          <WalkIn />
        </div>
      </Modal>
    </section>
  )
}
