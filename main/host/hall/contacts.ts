import * as z from 'zod/mini'
import { type Contact, type ContactCommand, contact } from '../../../shared/contacts/messages.ts'
import { assertNever } from '../../../shared/core/assert-never.ts'
import { type Document, type OpenDocumentResult, openDocument } from '../documents/document.ts'
import type { Storage } from '../storage/storage.ts'

/** Commands remembered for resends: far more than can be under way at once. */
const MAX_DONE = 500

/** A command that was carried out. A deletion also forgets the hash: it could tell a phone number to one who tries all. */
const done = z.object({ by: z.string(), id: z.string(), seatId: z.string(), hash: z.nullable(z.string()) })

const contacts = z.object({ seats: z.record(z.string(), contact), done: z.array(done) })

type Done = Readonly<z.infer<typeof done>>

export type Contacts = { readonly seats: Readonly<Record<string, Contact>>; readonly done: readonly Done[] }
export type ContactsDocument = Document<Contacts>

/** Names, phones and house numbers by seat: the one place where they are. */
export function openContacts(storage: Storage): Promise<OpenDocumentResult<Contacts>> {
  return openDocument<Contacts>({
    storage,
    path: 'documents/contacts.json',
    version: 1,
    upgrade: [],
    parse: (value) => contacts.parse(value),
    initial: { seats: {}, done: [] },
  })
}

/** What the command with this id was, if it was carried out before: the same, or another under a used id. */
export function doneBefore({ done }: Contacts, { by, hash, id }: Omit<Done, 'seatId'>): 'same' | 'other' | null {
  const known = done.find((one) => one.by === by && one.id === id)
  if (known === undefined) return null
  return known.hash === null || known.hash === hash ? 'same' : 'other'
}

export function changeContacts(before: Contacts, command: ContactCommand, as: Omit<Done, 'seatId'>): Contacts {
  const { seatId } = command.data
  const known = before.seats[seatId]
  const remembered = [...before.done, { ...as, seatId }].slice(-MAX_DONE)
  switch (command.type) {
    case 'saveContact': {
      const { name, phone = known?.phone ?? null, house = known?.house ?? null } = command.data
      return { seats: { ...before.seats, [seatId]: { seatId, name, phone, house } }, done: remembered }
    }
    case 'deleteContact':
      return {
        seats: Object.fromEntries(Object.entries(before.seats).filter(([other]) => other !== seatId)),
        done: remembered.map((one) => (one.seatId === seatId ? { ...one, hash: null } : one)),
      }
    default:
      return assertNever(command)
  }
}
