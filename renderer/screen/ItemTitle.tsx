import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'

/** Characters of the largest letters that fit into one line. */
const ONE_LINE = 20

type Props = {
  readonly meeting: HeldMeeting
  readonly item: AgendaItem
  /** Much stands below: a long title keeps to one line. */
  readonly tight: boolean
}

/** 四、翻新塑胶跑道: the item in one band above what happens on it. */
export function ItemTitle({ item, meeting, tight }: Props) {
  const place = meeting.agenda.findIndex((one) => one.itemId === item.itemId)
  const title = `${chineseNumber(place + 1)}、${item.title}`
  const size = title.length > ONE_LINE ? 'wordy' : ''
  return <h1 className={`item-title ${size} ${tight ? 'tight' : ''}`}>{title}</h1>
}
