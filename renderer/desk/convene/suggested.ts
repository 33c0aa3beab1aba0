import { chinaDate } from '../../../shared/core/china-time.ts'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { standings } from '../../../shared/formats/recurrence.ts'

/** What a council that has chosen no format yet is offered first. */
const USUAL: readonly string[] = ['red_hall', 'dangqun', 'bench']

type Council = Pick<FoundedCouncil, 'formats' | 'meetings' | 'name'>

/** The formats that a council uses, by choice or by habit, and all others; the usual ones where it uses none. */
export function offered(council: Omit<Council, 'name'>, formats: readonly Format[]) {
  const used = [...council.formats.map((one) => one.formatId), ...held(council).map((one) => one.formatId)]
  const known = formats.filter((format) => used.includes(format.formatId))
  const first = known.length > 0 ? known : formats.filter((format) => USUAL.includes(format.formatId))
  return { first, others: formats.filter((format) => !first.includes(format)) }
}

/** The format to begin with: one that is due, that of the last meeting, one that the council is named after, the first offered. */
export function suggestedFormat(council: Council, formats: readonly Format[], now: number): Format | null {
  const known = (id: string | null | undefined) => formats.find((format) => format.formatId === id)
  const due = standings(council.formats, formats, council.meetings, now).find((one) => one.state === 'due')
  const named = formats.find((format) => council.name.includes(format.name))
  const { first, others } = offered(council, formats)
  return known(due?.formatId) ?? known(held(council).at(-1)?.formatId) ?? named ?? first[0] ?? others[0] ?? null
}

/**
 * `2026年11月红色议事厅`, the further ones of a month with their number; what is held when there is need carries its
 * day. By the calendar in China.
 */
export function suggestedTitle(
  { formatId, name, recurrence }: Format,
  meetings: Council['meetings'],
  at: number,
): string {
  const day = chinaDate(at)
  const [year, month, date] = day.split('-').map(Number)
  // What stands in brackets, as in 红色议事厅（自定）, tells formats apart and is no part of a meeting's name.
  const short = name.replace(/（[^（）]*）$/, '') || name
  if (recurrence === null) return `${year}年${month}月${date}日${short}`
  const before = held({ meetings }).filter(
    (one) => one.formatId === formatId && chinaDate(one.startsAt).slice(0, 7) === day.slice(0, 7),
  ).length
  const number = before === 0 ? '' : `第${chineseNumber(before + 1)}次`
  return `${year}年${month}月${number}${short}`
}

/** Meetings in earnest, in the order in which they began. */
const held = ({ meetings }: Pick<Council, 'meetings'>) =>
  meetings.filter((one) => !one.practice).sort((a, b) => a.startsAt - b.startsAt)
