import { DatePicker, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { seatKindNames } from '../../ui/seat-kinds.ts'
import { formats, type MeetingPlan } from './meeting-plan.ts'

const MIN_SPEAKING_SECONDS = 10
const MAX_SPEAKING_SECONDS = 600
const OWN = 'own'

type Props = {
  readonly council: FoundedCouncil
  readonly plan: MeetingPlan
  readonly onChange: (plan: MeetingPlan) => void
}

/** What the meeting is called, where and when it is, and who runs it. */
export function ConveneFields({ council, plan, onChange }: Props) {
  const client = useHall()
  const id = useId()
  const named = formats.some((format) => format === plan.format)
  const [own, setOwn] = useState(!named)
  const people = council.seats.map(({ kind, seatId }) => ({
    value: seatId,
    label: `${nameOf(client, seatId)}（${seatKindNames[kind]}）`,
    kind,
  }))
  const mayChair = people.filter((person) => person.kind !== 'guest' && person.kind !== 'walkIn')
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}t`}>会议名称</label>
        <Input
          id={`${id}t`}
          value={plan.title}
          maxLength={120}
          onChange={(event) => onChange({ ...plan, title: event.target.value })}
        />
      </div>
      <fieldset className="field">
        <legend>会议形式</legend>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          value={own ? OWN : plan.format}
          options={[...formats.map((format) => ({ value: format, label: format })), { value: OWN, label: '自定' }]}
          onChange={(event) => {
            setOwn(event.target.value === OWN)
            onChange({ ...plan, format: event.target.value === OWN ? '' : event.target.value })
          }}
        />
        {own && (
          <Input
            aria-label="自定会议形式"
            placeholder="例如：居民协商会"
            value={plan.format}
            maxLength={40}
            onChange={(event) => onChange({ ...plan, format: event.target.value })}
          />
        )}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}p`}>地点</label>
        <Input
          id={`${id}p`}
          value={plan.place}
          maxLength={80}
          placeholder="例如：党群服务中心二楼"
          onChange={(event) => onChange({ ...plan, place: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}s`}>开始时间</label>
        <DatePicker
          id={`${id}s`}
          showTime={{ format: 'HH:mm' }}
          format="YYYY年M月D日 HH:mm"
          placeholder="现在"
          value={plan.startsAt === null ? null : dayjs(plan.startsAt)}
          onChange={(value) => onChange({ ...plan, startsAt: value?.valueOf() ?? null })}
        />
        <span className="note">不选就是现在</span>
      </div>
      <div className="row field-pair">
        <div className="field grow">
          <label htmlFor={`${id}c`}>主持人</label>
          <Select
            id={`${id}c`}
            value={plan.chair}
            options={mayChair}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chair) => onChange({ ...plan, chair })}
          />
        </div>
        <div className="field grow">
          <label htmlFor={`${id}r`}>记录人（话事员）</label>
          <Select
            id={`${id}r`}
            value={plan.scribe}
            options={people}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(scribe) => onChange({ ...plan, scribe })}
          />
        </div>
      </div>
      <div className="field field-short">
        <label htmlFor={`${id}l`}>每次发言限时（秒）</label>
        <InputNumber
          id={`${id}l`}
          min={MIN_SPEAKING_SECONDS}
          max={MAX_SPEAKING_SECONDS}
          step={30}
          precision={0}
          value={plan.speakingSeconds}
          onChange={(speakingSeconds) =>
            onChange({ ...plan, speakingSeconds: speakingSeconds ?? plan.speakingSeconds })
          }
        />
      </div>
    </>
  )
}
