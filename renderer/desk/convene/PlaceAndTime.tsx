import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import type { MeetingPlan } from './meeting-plan.ts'

type Props = {
  readonly plan: MeetingPlan
  /** 急哨: what was done is recorded afterwards. */
  readonly actFirst: boolean
  readonly onChange: (plan: MeetingPlan) => void
}

type PlaceProps = Props & { readonly place: string }

export function PlaceField({ plan, place, actFirst, onChange }: PlaceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{actFirst ? '现场地点' : '地点'}</label>
      <Input
        id={id}
        value={place}
        maxLength={80}
        placeholder={actFirst ? '例如：3 号楼北侧地下车库入口' : '例如：党群服务中心二楼'}
        onChange={(event) => onChange({ ...plan, place: event.target.value })}
      />
    </div>
  )
}

export function TimeField({ plan, actFirst, onChange }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{actFirst ? '处置时间' : '开始时间'}</label>
      <DatePicker
        id={id}
        showTime={{ format: 'HH:mm' }}
        format="YYYY年M月D日 HH:mm"
        placeholder="现在"
        value={plan.startsAt === null ? null : dayjs(plan.startsAt)}
        onChange={(value) => onChange({ ...plan, startsAt: value?.valueOf() ?? null })}
      />
      <span className="note">{actFirst ? '先办后记：填当时的时间，不选就是现在' : '不选就是现在'}</span>
    </div>
  )
}
