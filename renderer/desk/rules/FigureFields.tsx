import { Input } from 'antd'
import { useId } from 'react'
import type { InputKey } from '../../../shared/rules/trial/input-keys.ts'
import { type Figures, unitOf } from './figure-keys.ts'

type Props = {
  readonly keys: readonly InputKey[]
  readonly figures: Figures
  /** Typed, but no figure. */
  readonly invalid: readonly InputKey[]
  /** Asked by the rule. */
  readonly required: readonly InputKey[]
  readonly onChange: (figures: Figures) => void
}

/** A line of figures, each under its name. */
export function FigureFields({ figures, invalid, keys, onChange, required }: Props) {
  const id = useId()
  return (
    <div className="figure-line">
      {keys.map((key) => (
        <div className="field" key={key}>
          <label htmlFor={`${id}${key}`}>{key}</label>
          <Input
            id={`${id}${key}`}
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={figures[key] ?? ''}
            placeholder={required.includes(key) ? '' : '可不填'}
            {...(unitOf(key) === '' ? {} : { suffix: unitOf(key) })}
            {...(invalid.includes(key) ? { status: 'error' as const, 'aria-invalid': true } : {})}
            onChange={(event) => onChange({ ...figures, [key]: event.target.value })}
          />
        </div>
      ))}
    </div>
  )
}
