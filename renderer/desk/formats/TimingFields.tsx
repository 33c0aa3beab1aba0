import { Checkbox, InputNumber, Select } from 'antd'
import { useId } from 'react'
import type { Recurrence } from '../../../shared/formats/format.ts'
import { cautionSentences } from '../../../shared/wording/cautions.ts'
import { everyPeriod, paperNames } from '../../../shared/wording/formats.ts'
import type { FieldsProps } from './FormatEditor.tsx'
import { choices } from './field-choices.ts'

const NONE = 'none'
const pers = ['week', 'month', 'quarter', 'year'] as const satisfies readonly Recurrence['per'][]
const periods: { readonly value: Recurrence['per'] | typeof NONE; readonly label: string }[] = [
  { value: NONE, label: '按需召开，不催办' },
  ...pers.map((per) => ({ value: per, label: everyPeriod(per) })),
]

const USUAL_REMIND_DAYS = 7

/** Notice, how often, papers and what must be said. */
export function TimingFields({ draft, onChange }: FieldsProps) {
  const id = useId()
  const { recurrence } = draft
  const recur = (changed: Partial<Recurrence>) =>
    onChange({ recurrence: { times: 1, per: 'month', remindDays: USUAL_REMIND_DAYS, ...recurrence, ...changed } })
  return (
    <>
      <fieldset className="format-part">
        <legend className="song">公示和次数</legend>
        <div className="row wrap format-row">
          <div className="field">
            <label htmlFor={`${id}n`}>会前公示几天</label>
            <InputNumber
              id={`${id}n`}
              min={0}
              max={60}
              precision={0}
              value={draft.noticeDays}
              onChange={(noticeDays) => onChange({ noticeDays: noticeDays ?? draft.noticeDays })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}e`}>多久一次</label>
            <Select<Recurrence['per'] | typeof NONE>
              id={`${id}e`}
              className="format-period"
              value={recurrence?.per ?? NONE}
              options={periods}
              onChange={(per) => (per === NONE ? onChange({ recurrence: null }) : recur({ per }))}
            />
          </div>
          {recurrence !== null && (
            <>
              <div className="field">
                <label htmlFor={`${id}m`}>至少几次</label>
                <InputNumber
                  id={`${id}m`}
                  min={1}
                  max={31}
                  precision={0}
                  value={recurrence.times}
                  onChange={(times) => recur({ times: times ?? recurrence.times })}
                />
              </div>
              <div className="field">
                <label htmlFor={`${id}d`}>到期前几天提醒</label>
                <InputNumber
                  id={`${id}d`}
                  min={0}
                  max={60}
                  precision={0}
                  value={recurrence.remindDays}
                  onChange={(remindDays) => recur({ remindDays: remindDays ?? recurrence.remindDays })}
                />
              </div>
            </>
          )}
        </div>
      </fieldset>
      <fieldset className="format-part">
        <legend className="song">材料</legend>
        <p className="note">会议纪要和工单由本软件出，其余的要另外手写。</p>
        <Checkbox.Group
          aria-label="材料"
          value={[...draft.documents]}
          options={[...choices(paperNames)]}
          onChange={(documents) => onChange({ documents })}
        />
      </fieldset>
      <fieldset className="format-part">
        <legend className="song">提醒</legend>
        <Checkbox.Group
          aria-label="提醒"
          className="format-sentences"
          value={[...draft.cautions]}
          options={[...choices(cautionSentences)]}
          onChange={(cautions) => onChange({ cautions })}
        />
      </fieldset>
    </>
  )
}
