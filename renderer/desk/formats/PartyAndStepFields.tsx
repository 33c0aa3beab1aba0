import { Checkbox, Select } from 'antd'
import type { Format, MeetingPage } from '../../../shared/formats/format.ts'
import type { FieldsProps } from './FormatEditor.tsx'
import { OrderedLines } from './OrderedLines.tsx'

const MAX_PARTIES = 20
const MAX_PARTY_NAME = 30
const MAX_STEPS = 15
const MAX_STEP_NAME = 20

const OUTSIDE = 'outside'
const pages = [
  { value: 'signIn', label: '在“签到”页' },
  { value: 'discuss', label: '在“议事”页' },
  { value: 'decide', label: '在“表决、结论”页' },
  { value: 'minutes', label: '在“纪要”页' },
  { value: 'worksheets', label: '在“工单”页' },
  { value: OUTSIDE, label: '会外办' },
] as const satisfies readonly { readonly value: MeetingPage | typeof OUTSIDE; readonly label: string }[]

const emptyParty: Format['parties'][number] = { name: '', required: true }
const emptyStep: Format['steps'][number] = { name: '', at: null }

export function PartyFields({ draft, onChange }: FieldsProps) {
  return (
    <fieldset className="format-part">
      <legend className="song">参加方</legend>
      <p className="note">没有分方的就不写。必到的缺一方会提醒，不拦着开会。</p>
      <OrderedLines
        what="参加方"
        lines={draft.parties}
        empty={emptyParty}
        maxName={MAX_PARTY_NAME}
        maxLines={MAX_PARTIES}
        onChange={(parties) => onChange({ parties })}
      >
        {(line, label, change) => (
          <Checkbox
            aria-label={`${label}必到`}
            checked={line.required}
            onChange={(event) => change({ ...line, required: event.target.checked })}
          >
            必到
          </Checkbox>
        )}
      </OrderedLines>
    </fieldset>
  )
}

export function StepFields({ draft, onChange }: FieldsProps) {
  return (
    <fieldset className="format-part">
      <legend className="song">步骤</legend>
      <p className="note">名称按本组织的叫法写；“会外办”的只提示，不在本软件里办。</p>
      <OrderedLines
        what="步骤"
        lines={draft.steps}
        empty={emptyStep}
        maxName={MAX_STEP_NAME}
        maxLines={MAX_STEPS}
        onChange={(steps) => onChange({ steps })}
      >
        {(line, label, change) => (
          <Select<MeetingPage | typeof OUTSIDE>
            className="ordered-page"
            aria-label={`${label}在哪里办`}
            value={line.at ?? OUTSIDE}
            options={[...pages]}
            onChange={(at) => change({ ...line, at: at === OUTSIDE ? null : at })}
          />
        )}
      </OrderedLines>
    </fieldset>
  )
}
