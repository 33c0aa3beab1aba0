import { Checkbox, InputNumber } from 'antd'
import { useId } from 'react'

type Props = {
  readonly label: string
  readonly hint: string
  /** Null: no limit. */
  readonly value: number | null
  /** What is proposed when a limit is wanted. */
  readonly usual: number
  readonly max: number
  readonly onChange: (value: number | null) => void
}

/** A number that may be left open (不限). */
export function LimitField({ label, hint, value, usual, max, onChange }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <InputNumber
          id={id}
          min={1}
          max={max}
          precision={0}
          placeholder="不限"
          disabled={value === null}
          value={value}
          onChange={(typed) => {
            if (typed !== null) onChange(typed)
          }}
        />
        <Checkbox checked={value === null} onChange={(event) => onChange(event.target.checked ? null : usual)}>
          不限<span className="only-readers">{label}</span>
        </Checkbox>
      </div>
      <span className="note">{hint}</span>
    </div>
  )
}
