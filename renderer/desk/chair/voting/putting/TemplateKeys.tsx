import { Radio } from 'antd'
import type { TemplateId } from '../../../../../shared/meeting/voting/templates.ts'
import { useDesk } from '../../../desk-context.tsx'
import { notOffered, templatesOf } from '../vote-plan.ts'

/** 表决方式 as the desk calls them. */
export const templateNames: Readonly<Record<TemplateId, string>> = {
  named: '记名表决',
  hands: '举手点数',
  secret: '无记名纸票',
  mixed: '手机+举手+纸票',
  objection: '有没有反对意见',
  assessment: '评议',
  choice: '多选',
  election: '选举计票',
}

type Props = { readonly value: TemplateId; readonly onChange: (template: TemplateId) => void }

/** 表决方式 in a row: one press, and everything that belongs to it is filled in. */
export function TemplateKeys({ value, onChange }: Props) {
  const { meeting } = useDesk()
  const keys = templatesOf(meeting.form).map((template) => ({ template, reason: notOffered(template, meeting) }))
  const missing = keys.filter(({ reason }) => reason !== null)
  return (
    <>
      <Radio.Group
        className="vote-templates"
        aria-label="表决方式"
        optionType="button"
        buttonStyle="solid"
        size="small"
        options={keys.map(({ reason, template }) => ({
          value: template,
          label: templateNames[template],
          disabled: reason !== null,
        }))}
        value={value}
        onChange={(event) => onChange(event.target.value as TemplateId)}
      />
      {missing.map(({ reason, template }) => (
        <p key={template} className="note">
          “{templateNames[template]}”这里不能用：{reason}
        </p>
      ))}
    </>
  )
}
