import { HintedCheck } from './HintedCheck.tsx'
import { LimitField } from './LimitField.tsx'
import { ruleLabels } from './rule-labels.ts'
import type { RulesProps } from './speaking-settings.ts'

const WAITING = { usual: 20, max: 500 } as const

/** 报名: who may ask for the floor, and what has to be said with it. */
export function AskingFields({ rules, onChange }: RulesProps) {
  return (
    <fieldset>
      <legend className="song">报名</legend>
      <HintedCheck
        {...ruleLabels.presentOnly}
        checked={rules.presentOnly}
        onChange={(presentOnly) => onChange({ presentOnly })}
      />
      <HintedCheck
        {...ruleLabels.stanceRequired}
        checked={rules.stanceRequired}
        onChange={(stanceRequired) => onChange({ stanceRequired })}
      />
      <HintedCheck {...ruleLabels.repeats} checked={rules.repeats} onChange={(repeats) => onChange({ repeats })} />
      <HintedCheck
        {...ruleLabels.delegatorsBarred}
        checked={rules.delegatorsBarred}
        onChange={(delegatorsBarred) => onChange({ delegatorsBarred })}
      />
      <HintedCheck
        {...ruleLabels.anonymous}
        checked={rules.anonymous}
        onChange={(anonymous) => onChange({ anonymous })}
      />
      <LimitField
        {...ruleLabels.maxWaiting}
        value={rules.maxWaiting}
        {...WAITING}
        onChange={(maxWaiting) => onChange({ maxWaiting })}
      />
    </fieldset>
  )
}
