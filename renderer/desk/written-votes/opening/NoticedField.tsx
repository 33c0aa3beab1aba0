import { IconCalendar } from '@tabler/icons-react'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type KeyboardEvent, useId } from 'react'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { useDesk } from '../../desk-context.tsx'
import { dateAfter } from '../../papers/due-text.ts'
import { noticedWords } from './noticed-words.ts'

/** Enter takes the day that was typed, and sends nothing. */
export const takesNoEnter = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault()
}

type Props = {
  readonly itemId: ItemId
  readonly noticedOn: string | null
  readonly rule: Rule | null
  readonly now: number
  readonly onChange: (noticedOn: string | null) => void
}

/** 公示日期 of what is asked in writing; papers may go out over days, so that its days run to the opening. */
export function NoticedField({ itemId, noticedOn, now, onChange, rule }: Props) {
  const { meeting } = useDesk()
  const id = useId()
  const { short, words } = noticedWords({ itemId, meeting, noticedOn, rule, now })
  return (
    <div className="field">
      <label htmlFor={id}>公示日期（没有单独公示的不填）</label>
      <div className="row wrap">
        <DatePicker
          id={id}
          format="YYYY年M月D日"
          placeholder={meeting.noticedOn === null ? '没有公示' : '按会议的公示'}
          suffixIcon={<IconCalendar size={18} aria-hidden="true" />}
          value={noticedOn === null ? null : dayjs(noticedOn)}
          maxDate={dayjs(dateAfter(now, 0))}
          showNow={false}
          onKeyDown={takesNoEnter}
          onChange={(date) => onChange(date === null ? null : date.format('YYYY-MM-DD'))}
        />
      </div>
      <span className={short ? 'written-fault' : 'note'}>{words}</span>
    </div>
  )
}
