import { IconX } from '@tabler/icons-react'
import { Button } from 'antd'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import { policyNames } from '../../../shared/wording/speaking-order.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { peopleWaiting, speakingQueue } from '../../ui/speaking-queue.ts'
import { useDesk } from '../desk-context.tsx'
import { PlaceWhy } from './PlaceWhy.tsx'
import { SpeechMarks } from './SpeechMarks.tsx'

/** Who waits, and why in this order. */
export function WaitingList() {
  const { act, client, meeting } = useDesk()
  const queue = speakingQueue(meeting)
  const words =
    queue.length === 0
      ? '没有人等候发言'
      : `等候 ${peopleWaiting(meeting)} 人，${policyNames[currentRules(meeting).policy]}`
  return (
    <div className="floor-wait">
      <p className="note" aria-live="polite">
        {words}
        {meeting.floor.closed && '，已停止报名'}
      </p>
      <ol aria-label="发言队列">
        {queue.map((place, index) => {
          const name = nameOf(client, place.seatId)
          return (
            <li key={place.speechId}>
              <span className="note">{index + 1}</span>
              <div className="floor-place">
                <p className="row">
                  <b className="one" title={name}>
                    {name}
                  </b>
                  <SpeechMarks speech={place} />
                </p>
                <PlaceWhy place={place} className="floor-reason" />
              </div>
              <Button
                type="text"
                size="small"
                title="取消举手"
                aria-label={`取消${name}的举手`}
                icon={<IconX size={16} />}
                onClick={() => act('withdrawRequest', { speechId: place.speechId })}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
