import * as z from 'zod/mini'
import { type Contact, type ContactCommand, contact } from '../../../shared/contacts/messages.ts'
import { assertNever } from '../../../shared/core/assert-never.ts'
import { type Document, type OpenDocumentResult, openDocument } from '../documents/document.ts'
import type { Storage } from '../storage/storage.ts'

const contacts = z.object({ seats: z.record(z.string(), contact) })

export type Contacts = { readonly seats: Readonly<Record<string, Contact>> }
export type ContactsDocument = Document<Contacts>

/** Names, phones and house numbers by seat: the one place where they are. */
export function openContacts(storage: Storage): Promise<OpenDocumentResult<Contacts>> {
  return openDocument<Contacts>({
    storage,
    path: 'documents/contacts.json',
    version: 1,
    upgrade: [],
    parse: (value) => contacts.parse(value),
    initial: { seats: {} },
  })
}

export function changeContacts({ seats }: Contacts, command: ContactCommand): Contacts {
  switch (command.type) {
    case 'saveContact':
      return { seats: { ...seats, [command.data.seatId]: command.data } }
    case 'deleteContact':
      return { seats: Object.fromEntries(Object.entries(seats).filter(([seatId]) => seatId !== command.data.seatId)) }
    default:
      return assertNever(command)
  }
}
