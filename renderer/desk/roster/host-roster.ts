import type { Contact } from '../../../shared/contacts/messages.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { type CouncilFields, fieldsOf } from './council-fields.ts'
import type { Person } from './person.ts'
import { personOf } from './roster-people.ts'

/** A council and its people as the host has them. `fields` is null for a council that is not founded yet. */
export type HostRoster = {
  readonly fields: CouncilFields | null
  /** In the order of the roster. */
  readonly people: ReadonlyMap<SeatId, Person>
  readonly seats: ReadonlyMap<SeatId, Seat>
}

export const emptyRoster: HostRoster = { fields: null, people: new Map(), seats: new Map() }

export function hostRoster(
  council: FoundedCouncil,
  names: Readonly<Record<string, string>>,
  contacts: ReadonlyMap<SeatId, Contact>,
): HostRoster {
  const people = new Map<SeatId, Person>()
  const seats = new Map<SeatId, Seat>()
  for (const seat of council.seats) {
    const { seatId } = seat
    const person = personOf(seat, names[seatId] ?? '', contacts.get(seatId))
    if (person === null) continue
    people.set(seatId, person)
    seats.set(seatId, seat)
  }
  return { fields: fieldsOf(council), people, seats }
}
