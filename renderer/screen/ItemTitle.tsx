import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { lengthOf } from './length.ts'

/** 四、翻新塑胶跑道: the item in one band above what happens on it. */
export function ItemTitle({ meeting, item }: { readonly meeting: HeldMeeting; readonly item: AgendaItem }) {
  const place = meeting.agenda.findIndex((one) => one.itemId === item.itemId)
  return (
    <h1 className={`item-title ${lengthOf(item.title)}`}>
      {chineseNumber(place + 1)}、{item.title}
    </h1>
  )
}
