import { useId } from 'react'
import { MinutesField } from './MinutesField.tsx'
import type { MeetingPlan } from './meeting-plan.ts'
import { itemTimeWords } from './planned-time.ts'
import { Warning } from './Warning.tsx'

type Props = { readonly plan: MeetingPlan; readonly onChange: (plan: MeetingPlan) => void }

/** 会议时间: how long the whole is meant to take; nothing depends on it but the reckoning of the end. */
export function LengthField({ plan, onChange }: Props) {
  const id = useId()
  const { over, words } = itemTimeWords(plan)
  return (
    <div className="field">
      <label htmlFor={id}>会议时间（可以不写）</label>
      <MinutesField
        id={id}
        placeholder="不定"
        value={plan.minutes}
        onChange={(minutes) => onChange({ ...plan, minutes })}
      />
      {over ? <Warning>{words}</Warning> : <span className="note">{words}</span>}
    </div>
  )
}
