import { chinaDate } from '../../../shared/core/china-time.ts'
import { writtenDate } from '../../../shared/papers/chinese-dates.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** How many days from the day of `now` (ms since 1970) to a date in China, `YYYY-MM-DD`; negative when it is over. */
export function daysUntil(dueOn: string, now: number): number {
  return Math.round((Date.parse(dueOn) - Date.parse(chinaDate(now))) / DAY_MS)
}

/** The date in China so many days after `now`, `YYYY-MM-DD`. */
export const dateAfter = (now: number, days: number): string => chinaDate(now + days * DAY_MS)

/** A deadline never stands alone: 2026年12月4日，还有 12 天. */
export function dueText(dueOn: string, now: number): string {
  const days = daysUntil(dueOn, now)
  if (days === 0) return `${writtenDate(dueOn)}，今天到期`
  return `${writtenDate(dueOn)}，${days > 0 ? `还有 ${days} 天` : `超期 ${-days} 天`}`
}
