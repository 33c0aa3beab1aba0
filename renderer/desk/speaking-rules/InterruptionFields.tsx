import { HintedCheck } from './HintedCheck.tsx'
import { PointCategories } from './PointCategories.tsx'
import { ruleLabels } from './rule-labels.ts'
import type { RulesProps } from './speaking-settings.ts'

/** 插话: what comes before ordinary requests. */
export function InterruptionFields({ rules, onChange }: RulesProps) {
  const { pointsOfOrder } = rules
  return (
    <fieldset>
      <legend className="song">插话</legend>
      <HintedCheck
        {...ruleLabels.questions}
        checked={rules.questions}
        onChange={(questions) => onChange({ questions })}
      />
      <HintedCheck
        {...ruleLabels.interventions}
        checked={rules.interventions}
        onChange={(interventions) => onChange({ interventions })}
      />
      <HintedCheck
        {...ruleLabels.pointsOfOrder}
        checked={pointsOfOrder !== null}
        onChange={(allowed) => onChange({ pointsOfOrder: allowed ? [] : null })}
      >
        {pointsOfOrder !== null && (
          <PointCategories
            categories={pointsOfOrder}
            onChange={(categories) => onChange({ pointsOfOrder: categories })}
          />
        )}
      </HintedCheck>
      {pointsOfOrder !== null && (
        <HintedCheck
          {...ruleLabels.closedToPoints}
          checked={rules.closedToPoints}
          onChange={(closedToPoints) => onChange({ closedToPoints })}
        />
      )}
    </fieldset>
  )
}
