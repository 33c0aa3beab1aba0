import { Input, Radio } from 'antd'
import { useId } from 'react'
import { type CouncilFields, type Level, levelNames, MAX_REGION_LENGTH } from './council-fields.ts'

type Props = {
  readonly fields: CouncilFields
  readonly autoFocus: boolean
  readonly disabled: boolean
  readonly onChange: (fields: CouncilFields) => void
}

/** 组织: what it is called, its short code, its level, and where it is. */
export function CouncilFieldsForm({ autoFocus, disabled, fields, onChange }: Props) {
  const id = useId()
  return (
    <>
      <div className="field council-name">
        <label htmlFor={`${id}n`}>组织名称</label>
        <Input
          id={`${id}n`}
          autoFocus={autoFocus}
          value={fields.name}
          disabled={disabled}
          placeholder="例如：××社区红色议事厅"
          onChange={(event) => onChange({ ...fields, name: event.target.value })}
        />
      </div>
      <div className="field council-code">
        <label htmlFor={`${id}c`}>短码</label>
        <Input
          id={`${id}c`}
          value={fields.code}
          disabled={disabled}
          maxLength={12}
          aria-describedby={`${id}e`}
          onChange={(event) =>
            onChange({ ...fields, code: event.target.value.toUpperCase().replace(/[^A-Z0-9]/g, '') })
          }
        />
        <span id={`${id}e`} className="note">
          工单号如 2026-{fields.code || '短码'}-0001
        </span>
      </div>
      <fieldset className="field council-level">
        <legend>层级</legend>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          value={fields.level}
          disabled={disabled}
          options={Object.entries(levelNames).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ ...fields, level: event.target.value as Level })}
        />
      </fieldset>
      <div className="field council-region">
        <label htmlFor={`${id}r`}>地区（可不填）</label>
        <Input
          id={`${id}r`}
          value={fields.region}
          disabled={disabled}
          maxLength={MAX_REGION_LENGTH}
          placeholder="省市，如：北京"
          aria-describedby={`${id}w`}
          onChange={(event) => onChange({ ...fields, region: event.target.value })}
        />
        <span id={`${id}w`} className="note">
          只用来对照地方规定
        </span>
      </div>
    </>
  )
}
