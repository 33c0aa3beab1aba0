import { InputNumber } from 'antd'
import { useState } from 'react'

/** A day. */
const MAX_MINUTES = 1_440
const STEP = 5

type Props = {
  readonly label: string
  /** Null: not planned. */
  readonly minutes: number | null
  readonly onSet: (minutes: number | null) => void
}

/** Minutes that are kept when the field is left, with Enter, or step by step. */
export function MinutesField({ label, minutes, onSet }: Props) {
  const [typed, setTyped] = useState<{ readonly value: number | null } | null>(null)
  const set = (value: number | null) => {
    setTyped(null)
    if (value !== minutes) onSet(value)
  }
  return (
    <InputNumber<number>
      aria-label={label}
      className="plan-minutes"
      min={1}
      max={MAX_MINUTES}
      step={STEP}
      precision={0}
      suffix="分"
      placeholder="不定"
      value={typed === null ? minutes : typed.value}
      onChange={(value) => setTyped({ value })}
      onStep={(value) => set(value)}
      onBlur={() => typed !== null && set(typed.value)}
      onPressEnter={() => typed !== null && set(typed.value)}
    />
  )
}
