import { millionths, sumOf } from '../../core/decimal.ts'
import type { SeatId } from '../../core/ids.ts'
import type { Seat } from '../../council/seat.ts'
import type { RosterNow } from '../../council/state.ts'
import type { Totals, Unit, UnitId } from './messages.ts'
import type { WrittenVote } from './state.ts'

/** 户 or 业主 as a roster knows it, with the seats that belong to it. */
export type RosterUnit = Unit & { readonly seatIds: readonly SeatId[] }

/**
 * Everybody who can be asked in writing, in the order of the roster. 征求意见: seats of one household are one unit, a seat
 * without one is a unit of its own. 业主: a seat that owns is one head however many flats (区分所有权解释 §8, §9), and
 * weighs its area.
 */
export function rosterUnits(seats: readonly Seat[], kind: 'survey' | 'owners'): readonly RosterUnit[] {
  if (kind === 'owners') {
    return seats.flatMap(({ owner, seatId }) =>
      owner === undefined ? [] : [{ unitId: seatId, area: owner.area, seatIds: [seatId] }],
    )
  }
  const units = new Map<UnitId, SeatId[]>()
  for (const { household, seatId } of seats) {
    const unitId = household ?? seatId
    const known = units.get(unitId)
    if (known === undefined) units.set(unitId, [seatId])
    else known.push(seatId)
  }
  return [...units].map(([unitId, seatIds]) => ({ unitId, seatIds }))
}

/** Whose seats each of those is who are asked: as it was when they came onto the list. */
export function askedSeats(
  { changes, kind, units }: Pick<WrittenVote, 'changes' | 'kind' | 'units'>,
  seats: readonly Seat[],
): ReadonlyMap<UnitId, readonly SeatId[]> {
  const known = new Map(rosterUnits(seats, kind).map(({ seatIds, unitId }) => [unitId, seatIds]))
  for (const { seatIds, unitId } of changes) if (seatIds !== null) known.set(unitId, seatIds)
  return new Map(units.map(({ unitId }) => [unitId, known.get(unitId) ?? []]))
}

/**
 * Everybody who could be asked by now: as the council's roster has them `today`, then those whom only the meeting knows
 * (`seats`), such as 现场登记. Whoever has left the roster is nobody any more, though the meeting's copy has them still.
 */
export function unitsByNow(seats: readonly Seat[], today: RosterNow, kind: WrittenVote['kind']): readonly RosterUnit[] {
  const known = new Set([...today.seats, ...today.retired].map(({ seatId }) => seatId))
  const others = rosterUnits(
    seats.filter(({ seatId }) => !known.has(seatId)),
    kind,
  )
  const units = rosterUnits(today.seats, kind)
  const ids = new Set(units.map(({ unitId }) => unitId))
  return [...units, ...others.filter(({ unitId }) => !ids.has(unitId))]
}

/** Who of the list has left the council's roster since: of a household everybody. */
export function unitsGone(
  vote: Parameters<typeof askedSeats>[0],
  seats: readonly Seat[],
  { retired }: RosterNow,
): readonly UnitId[] {
  const gone = new Set(retired.map(({ seatId }) => seatId))
  return [...askedSeats(vote, seats)].flatMap(([unitId, seatIds]) =>
    seatIds.length > 0 && seatIds.every((seatId) => gone.has(seatId)) ? [unitId] : [],
  )
}

/** All that are on the list, as units and as the seats that these are. */
export const askedIds = (vote: Parameters<typeof askedSeats>[0], seats: readonly Seat[]): ReadonlySet<string> =>
  new Set([...askedSeats(vote, seats)].flatMap(([unitId, seatIds]) => [unitId, ...seatIds]))

/** Whether somebody is asked already, by themselves or as one of a household. */
export const isAsked = (asked: ReadonlySet<string>, { seatIds, unitId }: RosterUnit): boolean =>
  asked.has(unitId) || seatIds.some((seatId) => asked.has(seatId))

/** What a vote keeps of its units: not whose seats they are. */
export const unitOf = ({ area, unitId }: Unit): Unit => ({ unitId, ...(area === undefined ? {} : { area }) })

/** Heads, and area in square metres, exactly. */
export const sumsOf = (units: readonly Unit[]): Totals => ({
  owners: units.length,
  area: sumOf(units.map(({ area }) => area ?? '0')),
})

/** Which of the totals is smaller than the sum it contains; null when both are large enough. */
export function tooSmall(stated: Totals, sums: Totals): 'owners' | 'area' | null {
  if (stated.owners < sums.owners) return 'owners'
  return millionths(stated.area) < millionths(sums.area) ? 'area' : null
}

/** The totals once somebody was added: never smaller than the sums of those on the list. */
export const grownTotals = (stated: Totals, sums: Totals): Totals => ({
  owners: Math.max(stated.owners, sums.owners),
  area: millionths(stated.area) < millionths(sums.area) ? sums.area : stated.area,
})

/** The totals once an area was corrected: what was the sum of the list is its sum again. */
export const correctedTotals = (stated: Totals, before: Totals, after: Totals): Totals =>
  millionths(stated.area) === millionths(before.area) ? { ...stated, area: after.area } : grownTotals(stated, after)
