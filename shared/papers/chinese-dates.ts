import { chinaDate } from '../core/china-time.ts'

const HOUR_MS = 60 * 60 * 1000
/** China is at UTC+8 all year. */
const CHINA_OFFSET_HOURS = 8

/** `2027-01-06` as it is written in papers: 2027年1月6日, no zeros before month or day (GB/T 9704-2012 7.3.5.4). */
export function writtenDate(calendarDate: string): string {
  const [year = '', month = '', day = ''] = calendarDate.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** The date in China of an instant in ms since 1970. */
export const dateAt = (at: number): string => writtenDate(chinaDate(at))

/** When something was held, in China: `2026年11月22日9时05分至10时30分`; from the beginning alone while it goes on. */
export function period(from: number, to: number | null): string {
  const begin = `${dateAt(from)}${timeAt(from)}`
  if (to === null || to <= from) return begin
  const end = dateAt(to) === dateAt(from) ? timeAt(to) : `${dateAt(to)}${timeAt(to)}`
  return begin.endsWith(end) ? begin : `${begin}至${end}`
}

/** The time of day in China as tables have it: `9:05`. */
export function clockTime(at: number): string {
  const { hours, minutes } = timeOfDay(at)
  return `${hours}:${minutes}`
}

function timeAt(at: number): string {
  const { hours, minutes } = timeOfDay(at)
  return minutes === '00' ? `${hours}时` : `${hours}时${minutes}分`
}

const timeOfDay = (at: number) => ({
  hours: Math.floor(at / HOUR_MS + CHINA_OFFSET_HOURS) % 24,
  minutes: String(Math.floor((at % HOUR_MS) / 60_000)).padStart(2, '0'),
})
