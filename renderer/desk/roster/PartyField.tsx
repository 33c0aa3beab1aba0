import { AutoComplete } from 'antd'
import { useId } from 'react'

/** Those that most councils have. */
const USUAL_PARTIES = ['社区党组织', '物业企业', '小区党支部', '业委会', '居民代表', '驻区单位']
const USUAL_DUTIES = ['法律顾问', '民警', '城管', '物业', '街道部门', '人大代表', '政协委员']
const MAX_LENGTH = 30

type Props = {
  readonly label: string
  readonly usual: 'parties' | 'duties'
  /** Those that this roster has already come first. */
  readonly known: readonly string[]
  readonly value: string
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

/** 方 or 列席身份: a word of one's own, or one of those that are usual. */
export function PartyField({ known, label, onChange, placeholder, usual, value }: Props) {
  const id = useId()
  const words = [...new Set([...known, ...(usual === 'parties' ? USUAL_PARTIES : USUAL_DUTIES)])]
  const typed = value.trim()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <AutoComplete
        id={id}
        size="small"
        value={value}
        maxLength={MAX_LENGTH}
        placeholder={placeholder}
        options={words.filter((word) => word.includes(typed)).map((word) => ({ value: word }))}
        onChange={onChange}
      />
    </div>
  )
}
