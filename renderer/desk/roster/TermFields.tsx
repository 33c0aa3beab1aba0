import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'

const FORMAT = 'YYYY-MM-DD'
/** What people type is taken too. */
const FORMATS = [FORMAT, 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD', 'YYYY年M月D日']

type Props = {
  readonly from: string
  readonly to: string
  readonly onChange: (term: { readonly termFrom: string; readonly termTo: string }) => void
}

/** 任期, both ends of which may be open. */
export function TermFields({ from, onChange, to }: Props) {
  const id = useId()
  const ends = [
    { key: 'f', label: '任期起', value: from, give: (termFrom: string) => ({ termFrom, termTo: to }) },
    { key: 't', label: '任期止', value: to, give: (termTo: string) => ({ termFrom: from, termTo }) },
  ]
  return (
    <div className="row field-pair">
      {ends.map(({ give, key, label, value }) => (
        <div key={key} className="field grow">
          <label htmlFor={id + key}>{label}</label>
          <DatePicker
            id={id + key}
            size="small"
            format={FORMATS}
            placeholder="不限"
            value={value === '' ? null : dayjs(value)}
            onChange={(date) => onChange(give(date?.format(FORMAT) ?? ''))}
          />
        </div>
      ))}
    </div>
  )
}
