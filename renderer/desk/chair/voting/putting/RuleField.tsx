import { Select } from 'antd'
import { useId } from 'react'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import type { Rule } from '../../../../../shared/rules/rule.ts'
import { sourceText } from '../../../../../shared/rules/source-text.ts'
import { useDesk } from '../../../desk-context.tsx'
import { useLibrary } from '../../../library/use-library.ts'
import { ruleChoices } from '../rule-choices.ts'

/** No rule has this id: it has no letters. */
const NONE = '0'

type Props = { readonly terms: Terms; readonly onChange: (rule: Rule | null) => void }

/** By which rule: the meeting's, another that fits, or none, and then it is only counted. */
export function RuleField({ terms, onChange }: Props) {
  const { client, meeting } = useDesk()
  const { rulePacks } = useLibrary()
  const id = useId()
  const { question, rule } = terms
  const choices = ruleChoices({ terms, usual: meeting.rule, packs: rulePacks, now: client.hostNow() })
  const most = question.kind === 'choice' && question.elects !== null
  const none = question.kind === 'motion' ? '只统计，不判定通过不通过' : most ? '不用规则，票多的选定' : '不用规则'
  return (
    <div className="field">
      <label htmlFor={id}>按哪条规则</label>
      <Select
        id={id}
        value={rule?.ruleId ?? NONE}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          ...choices.map((choice) => ({ value: choice.rule.ruleId, label: choice.name })),
          { value: NONE, label: none },
        ]}
        onChange={(ruleId) => onChange(choices.find((choice) => choice.rule.ruleId === ruleId)?.rule ?? null)}
      />
      {rule !== null && <span className="note">依据：{sourceText(rule)}</span>}
    </div>
  )
}
