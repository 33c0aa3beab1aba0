import { Checkbox, Radio, Select } from 'antd'
import { useId } from 'react'
import type { Format } from '../../../shared/formats/format.ts'
import { decisionNames, votingKindNames } from '../../../shared/wording/formats.ts'
import { useLibrary } from '../library/use-library.ts'
import type { FieldsProps } from './FormatEditor.tsx'
import { choices } from './field-choices.ts'

const LATER = ''

/** How an item ends, by which rule, and who votes. */
export function DecidingFields({ draft, onChange }: FieldsProps) {
  const { rulePacks } = useLibrary()
  const id = useId()
  const packs = [
    { value: LATER, label: '开会时再选' },
    ...rulePacks.map(({ checked, name, ruleId }) => ({
      value: ruleId,
      label: checked == null ? `${name}（依据待核对）` : name,
    })),
  ]
  return (
    <fieldset className="format-part">
      <legend className="song">怎么定</legend>
      <Radio.Group
        aria-label="怎么定"
        optionType="button"
        buttonStyle="solid"
        value={draft.decision}
        options={[...choices(decisionNames)]}
        onChange={(event) => onChange({ decision: event.target.value as Format['decision'] })}
      />
      {draft.decision === 'vote' && (
        <>
          <div className="field">
            <label htmlFor={`${id}r`}>规则包</label>
            <Select
              id={`${id}r`}
              value={draft.ruleId ?? LATER}
              options={packs}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(ruleId) => onChange({ ruleId: ruleId === LATER ? null : ruleId })}
            />
          </div>
          <div className="field">
            <span className="sub">哪些席位有表决权</span>
            <Checkbox.Group
              aria-label="哪些席位有表决权"
              value={[...draft.votingKinds]}
              options={[...choices(votingKindNames)]}
              onChange={(votingKinds) => onChange({ votingKinds })}
            />
            <span className="note">每一席还可以在名册里另定；列席不表决。</span>
          </div>
        </>
      )}
      <Checkbox checked={draft.rollCall} onChange={(event) => onChange({ rollCall: event.target.checked })}>
        要签到，核应到、实到
      </Checkbox>
      {draft.decision === 'record' && (
        <Checkbox checked={draft.actFirst} onChange={(event) => onChange({ actFirst: event.target.checked })}>
          先办，后补记录
        </Checkbox>
      )}
      <Checkbox checked={draft.chairRotates} onChange={(event) => onChange({ chairRotates: event.target.checked })}>
        轮值主席：每次换一位主持
      </Checkbox>
    </fieldset>
  )
}
