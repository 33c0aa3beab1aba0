import { InputNumber } from 'antd'
import { useId } from 'react'
import { HintedCheck } from './HintedCheck.tsx'
import { LimitField } from './LimitField.tsx'
import { ruleLabels } from './rule-labels.ts'
import type { RulesProps } from './speaking-settings.ts'

/** What a speech, and a warning before its end, may last, in seconds. */
const SECONDS = { min: 10, max: 600, step: 30 } as const
const WARN_STEP_SECONDS = 10
const TIMES = { usual: 2, max: 20 } as const

type Props = RulesProps & { readonly seconds: number; readonly onSeconds: (seconds: number) => void }

/** 计时. */
export function ClockFields({ seconds, rules, onSeconds, onChange }: Props) {
  const id = useId()
  return (
    <fieldset>
      <legend className="song">计时</legend>
      <div className="row wrap rules-figures">
        <div className="field">
          <label htmlFor={`${id}s`}>每次限时（秒）</label>
          <InputNumber
            id={`${id}s`}
            {...SECONDS}
            precision={0}
            value={seconds}
            onChange={(typed) => {
              if (typed !== null) onSeconds(typed)
            }}
          />
          <span className="note">说的时候还可以再给 30 秒。</span>
        </div>
        <div className="field">
          <label htmlFor={`${id}w`}>{ruleLabels.warnSeconds.label}</label>
          <InputNumber
            id={`${id}w`}
            min={0}
            max={SECONDS.max}
            step={WARN_STEP_SECONDS}
            precision={0}
            value={rules.warnSeconds}
            onChange={(warnSeconds) => {
              if (warnSeconds !== null) onChange({ warnSeconds })
            }}
          />
          <span className="note">{ruleLabels.warnSeconds.hint}</span>
        </div>
        <LimitField {...ruleLabels.times} value={rules.times} {...TIMES} onChange={(times) => onChange({ times })} />
      </div>
      <HintedCheck {...ruleLabels.sound} checked={rules.sound} onChange={(sound) => onChange({ sound })} />
      <HintedCheck {...ruleLabels.hardEnd} checked={rules.hardEnd} onChange={(hardEnd) => onChange({ hardEnd })} />
    </fieldset>
  )
}
