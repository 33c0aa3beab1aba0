import { useEffect, useMemo, useState } from 'react'
import type { Contact } from '../../../shared/contacts/messages.ts'
import type { CouncilId, SeatId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { emptyRoster, type HostRoster, hostRoster } from './host-roster.ts'

export type HostView = {
  readonly host: HostRoster
  /** Whether the contacts have come. */
  readonly told: boolean
  readonly council: FoundedCouncil | null
  readonly contacts: ReadonlyMap<SeatId, Contact>
  /** Asks for the contacts again: they changed without a word to anybody. */
  readonly askAgain: () => void
}

const nothingKnown: ReadonlyMap<SeatId, Contact> = new Map()

/** A council's roster as the host has it now: seats and names as they come, phones and houses asked for. */
export function useHostRoster(councilId: CouncilId): HostView {
  const client = useHall()
  const { names } = client
  const copy = client.copies.council(councilId)
  const council = copy?.phase === 'founded' ? copy : null
  const live = client.phase.at === 'live'
  const [contacts, setContacts] = useState<ReadonlyMap<SeatId, Contact> | null>(null)
  const [asked, setAsked] = useState(0)
  const [seats, retired] = [council?.seats, council?.retired]
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes names or seats may have changed the contacts
  useEffect(() => {
    if (!live || seats === undefined) return
    let wanted = true
    void client.contacts(councilId).then((told) => {
      if (wanted && told !== null) setContacts(new Map(told.map((contact) => [contact.seatId, contact])))
    })
    return () => {
      wanted = false
    }
  }, [client, councilId, live, names, seats, retired, asked])
  const host = useMemo(() => {
    if (council === null) return emptyRoster
    return hostRoster(council, names, contacts ?? nothingKnown)
  }, [council, names, contacts])
  const askAgain = () => setAsked((times) => times + 1)
  return { host, told: contacts !== null, council, contacts: contacts ?? nothingKnown, askAgain }
}
