import { Radio } from 'antd'
import type { OrderPolicy } from '../../../shared/formats/speaking-rules.ts'
import { policyNames } from '../../../shared/wording/speaking-order.ts'
import { ruleLabels } from './rule-labels.ts'
import type { RulesProps } from './speaking-settings.ts'

const policies: readonly { readonly policy: OrderPolicy; readonly hint: string }[] = [
  { policy: 'arrival', hint: '谁先报名谁先说。' },
  { policy: 'freshFirst', hint: '本题还没开口的人排在前面；都说过的，说得少的先说。' },
  { policy: 'alternate', hint: '没开口的仍然排在前面；上一位赞成，就先请反对的，反过来也一样。' },
  { policy: 'round', hint: '每人先说一遍，再说第二遍；轮到了不想说可以“过”。' },
]

/** 谁先说, of those who ask in the ordinary way. */
export function OrderFields({ rules, onChange }: RulesProps) {
  return (
    <fieldset>
      <legend className="song">{ruleLabels.policy.label}</legend>
      <p className="note">{ruleLabels.policy.hint}</p>
      <Radio.Group
        aria-label={ruleLabels.policy.label}
        value={rules.policy}
        onChange={(event) => {
          const chosen = policies.find(({ policy }) => policy === event.target.value)
          if (chosen !== undefined) onChange({ policy: chosen.policy })
        }}
      >
        {policies.map(({ hint, policy }) => (
          <Radio key={policy} value={policy}>
            {policyNames[policy]}
            <span className="note hint">{hint}</span>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  )
}
