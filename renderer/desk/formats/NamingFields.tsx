import { Input } from 'antd'
import { useId } from 'react'
import type { FieldsProps } from './FormatEditor.tsx'

const MAX_NAME = 40
const MAX_TEXT = 300

/** What the format is called, what it is for, and where it comes from. */
export function NamingFields({ draft, onChange }: FieldsProps) {
  const id = useId()
  return (
    <fieldset className="format-part">
      <legend className="song">名称和说明</legend>
      <div className="field">
        <label htmlFor={`${id}n`}>名称</label>
        <Input
          id={`${id}n`}
          maxLength={MAX_NAME}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}a`}>说明</label>
        <Input.TextArea
          id={`${id}a`}
          rows={4}
          maxLength={MAX_TEXT}
          value={draft.about}
          onChange={(event) => onChange({ about: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}s`}>出处</label>
        <Input.TextArea
          id={`${id}s`}
          rows={2}
          maxLength={MAX_TEXT}
          value={draft.source}
          onChange={(event) => onChange({ source: event.target.value })}
        />
        <span className="note">例如“《××社区议事会章程》”；没有核对过的请写上“依据待核对”</span>
      </div>
    </fieldset>
  )
}
