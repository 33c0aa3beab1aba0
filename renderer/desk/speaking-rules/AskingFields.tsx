import { HintedCheck } from './HintedCheck.tsx'
import { LimitField } from './LimitField.tsx'
import type { RulesProps } from './speaking-settings.ts'

const WAITING = { usual: 20, max: 500 } as const

/** 报名: who may ask for the floor, and what has to be said with it. */
export function AskingFields({ rules, onChange }: RulesProps) {
  return (
    <fieldset>
      <legend className="song">报名</legend>
      <HintedCheck
        label="签到了才能报名"
        hint="没到会的人不能排队。"
        checked={rules.presentOnly}
        onChange={(presentOnly) => onChange({ presentOnly })}
      />
      <HintedCheck
        label="报名要说立场"
        hint="报名时选赞成、反对、补充或提问。"
        checked={rules.stanceRequired}
        onChange={(stanceRequired) => onChange({ stanceRequired })}
      />
      <HintedCheck
        label="一个人可以同时排几个位子"
        hint="不勾，说完了才能再报。"
        checked={rules.repeats}
        onChange={(repeats) => onChange({ repeats })}
      />
      <HintedCheck
        label="委托了表决的人不发言"
        hint="已经请别人代投的，由受托人说。"
        checked={rules.delegatorsBarred}
        onChange={(delegatorsBarred) => onChange({ delegatorsBarred })}
      />
      <HintedCheck
        label="可以不记名"
        hint="不愿留名的由主持人排进来，记录里写“一位居民”。"
        checked={rules.anonymous}
        onChange={(anonymous) => onChange({ anonymous })}
      />
      <LimitField
        label="最多几个人等候"
        hint="满了先不收，主持人还可以加。"
        value={rules.maxWaiting}
        {...WAITING}
        onChange={(maxWaiting) => onChange({ maxWaiting })}
      />
    </fieldset>
  )
}
