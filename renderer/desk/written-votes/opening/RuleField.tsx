import { Select } from 'antd'
import { useId } from 'react'
import { ruleLine } from '../../../../shared/papers/rule-line.ts'
import { ownersMatters } from './matters.ts'
import type { WrittenKind } from './opening-draft.ts'
import type { WrittenRule } from './written-rules.ts'

/** No rule has this id: it has no letters. */
const NONE = '0'

type Props = {
  readonly kind: WrittenKind
  readonly matter: string | null
  readonly rules: readonly WrittenRule[]
  readonly chosen: WrittenRule | null
  readonly onMatter: (matter: string | null) => void
  readonly onRule: (ruleId: string | null) => void
}

/** 事项 and 规则: a rule that is not for this matter says so before anybody is given a paper. */
export function RuleField({ chosen, kind, matter, onMatter, onRule, rules }: Props) {
  const id = useId()
  return (
    <>
      {kind === 'owners' && (
        <div className="field">
          <label htmlFor={`${id}-matter`}>是哪一类事项（《民法典》第二百七十八条）</label>
          <Select
            id={`${id}-matter`}
            allowClear
            placeholder="选了事项，自动配上该用的规则"
            value={matter}
            options={ownersMatters.map((value) => ({ value, label: value }))}
            onChange={(to: string | undefined) => onMatter(to ?? null)}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>按哪条规则</label>
        <Select
          id={id}
          value={chosen?.rule.ruleId ?? NONE}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: NONE, label: '只统计，不判定通过不通过' },
            ...rules.map(({ rule }) => ({ value: rule.ruleId, label: rule.name })),
          ]}
          onChange={(ruleId) => onRule(ruleId === NONE ? null : ruleId)}
        />
        {chosen !== null && <span className="note">{ruleLine(chosen.rule)}</span>}
        {chosen !== null && kind === 'survey' && (
          <span className="note">按户算：应到是征求的户数，实到是收回的户数，参与表决是收回的有效票。</span>
        )}
        {chosen?.fault != null && (
          <span className="written-fault" role="alert">
            {chosen.fault}
          </span>
        )}
      </div>
    </>
  )
}
