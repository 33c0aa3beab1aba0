import { useState } from 'react'
import type { Answer } from '../../../shared/client/outbox.ts'
import { householdId } from '../../../shared/core/ids.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { blankFields, toldFields } from './council-fields.ts'
import type { HostRoster } from './host-roster.ts'
import { changesOf } from './roster-changes.ts'
import type { RosterEdit } from './roster-edit.ts'

/**
 * Sends what the host does not have yet: the council itself, then names and contacts, then the seats, so that no seat is
 * ever without its name. What comes after a refusal is not sent.
 */
export function useSaving() {
  const client = useHall()
  const [busy, setBusy] = useState(false)
  const save = async (host: HostRoster, edit: RosterEdit): Promise<Answer | null> => {
    const { contacts, council, roster } = changesOf(host, edit, () => householdId.mint(randomBytes))
    const { councilId } = edit
    const stream = councilStream(councilId)
    const steps = [
      () => {
        // The council's stream has to be there before anything can be added to it.
        const founding = { councilId, ...toldFields(edit.council?.now ?? blankFields(0)) }
        if (host.fields === null) return client.send(stream, null, 'foundCouncil', founding)
        return council === null ? null : client.send(stream, null, 'reviseCouncil', council)
      },
      () => (contacts === null ? null : client.send('contacts', null, 'saveContacts', { contacts })),
      () => (roster === null ? null : client.send(stream, null, 'reviseRoster', roster)),
    ]
    setBusy(true)
    let refused: Answer | null = null
    for (const step of steps) {
      const answer = await step()
      if (answer === null || answer.ok) continue
      refused = answer
      break
    }
    setBusy(false)
    return refused
  }
  return { busy, save }
}
