import { Checkbox, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import type { MeetingPlan } from './meeting-plan.ts'

type Props = { readonly plan: MeetingPlan; readonly onChange: (plan: MeetingPlan) => void }

/** 公示: the day of the notice, and whether the items stood in it. */
export function NoticeField({ plan, onChange }: Props) {
  const id = useId()
  const items = plan.lines.filter((line) => line.title.trim() !== '')
  const all = items.length > 0 && items.every((line) => line.announced)
  return (
    <div className="field">
      <label htmlFor={id}>公示日期</label>
      <div className="row wrap">
        <DatePicker
          id={id}
          format="YYYY年M月D日"
          placeholder="没有公示"
          value={plan.noticedOn === null ? null : dayjs(plan.noticedOn)}
          onChange={(value) => onChange({ ...plan, noticedOn: value?.format('YYYY-MM-DD') ?? null })}
        />
        {plan.noticedOn !== null && items.length > 0 && (
          <Checkbox
            checked={all}
            indeterminate={!all && items.some((line) => line.announced)}
            onChange={(event) => {
              const announced = event.target.checked
              onChange({ ...plan, lines: plan.lines.map((line) => ({ ...line, announced })) })
            }}
          >
            议题都在公示里
          </Checkbox>
        )}
      </div>
    </div>
  )
}
