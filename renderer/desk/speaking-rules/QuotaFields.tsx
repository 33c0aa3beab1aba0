import { IconPlus, IconX } from '@tabler/icons-react'
import { AutoComplete, Button, InputNumber } from 'antd'
import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'
import { ruleLabels } from './rule-labels.ts'
import type { RulesProps } from './speaking-settings.ts'

const MAX_GROUPS = 20
const MAX_PARTY = 30
/** Minutes: what the rules allow is 10 s to 3 h. */
const MINUTES = { min: 0.5, max: 180, usual: 10 } as const
const MINUTE = 60

type Quota = SpeakingRules['quotas'][number]
type Props = RulesProps & { readonly parties: readonly string[] }

/** 分组时间: how long the people of one 方 may speak on an item, together. */
export function QuotaFields({ rules: { quotas }, parties, onChange }: Props) {
  const change = (index: number, changed: Partial<Quota>) =>
    onChange({ quotas: quotas.map((quota, at) => (at === index ? { ...quota, ...changed } : quota)) })
  const free = parties.filter((party) => !quotas.some((quota) => quota.party === party))
  const add = (added: readonly string[]) =>
    onChange({ quotas: [...quotas, ...added.map((party) => ({ party, seconds: MINUTES.usual * MINUTE }))] })
  const room = MAX_GROUPS - quotas.length
  return (
    <fieldset>
      <legend className="song">{ruleLabels.quotas.label}</legend>
      <p className="note">{ruleLabels.quotas.hint}</p>
      <div className="rules-lines">
        {quotas.length > 0 && (
          <ol aria-label="各方的时间">
            {quotas.map(({ party, seconds }, index) => {
              const label = `第 ${index + 1} 方`
              return (
                <li key={label}>
                  <AutoComplete
                    className="grow"
                    aria-label={`${label}的名称`}
                    placeholder="如：业委会"
                    maxLength={MAX_PARTY}
                    value={party}
                    options={free.map((name) => ({ value: name }))}
                    onChange={(name) => change(index, { party: name ?? '' })}
                  />
                  <InputNumber
                    aria-label={`${label}的分钟数`}
                    suffix="分"
                    min={MINUTES.min}
                    max={MINUTES.max}
                    value={seconds / MINUTE}
                    onChange={(typed) => {
                      if (typed !== null) change(index, { seconds: Math.round(typed * MINUTE) })
                    }}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={`删去${label}`}
                    title="删去"
                    icon={<IconX size={16} />}
                    onClick={() => onChange({ quotas: quotas.filter((_, at) => at !== index) })}
                  />
                </li>
              )
            })}
          </ol>
        )}
        <p className="row wrap">
          {free.length > 1 && (
            <Button size="small" disabled={room < free.length} onClick={() => add(free)}>
              {quotas.length === 0 ? `给每一方都定（${free.length} 方）` : `其余 ${free.length} 方也定`}
            </Button>
          )}
          <Button size="small" icon={<IconPlus size={16} />} disabled={room < 1} onClick={() => add([''])}>
            加一方
          </Button>
          {quotas.length === 0 && <span className="note">现在不分组计时。</span>}
        </p>
      </div>
    </fieldset>
  )
}
