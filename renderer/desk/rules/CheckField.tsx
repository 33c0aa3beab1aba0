import { Checkbox, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import type { Rule } from '../../../shared/rules/rule.ts'
import type { RuleDraft } from './rule-draft.ts'
import { checkedWords } from './standing.ts'

type Props = {
  readonly checked: RuleDraft['checked']
  /** The rule as it is saved; null for a new one. */
  readonly before: Rule | null
  readonly faulty: boolean
  readonly today: string
  readonly onChange: (checked: RuleDraft['checked']) => void
}

/** 已与原文核对: by whom and when. A rule that was changed has to be compared again. */
export function CheckField({ before, checked, faulty, onChange, today }: Props) {
  const id = useId()
  const undone = checked === null && before?.checked != null
  return (
    <fieldset className="field check-field">
      <legend>核对</legend>
      <div className="row wrap">
        <Checkbox
          checked={checked !== null}
          onChange={(event) => onChange(event.target.checked ? { by: '', on: today } : null)}
        >
          已与原文核对
        </Checkbox>
        {checked !== null && (
          <>
            <label className="only-readers" htmlFor={`${id}b`}>
              核对人
            </label>
            <Input
              id={`${id}b`}
              className="check-by"
              placeholder="核对人"
              maxLength={40}
              value={checked.by}
              {...(faulty ? { status: 'error' as const } : {})}
              onChange={(event) => onChange({ ...checked, by: event.target.value })}
            />
            <DatePicker
              aria-label="核对的日子"
              format="YYYY年M月D日"
              allowClear={false}
              value={dayjs(checked.on)}
              onChange={(day) => onChange({ ...checked, on: day?.format('YYYY-MM-DD') ?? checked.on })}
            />
          </>
        )}
      </div>
      <span className="note" role="status">
        {undone
          ? `原来的核对（${checkedWords(before)}）不再算数：规则改动过，请再与原文核对一遍。`
          : '没有核对过的规则，用到的地方都印“依据待核对”。核对之后再改规则，要重新核对。'}
      </span>
    </fieldset>
  )
}
