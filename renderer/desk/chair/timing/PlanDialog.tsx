import { Modal } from 'antd'
import { chineseNumber } from '../../../../shared/core/chinese-number.ts'
import { timePlan } from '../../../../shared/meeting/time-plan.ts'
import { useHostNow } from '../../../connection/hall-context.tsx'
import { useDesk } from '../../desk-context.tsx'
import { MinutesField } from './MinutesField.tsx'
import { endWords } from './plan-words.ts'

/** 时间安排: minutes for the meeting and for every item that is not over; each is kept as soon as it is written. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const { act, meeting } = useDesk()
  const now = useHostNow()
  const plan = timePlan(meeting, now)
  const { agenda, plannedMinutes } = meeting
  const items = agenda.filter((item) => item.phase !== 'finished')
  return (
    <Modal title="时间安排" open footer={null} onCancel={onClose}>
      <div className="plan-fields">
        <div className="plan-line">
          <b className="grow">全会</b>
          <MinutesField
            label="全会几分钟"
            minutes={plannedMinutes}
            onSet={(minutes) => void act('planMeeting', { minutes })}
          />
        </div>
        <ol>
          {items.map((item) => (
            <li key={item.itemId} className="plan-line">
              <span className="grow one" title={item.title}>
                {chineseNumber(agenda.indexOf(item) + 1)}、{item.title}
              </span>
              <MinutesField
                label={`${item.title}：几分钟`}
                minutes={item.minutes}
                onSet={(minutes) => void act('planItem', { itemId: item.itemId, minutes })}
              />
            </li>
          ))}
        </ol>
        <p className="sub" role="status">
          {endWords(plan)?.words ?? '定了时间，就能算出几点散会。'}
          {plan.unplanned.length > 0 && endWords(plan) !== null && `（有 ${plan.unplanned.length} 项没定，没算在内）`}
        </p>
        <p className="note">不写就是不定。写了马上算，不用另存；到了时间只提醒，不会自动停。</p>
      </div>
    </Modal>
  )
}
