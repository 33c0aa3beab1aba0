import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'

/** What the room goes on with after a break; null when nothing is left on the agenda. */
export function itemAfterBreak({ agenda, runningItem }: HeldMeeting): string | null {
  const running = agenda.findIndex((item) => item.itemId === runningItem)
  const place = running === -1 ? agenda.findIndex((item) => item.phase === 'planned') : running
  const item = agenda[place]
  if (item === undefined) return null
  return `${running === -1 ? '接下来议' : '接着议'}：${chineseNumber(place + 1)}、${item.title}`
}
