import { holdsIdNumber } from '../../../shared/contacts/identity-number.ts'
import { contactCommands } from '../../../shared/contacts/messages.ts'
import { photoFault } from '../../../shared/contacts/photo.ts'
import { assertNever } from '../../../shared/core/assert-never.ts'
import { type MessageOf, parseMessage, type SchemaTable } from '../../../shared/core/messages.ts'
import { changeLibrary } from '../../../shared/library/library.ts'
import { libraryCommands } from '../../../shared/library/messages.ts'
import type { DocumentName } from '../../../shared/protocol/client-frames.ts'
import type { Rejection } from '../../../shared/protocol/rejections.ts'
import { type CommandType, maySend } from '../../../shared/roles/permissions.ts'
import { settingsCommands } from '../../../shared/settings/messages.ts'
import { authorOf } from '../streams/recorded-event.ts'
import { type Contacts, changeContacts, doneBefore, savedBy } from './contacts.ts'
import { payloadHash } from './digest.ts'
import type { HallCommand, HallDocuments } from './hall.ts'
import type { Photos } from './photos.ts'

type Files = { readonly documents: HallDocuments; readonly photos: Photos }

/** What became of a command for a document: the rejection, or null when it is on the disk. Rejects when the disk fails. */
export type Changing = Promise<Rejection | null>

/** Commands that change a document and no stream: each waits for the disk, and a resend does no harm. */
export function changeDocument(name: DocumentName, { documents, photos }: Files, command: HallCommand): Changing {
  switch (name) {
    case 'contacts':
      return changeContactsDocument(documents, photos, command)
    case 'settings':
      return changeSettingsDocument(documents, command)
    case 'library':
      return changeLibraryDocument(documents, command)
    default:
      return assertNever(name)
  }
}

async function changeContactsDocument({ contacts }: HallDocuments, photos: Photos, command: HallCommand): Changing {
  const parsed = permitted(contactCommands, command)
  if (!parsed.ok) return parsed.rejection
  const { message } = parsed
  if (message.type === 'savePhoto') {
    const bytes = Buffer.from(message.data.jpeg, 'base64')
    const fault = contacts.data.seats[message.data.seatId] === undefined ? 'contactUnknown' : photoFault(bytes)
    if (fault !== null) return { code: fault }
    // The file first: what the contact speaks of must be there.
    await photos.save(message.data.seatId, bytes)
  }
  const { actor, id, type, data } = command
  const texts = savedBy(message).flatMap((one) => [one.name, one.phone, one.house])
  if (holdsIdNumber(texts)) return { code: 'idNumber' }
  const as = { by: authorOf(actor), id, hash: payloadHash({ stream: 'contacts', type, data }) }
  let known: ReturnType<typeof doneBefore> = null
  await contacts.update((before: Contacts) => {
    known = doneBefore(before, as)
    return known === null ? changeContacts(before, message, as) : before
  })
  if (known === 'other') return { code: 'commandIdReused' }
  if (message.type === 'deletePhoto' || message.type === 'deleteContact') await photos.remove([message.data.seatId])
  return null
}

/** Settings are whole and the last ones count. */
async function changeSettingsDocument({ settings }: HallDocuments, command: HallCommand): Changing {
  const parsed = permitted(settingsCommands, command)
  if (!parsed.ok) return parsed.rejection
  await settings.update((old) => ({ ...old, ...parsed.message.data }))
  return null
}

/** An entry is whole and the last one of its id counts. */
async function changeLibraryDocument({ library }: HallDocuments, command: HallCommand): Changing {
  const parsed = permitted(libraryCommands, command)
  if (!parsed.ok) return parsed.rejection
  let refused: Rejection | null = null
  await library.update((before) => {
    const changed = changeLibrary(before, parsed.message)
    refused = changed.ok ? null : changed.refusal
    return changed.ok ? changed.value : before
  })
  return refused
}

function permitted<Table extends SchemaTable>(
  table: Table,
  { actor, data, type }: HallCommand,
):
  | { readonly ok: true; readonly message: MessageOf<Table> & { readonly type: CommandType } }
  | { readonly ok: false; readonly rejection: Rejection } {
  const message = parseMessage(table, type, data)
  if (message === null) return { ok: false, rejection: { code: 'malformed' } }
  // The tables of documents hold commands alone, which the type system cannot see through the generic table.
  const command = message as MessageOf<Table> & { readonly type: CommandType }
  if (maySend(actor.role, command.type)) return { ok: true, message: command }
  return { ok: false, rejection: { code: 'notPermitted', command: command.type, role: actor.role } }
}
