import { chinaDate, daysBetween } from '../core/china-time.ts'
import type { Format, Recurrence } from './format.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DAYS_IN_WEEK = 7
const MONTHS_IN_QUARTER = 3

/** From the first to the last of these days in China (`YYYY-MM-DD`), both within. */
type Period = { readonly first: string; readonly last: string }

/** Where a council stands with a format that recurs. */
export type Standing = {
  readonly formatId: string
  readonly recurrence: Recurrence
  /** Meetings of the present period, those called for its later days with them. */
  readonly held: number
  /** Days after today that belong to the present period; 0 on its last day. */
  readonly daysLeft: number
  /** `due`: meetings are short, and no more than `remindDays` are left. */
  readonly state: 'enough' | 'due' | 'open'
  /** How many meetings the last finished period was short of; 0 also when the format was not in use from its first day on. */
  readonly missed: number
}

/** Meetings as a council remembers them; `startsAt` in ms since 1970. */
type Called = { readonly formatId: string | null; readonly startsAt: number; readonly practice: boolean }

/** The chosen formats that recur, each with its standing at `now`, in the order in which they were chosen. Practice never counts. */
export function standings(
  chosen: readonly { readonly formatId: string; readonly since: number }[],
  formats: readonly Format[],
  meetings: readonly Called[],
  now: number,
): readonly Standing[] {
  return chosen.flatMap(({ formatId, since }) => {
    const recurrence = formats.find((format) => format.formatId === formatId)?.recurrence ?? null
    if (recurrence === null) return []
    const days = meetings
      .filter((meeting) => meeting.formatId === formatId && !meeting.practice)
      .map(({ startsAt }) => chinaDate(startsAt))
    return [{ formatId, recurrence, ...standing(recurrence, chinaDate(since), days, chinaDate(now)) }]
  })
}

function standing({ per, remindDays, times }: Recurrence, since: string, days: readonly string[], today: string) {
  const present = periodOf(per, today)
  const before = periodOf(per, dayAfter(present.first, -1))
  const held = countIn(present, days)
  const daysLeft = daysBetween(today, present.last)
  const state = held >= times ? 'enough' : daysLeft <= remindDays ? 'due' : 'open'
  const missed = since <= before.first ? Math.max(0, times - countIn(before, days)) : 0
  return { held, daysLeft, state, missed } as const
}

/** The week (from Monday), month, quarter or year to which a day belongs. */
export function periodOf(per: Recurrence['per'], day: string): Period {
  const [year = 0, month = 0] = day.split('-').map(Number)
  switch (per) {
    case 'week': {
      const sinceMonday = (new Date(day).getUTCDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK
      const first = dayAfter(day, -sinceMonday)
      return { first, last: dayAfter(first, DAYS_IN_WEEK - 1) }
    }
    case 'month':
      return months(year, month - 1, 1)
    case 'quarter':
      return months(year, month - 1 - ((month - 1) % MONTHS_IN_QUARTER), MONTHS_IN_QUARTER)
    case 'year':
      return months(year, 0, 12)
  }
}

/** `month` counts from 0. The day before the first of the next month is the last, in leap years too. */
const months = (year: number, month: number, count: number): Period => ({
  first: dayText(Date.UTC(year, month, 1)),
  last: dayText(Date.UTC(year, month + count, 0)),
})

const dayAfter = (day: string, days: number): string => dayText(Date.parse(day) + days * DAY_MS)

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10)

const countIn = ({ first, last }: Period, days: readonly string[]): number =>
  days.filter((day) => first <= day && day <= last).length
