import { Checkbox } from 'antd'
import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  /** What happens when it is on. */
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children?: ReactNode
}

/** A setting that is on or off, with what it does; what belongs to it beneath. */
export function HintedCheck({ label, hint, checked, onChange, children }: Props) {
  return (
    <div className="hinted">
      <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)}>
        {label}
        <span className="note hint">{hint}</span>
      </Checkbox>
      {children}
    </div>
  )
}
