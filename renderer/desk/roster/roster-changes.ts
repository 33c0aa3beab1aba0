import type { ContactCommand } from '../../../shared/contacts/messages.ts'
import { isDecimal } from '../../../shared/core/decimal.ts'
import type { HouseholdId, SeatId } from '../../../shared/core/ids.ts'
import type { CouncilCommand } from '../../../shared/council/messages.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import { sameFields, toldFields } from './council-fields.ts'
import type { HostRoster } from './host-roster.ts'
import { householdsOf } from './households.ts'
import type { Person } from './person.ts'
import { peopleOf, type RosterEdit } from './roster-edit.ts'
import { tidied } from './roster-people.ts'

type CouncilData<Type extends CouncilCommand['type']> = Extract<CouncilCommand, { type: Type }>['data']
type Contacts = Extract<ContactCommand, { type: 'saveContacts' }>['data']['contacts']

/** What the host is told, one command each; null where it knows that already. */
export type RosterChanges = {
  readonly council: CouncilData<'reviseCouncil'> | null
  readonly contacts: Contacts | null
  readonly roster: CouncilData<'reviseRoster'> | null
}

/** Exactly what the host does not have yet: everything for a new council, the rest after a break, else the differences. */
export function changesOf(host: HostRoster, edit: RosterEdit, mint: () => HouseholdId): RosterChanges {
  const people = peopleOf(host, edit)
  const touched = new Set<SeatId>(
    people.flatMap((person) => {
      const known = host.people.get(person.seatId)
      // Whose name was deleted keeps the seat, and may be given another.
      return person !== known && (known !== undefined || person.name.trim() !== '') ? [person.seatId] : []
    }),
  )
  const households = householdsOf(host, people, touched, mint)
  const contacts: Contacts[number][] = []
  const added: Seat[] = []
  const revised: Seat[] = []
  for (const typed of people) {
    const person = tidied(typed)
    const { seatId } = person
    const household = households.get(seatId)
    const before = host.seats.get(seatId)
    if (touched.has(seatId)) {
      const contact = contactOf(person, host.people.get(seatId))
      if (contact !== null) contacts.push(contact)
      const seat = seatOf(person, household ?? null)
      if (before === undefined) added.push(seat)
      else if (!sameSeat(seat, before)) revised.push(seat)
    } else if (
      before !== undefined &&
      household !== undefined &&
      household !== null &&
      household !== before.household
    ) {
      // Somebody moved in: the house is a household now.
      revised.push({ ...before, household })
    }
  }
  const retired = leaving(host, edit).map(({ seatId }) => seatId)
  const { council } = edit
  return {
    council:
      council === null || (host.fields !== null && sameFields(host.fields, council.now))
        ? null
        : toldFields(council.now),
    contacts: contacts.length === 0 ? null : contacts,
    roster: added.length + revised.length + retired.length === 0 ? null : { added, revised, retired },
  }
}

/** Who of those to be removed has a seat. */
export const leaving = ({ seats }: Pick<HostRoster, 'seats'>, { removed }: Pick<RosterEdit, 'removed'>) =>
  removed.filter(({ seatId }) => seats.has(seatId))

/** Null when nothing of it is news. What is not news is left out, and stays at the host. */
function contactOf({ house, name, phone, seatId }: Person, known: Person | undefined): Contacts[number] | null {
  const news = {
    ...(phone === (known?.phone ?? '') ? {} : { phone: phone || null }),
    ...(house === (known?.house ?? '') ? {} : { house: house || null }),
  }
  if (name === '' || (known?.name === name && Object.keys(news).length === 0)) return null
  return { seatId, name, ...news }
}

function seatOf(person: Person, household: HouseholdId | null): Seat {
  const { area, duty, flats, kind, party, seatId, suspended, termFrom, termTo, voting } = person
  return {
    seatId,
    kind,
    voting,
    ...(party === '' ? {} : { party }),
    ...(duty === '' ? {} : { duty }),
    ...(termFrom === '' && termTo === '' ? {} : { term: { from: termFrom || null, to: termTo || null } }),
    ...(household === null ? {} : { household }),
    ...(flats !== '' && isDecimal(area) ? { owner: { flats: Number(flats), area } } : {}),
    ...(suspended ? { suspended: true } : {}),
  }
}

const sameSeat = (one: Seat, other: Seat): boolean => JSON.stringify(facts(one)) === JSON.stringify(facts(other))

/** All that a seat says, in one order. */
const facts = ({ duty, household, kind, owner, party, suspended, term, voting }: Seat) => [
  [kind, voting, suspended === true, party ?? '', duty ?? '', household ?? ''],
  [term?.from ?? '', term?.to ?? '', owner?.flats ?? 0, owner?.area ?? ''],
]
