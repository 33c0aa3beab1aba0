import { Input } from 'antd'
import { useId, useRef } from 'react'
import type { Rule } from '../../../shared/rules/rule.ts'
import { CheckField } from './CheckField.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { ConditionsOfUse } from './ConditionsOfUse.tsx'
import { type DraftFault, draftedRule } from './drafted-rule.ts'
import { RuleExample } from './RuleExample.tsx'
import { changed, type RuleDraft } from './rule-draft.ts'

type Props = {
  readonly draft: RuleDraft
  /** The rule as it is saved; null for a new one. */
  readonly before: Rule | null
  /** What is told of what is missing: nothing before the first attempt to save. */
  readonly faults: readonly DraftFault[]
  readonly today: string
  readonly onChange: (draft: RuleDraft) => void
}

/** A rule pack as sentences with blanks; beside it the example, which is worked out anew with every change. */
export function PackEditor({ before, draft, faults, onChange, today }: Props) {
  const id = useId()
  const change = (part: Partial<RuleDraft>) => onChange(changed(draft, part))
  const faulty = (field: keyof RuleDraft) => faults.some((fault) => fault.field === field)
  const error = (field: keyof RuleDraft) => (faulty(field) ? { status: 'error' as const } : {})
  const example = useExample(draft)
  return (
    <div className="pack-columns">
      <section className="sheet pack-sheet" aria-label="规则">
        <div className="field">
          <label htmlFor={`${id}n`}>规则名称</label>
          <Input
            id={`${id}n`}
            maxLength={60}
            placeholder="例如：××社区议事会表决规则"
            value={draft.name}
            {...error('name')}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
        <ConditionFields draft={draft} faulty={faulty} onChange={change} />
        <div className="field">
          <label htmlFor={`${id}s`}>依据</label>
          <Input.TextArea
            id={`${id}s`}
            rows={2}
            maxLength={300}
            placeholder="例如：《××社区议事会章程》第九条"
            value={draft.source}
            {...error('source')}
            onChange={(event) => change({ source: event.target.value })}
          />
          <span className="note">宣布结果时会照念，也印在纪要上</span>
        </div>
        <ConditionsOfUse draft={draft} faulty={faulty} onChange={change} />
        <div className="field">
          <label htmlFor={`${id}e`}>说明</label>
          <Input
            id={`${id}e`}
            maxLength={300}
            placeholder="可不填"
            value={draft.note}
            onChange={(event) => onChange({ ...draft, note: event.target.value })}
          />
        </div>
        <CheckField
          checked={draft.checked}
          before={before}
          faulty={faulty('checked')}
          today={today}
          onChange={(checked) => onChange({ ...draft, checked })}
        />
      </section>
      {example !== null && <RuleExample rule={example} today={today} />}
    </div>
  )
}

/** The rule as far as the example needs it: while a blank is half filled in, the last one that could be worked out. */
function useExample(draft: RuleDraft): Rule | null {
  const last = useRef<Rule | null>(null)
  const rule = draftedRule({
    ...draft,
    name: draft.name.trim() || '新规则',
    source: draft.source.trim() || '（还没写）',
    checked: draft.checked?.by.trim() ? draft.checked : null,
  })
  if (rule.ok) last.current = rule.value
  return last.current
}
