import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { entitledSeats, presentVoters } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { outcomeOf } from '../../../shared/meeting/voting/outcome.ts'
import { timeText } from '../../ui/clock-text.ts'

const ZONE = 'Asia/Shanghai'
const monthFormat = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, month: 'numeric' })
const dayFormat = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, day: 'numeric' })
const weekdayFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'short' })

/** A calendar's leaf: `十一月`, `20`, `周五 19:00`. */
export const tearOff = (at: number) => ({
  month: `${chineseNumber(Number(monthFormat.format(at)))}月`,
  day: dayFormat.format(at),
  time: `${weekdayFormat.format(at)} ${timeText(at)}`,
})

/** `11月20日 周五 19:00`. */
export const dayText = (at: number): string =>
  `${monthFormat.format(at)}月${dayFormat.format(at)}日 ${weekdayFormat.format(at)} ${timeText(at)}`

/** How far a meeting has come, in one line. */
export function stateWords(meeting: HeldMeeting): string {
  const here = `到会 ${presentVoters(meeting.attendance).length} / ${entitledSeats(meeting.attendance).length}`
  const finished = meeting.agenda.filter((item) => item.phase === 'finished').length
  const items = `议题 ${meeting.agenda.length} 个，议完 ${finished} 个`
  switch (meeting.phase) {
    case 'open':
      return meeting.runningItem === null && finished === 0 ? `${here}，正在签到；${items}` : `${here}；${items}`
    case 'closed':
      return `${here}；${items}；已散会，纪要还没有封存`
    case 'sealed':
      return `${here}；${items}；已封存`
  }
}

/** `通过 2 项，未通过 1 项，只统计 1 项`. */
export function outcomeWords({ voting }: HeldMeeting): string {
  const closed = voting.past.flatMap((vote) => (vote.phase === 'closed' ? [vote.verdict] : []))
  if (closed.length === 0) return '没有表决'
  const passed = closed.filter((verdict) => verdict.passed).length
  const counted = closed.filter((verdict) => ['counted', 'notCounted'].includes(outcomeOf(verdict))).length
  const failed = closed.length - passed - counted
  const words = [
    passed > 0 ? `通过 ${passed} 项` : '',
    failed > 0 ? `未通过 ${failed} 项` : '',
    counted > 0 ? `只统计 ${counted} 项` : '',
  ]
  return words.filter((word) => word !== '').join('，')
}
