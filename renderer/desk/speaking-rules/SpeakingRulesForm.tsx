import './speaking-rules.css'
import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'
import { AskingFields } from './AskingFields.tsx'
import { ClockFields } from './ClockFields.tsx'
import { InterruptionFields } from './InterruptionFields.tsx'
import { OrderFields } from './OrderFields.tsx'
import { QuotaFields } from './QuotaFields.tsx'
import type { SpeakingSettings } from './speaking-settings.ts'

type Props = {
  readonly value: SpeakingSettings
  /** The 方 that may be given a time of their own. */
  readonly parties: readonly string[]
  readonly onChange: (value: SpeakingSettings) => void
}

/** Every setting of 发言规则, each with what it does in plain words. */
export function SpeakingRulesForm({ value, parties, onChange }: Props) {
  const { rules } = value
  const change = (changed: Partial<SpeakingRules>) => onChange({ ...value, rules: { ...rules, ...changed } })
  return (
    <div className="speaking-rules">
      <OrderFields rules={rules} onChange={change} />
      <ClockFields
        seconds={value.seconds}
        rules={rules}
        onSeconds={(seconds) => onChange({ ...value, seconds })}
        onChange={change}
      />
      <AskingFields rules={rules} onChange={change} />
      <InterruptionFields rules={rules} onChange={change} />
      <QuotaFields rules={rules} parties={parties} onChange={change} />
    </div>
  )
}
