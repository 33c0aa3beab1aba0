import { HintedCheck } from './HintedCheck.tsx'
import { PointCategories } from './PointCategories.tsx'
import type { RulesProps } from './speaking-settings.ts'

/** 插话: what comes before ordinary requests. */
export function InterruptionFields({ rules, onChange }: RulesProps) {
  const { pointsOfOrder } = rules
  return (
    <fieldset>
      <legend className="song">插话</legend>
      <HintedCheck
        label="可以插问"
        hint="对正在发言的人问一句：他的钟停着，问完接着说。"
        checked={rules.questions}
        onChange={(questions) => onChange({ questions })}
      />
      <HintedCheck
        label="可以回应说明"
        hint="被点到的人可以先说明，排在普通发言前面。"
        checked={rules.interventions}
        onChange={(interventions) => onChange({ interventions })}
      />
      <HintedCheck
        label="可以提程序问题"
        hint="会场秩序、跑题、程序不对，可以先提，排在普通发言前面。"
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
          label="停止报名后也不收程序问题"
          hint="不勾，停止报名后还可以提程序问题。"
          checked={rules.closedToPoints}
          onChange={(closedToPoints) => onChange({ closedToPoints })}
        />
      )}
    </fieldset>
  )
}
