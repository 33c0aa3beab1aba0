import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import { speakingSeconds as allowedSeconds } from '../../../shared/formats/speaking-rules.ts'
import { policyNames } from '../../../shared/wording/speaking-order.ts'
import { speakingFacts } from '../formats/speaking-facts.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import type { Settled } from './settled.ts'

const ANY = 0
const TIMES = [ANY, 1, 2, 3, 4, 5]
const STEP_SECONDS = 30

type Props = {
  readonly plan: MeetingPlan
  readonly ready: Settled
  readonly onChange: (plan: MeetingPlan) => void
}

/** How long, how often and in which order people speak. */
export function SpeakingFields({ plan, ready, onChange }: Props) {
  const id = useId()
  const { speeches } = ready.form
  const times = speeches.times ?? ANY
  return (
    <div className="field">
      <div className="row field-pair wrap">
        <div className="field">
          <label htmlFor={`${id}l`}>每次发言限时（秒）</label>
          <InputNumber
            id={`${id}l`}
            step={STEP_SECONDS}
            precision={0}
            value={ready.speakingSeconds}
            onChange={(value) => {
              const seconds = allowedSeconds.safeParse(value)
              if (seconds.success) onChange({ ...plan, speakingSeconds: seconds.data })
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}t`}>每人每题</label>
          <Select
            id={`${id}t`}
            value={times}
            options={[...new Set([...TIMES, times])].map((value) => ({
              value,
              label: value === ANY ? '次数不限' : `最多 ${value} 次`,
            }))}
            onChange={(value) => onChange({ ...plan, speeches: { ...speeches, times: value === ANY ? null : value } })}
          />
        </div>
        <div className="field grow">
          <label htmlFor={`${id}p`}>谁先发言</label>
          <Select
            id={`${id}p`}
            value={speeches.policy}
            options={(['arrival', 'freshFirst', 'alternate', 'round'] as const).map((value) => ({
              value,
              label: policyNames[value],
            }))}
            onChange={(policy) => onChange({ ...plan, speeches: { ...speeches, policy } })}
          />
        </div>
      </div>
      <p className="note">{speakingFacts(speeches).join('')}开会后还可以只改某一个议题的。</p>
    </div>
  )
}
