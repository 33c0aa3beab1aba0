import { InputNumber } from 'antd'
import { plannedMinutes } from '../../../shared/council/messages.ts'

type Props = {
  readonly id?: string
  readonly label?: string
  readonly placeholder: string
  /** Beneath something more important. */
  readonly quiet?: boolean
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
}

/** Minutes that may be left open. */
export function MinutesField({ id, label, placeholder, quiet = false, value, onChange }: Props) {
  return (
    <InputNumber
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(quiet ? { size: 'small', variant: 'underlined' } : {})}
      className="minutes-field"
      precision={0}
      suffix="分钟"
      placeholder={placeholder}
      value={value}
      onChange={(typed) => {
        if (typed === null) return onChange(null)
        const minutes = plannedMinutes.safeParse(typed)
        if (minutes.success) onChange(minutes.data)
      }}
    />
  )
}
