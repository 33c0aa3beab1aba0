import { Input } from 'antd'
import { useId } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** When the field is left: what was typed may be tidied. */
  readonly onLeave?: () => void
  readonly placeholder?: string
  readonly maxLength?: number
  readonly inputMode?: 'decimal' | 'numeric' | 'tel'
}

export function TextField({ inputMode, label, maxLength, onChange, onLeave, placeholder, value }: Props) {
  const id = useId()
  return (
    <div className="field grow">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="small"
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        inputMode={inputMode}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </div>
  )
}
