import type { Contact } from '../../../shared/contacts/messages.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { PersonPhoto } from '../personal-data/PersonPhoto.tsx'
import { houseOf } from './households.ts'
import { PersonPanel } from './PersonPanel.tsx'
import type { Person } from './person.ts'
import type { LineNote } from './roster-faults.ts'
import type { Deletion } from './use-deleting.ts'
import type { RosterLines } from './use-roster-lines.ts'

type Props = {
  readonly seatId: SeatId
  readonly people: readonly Person[]
  readonly lines: RosterLines
  readonly notes: ReadonlyMap<SeatId, LineNote>
  readonly parties: readonly string[]
  readonly duties: readonly string[]
  /** What the host knows; null for somebody it does not know yet. */
  readonly contact: Contact | null
  readonly onDelete: (seatId: SeatId, what: Deletion) => void
  /** What the host knows has changed. */
  readonly onContacts: () => void
  readonly onClose: () => void
}

/** The panel of the person on whose line the caret is. */
export function PersonAside({ contact, lines, notes, onClose, onContacts, onDelete, people, seatId, ...words }: Props) {
  const person = people.find((one) => one.seatId === seatId)
  if (person === undefined) return null
  const house = houseOf(person)
  const deletable: Deletion[] = []
  if (contact !== null && (contact.phone !== null || contact.house !== null)) deletable.push('places')
  if (contact !== null) deletable.push('contact')
  return (
    <PersonPanel
      {...words}
      person={person}
      line={lines.numbers.get(seatId) ?? 0}
      note={notes.get(seatId) ?? null}
      household={people.flatMap((other) =>
        house !== '' && other !== person && houseOf(other) === house ? [other.name] : [],
      )}
      deletable={deletable}
      photo={
        contact !== null && (
          <PersonPhoto seatId={seatId} name={contact.name} kept={contact.photo === true} onChanged={onContacts} />
        )
      }
      onChange={lines.acts.onChange}
      onDelete={(what) => onDelete(seatId, what)}
      onStep={(by) => lines.stepPerson(by)}
      onClose={onClose}
    />
  )
}
