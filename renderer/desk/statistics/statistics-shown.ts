import type { SeatId } from '../../../shared/core/ids.ts'
import { type SpokenTotal, speakingStatistics } from '../../../shared/meeting/floor/statistics.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'

/** One line of a table: how often and how long, and its part of the whole, 0 to 1. */
export type ShownTotal = {
  readonly key: string
  readonly name: string
  /** Whose; empty where that says nothing. */
  readonly party: string
  /** 席位: what kind of seat, or the duty; empty where that says nothing. */
  readonly seat: string
  readonly speeches: number
  readonly seconds: number
  readonly share: number
}

export type ShownStatistics = {
  readonly total: ShownTotal
  /** Whoever spoke. */
  readonly people: readonly ShownTotal[]
  /** Empty where the roster knows no 方. */
  readonly parties: readonly ShownTotal[]
  readonly items: readonly ShownTotal[]
  /** Who is here and has not spoken, without the chair. */
  readonly silent: readonly ShownTotal[]
  /** Who has spoken, but only to ask a question or to raise a point of order. */
  readonly onlyInterposed: readonly ShownTotal[]
}

const ALL_UNNAMED = '不记名的居民（合计）'
const NO_PARTY = '没有写方的'

type Nameable = Parameters<typeof speakingStatistics>[0] & Pick<HeldMeeting, 'attendance'>

/** 发言统计 with names, at `now` (ms since 1970, the host's clock). */
export function statisticsShown(meeting: Nameable, now: number, nameOf: (seatId: SeatId) => string): ShownStatistics {
  const { items, onlyInterposed, parties, seats, silent, total } = speakingStatistics(meeting, now)
  const line = (key: string, name: string, { milliseconds, speeches }: SpokenTotal): ShownTotal => ({
    key,
    name,
    party: '',
    seat: '',
    speeches,
    seconds: Math.round(milliseconds / 1000),
    share: total.milliseconds === 0 ? 0 : milliseconds / total.milliseconds,
  })
  const person = (seatId: SeatId, sum: SpokenTotal): ShownTotal => {
    const seat = meeting.attendance.seats.find((one) => one.seatId === seatId)
    const kind = seat === undefined ? '' : (seat.duty ?? seatKindNames[seat.kind])
    return { ...line(seatId, nameOf(seatId), sum), party: seat?.party ?? '', seat: kind }
  }
  const titles = new Map(meeting.agenda.map(({ itemId, title }) => [itemId, title]))
  const someParty = parties.some(({ party }) => party !== null)
  const people = seats.map(({ seatId, ...sum }) =>
    seatId === null ? line('unnamed', ALL_UNNAMED, sum) : person(seatId, sum),
  )
  return {
    total: line('total', '合计', total),
    people,
    onlyInterposed: people.filter(({ key }) => onlyInterposed.some((seatId) => seatId === key)),
    parties: someParty ? parties.map(({ party, ...sum }) => line(party ?? '', party ?? NO_PARTY, sum)) : [],
    items: items.map(({ itemId, ...sum }) => line(itemId, titles.get(itemId) ?? '', sum)),
    silent: silent.map((seatId) => person(seatId, { speeches: 0, milliseconds: 0 })),
  }
}
