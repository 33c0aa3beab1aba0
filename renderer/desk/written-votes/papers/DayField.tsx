import { IconCalendar } from '@tabler/icons-react'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import { useDesk } from '../../desk-context.tsx'

type Props = {
  readonly id: string
  /** `YYYY-MM-DD`; null is today, also tomorrow. */
  readonly day: string | null
  readonly onDay: (day: string | null) => void
}

/** The day on which papers went out or came back: today unless somebody says another. */
export function DayField({ day, id, onDay }: Props) {
  const { client } = useDesk()
  const today = chinaDate(client.hostNow())
  return (
    <DatePicker
      id={id}
      className="written-day"
      format="M月D日"
      allowClear={false}
      suffixIcon={<IconCalendar size={18} aria-hidden="true" />}
      value={dayjs(day ?? today)}
      maxDate={dayjs(today)}
      showNow={false}
      onChange={(date) => {
        const chosen = date?.format('YYYY-MM-DD') ?? today
        onDay(chosen === today ? null : chosen)
      }}
    />
  )
}
