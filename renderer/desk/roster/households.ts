import type { HouseholdId, SeatId } from '../../../shared/core/ids.ts'
import type { HostRoster } from './host-roster.ts'
import type { Person } from './person.ts'

/** What stands between the numbers of a house: 3 号楼 2 单元 101 室, 3幢2-101, 3#-2-101. */
const BETWEEN = /(?:号楼|[栋幢座]|单元|[号户室层#\-/_.,、—–－])+/g

/** A house number however it was written: the same for `3号楼2单元101室` and `3-2-101`; empty for none. */
export const houseKey = (house: string): string =>
  house.normalize('NFKC').replace(/\s/g, '').toUpperCase().replace(BETWEEN, '-').replace(/^-|-$/g, '')

/** Whoever is not typed over stays the same object: read once, not at every key. */
const read = new WeakMap<Person, string>()

/** The house of a person as `houseKey` has it. */
export function houseOf(person: Person): string {
  const known = read.get(person) ?? houseKey(person.house)
  read.set(person, known)
  return known
}

/**
 * The households of those who live with somebody of `touched`, these included: people of one house number are one. A
 * known household keeps its id while somebody stays in the house, and goes along when all its people are given another
 * number; a number that was deleted as personal data leaves the household what it was. Null: lives nowhere known.
 */
export function householdsOf(
  host: HostRoster,
  people: readonly Person[],
  touched: ReadonlySet<SeatId>,
  mint: () => HouseholdId,
): ReadonlyMap<SeatId, HouseholdId | null> {
  const found = new Map<SeatId, HouseholdId | null>()
  const keys = new Map(people.map((person) => [person.seatId, houseOf(person)]))
  const wanted = new Set(people.filter(({ seatId }) => touched.has(seatId)).map(({ seatId }) => keys.get(seatId)))
  const houses = new Map<string, SeatId[]>()
  /** Households with somebody who has not moved: the house they are of, or null where that is no longer known. */
  const staying = new Map<HouseholdId, string | null>()
  for (const { seatId } of people) {
    const key = keys.get(seatId) ?? ''
    const household = host.seats.get(seatId)?.household
    const known = host.people.get(seatId)
    const before = known === undefined ? '' : houseOf(known)
    if (household !== undefined && key === before && !staying.has(household)) staying.set(household, key || null)
    if (key === '') {
      if (touched.has(seatId)) found.set(seatId, before === '' ? (household ?? null) : null)
    } else if (wanted.has(key)) houses.set(key, [...(houses.get(key) ?? []), seatId])
  }
  const taken = new Set<HouseholdId>()
  for (const [key, members] of houses) {
    const known = members.flatMap((seatId) => host.seats.get(seatId)?.household ?? [])
    const household =
      known.find((one) => staying.get(one) === key && !taken.has(one)) ??
      known.find((one) => !staying.has(one) && !taken.has(one)) ??
      mint()
    taken.add(household)
    for (const seatId of members) found.set(seatId, household)
  }
  return found
}
