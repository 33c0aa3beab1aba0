import * as z from 'zod/mini'
import { type Contact, type ContactCommand, contact } from '../../../shared/contacts/messages.ts'
import { assertNever } from '../../../shared/core/assert-never.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { type Document, type OpenDocumentResult, openDocument } from '../documents/document.ts'
import type { Storage } from '../storage/storage.ts'

/** Commands remembered for resends: far more than can be under way at once. */
const MAX_DONE = 500

/**
 * A command that was carried out. A deletion also forgets the hashes that the seat was part of: they could tell a phone
 * number to one who tries all. A command for many seats carries no seat.
 */
const done = z.object({
  by: z.string(),
  id: z.string(),
  seatId: z.nullable(z.string()),
  hash: z.nullable(z.string()),
})

const contacts = z.object({ seats: z.record(z.string(), contact), done: z.array(done) })

type Done = Readonly<z.infer<typeof done>>

export type Contacts = { readonly seats: Readonly<Record<string, Contact>>; readonly done: readonly Done[] }
export type ContactsDocument = Document<Contacts>

/** Names, phones and house numbers by seat: the one place where they are. */
export function openContacts(storage: Storage): Promise<OpenDocumentResult<Contacts>> {
  return openDocument<Contacts>({
    storage,
    path: 'documents/contacts.json',
    version: 2,
    // A command may now be for many seats at once, and a photo be kept.
    upgrade: [(old) => old],
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
  const seatId = 'seatId' in command.data ? command.data.seatId : null
  const remembered = [...before.done, { ...as, seatId }].slice(-MAX_DONE)
  switch (command.type) {
    case 'saveContact':
    case 'saveContacts': {
      const gone = savedBy(command).filter((one) => gives(before.seats[one.seatId], one))
      const ids = gone.map((one) => one.seatId)
      const saved = savedBy(command).map((contact) => [contact.seatId, kept(before.seats[contact.seatId], contact)])
      return {
        seats: { ...before.seats, ...Object.fromEntries(saved) },
        done: withoutHashes(remembered, ids),
      }
    }
    case 'savePhoto':
      return { seats: withPhoto(before.seats, [command.data.seatId], true), done: remembered }
    case 'deletePhoto':
      return { seats: withPhoto(before.seats, [command.data.seatId], false), done: remembered }
    case 'deleteContact':
      return {
        seats: Object.fromEntries(Object.entries(before.seats).filter(([other]) => other !== seatId)),
        done: withoutHashes(remembered, [command.data.seatId]),
      }
    default:
      return assertNever(command)
  }
}

type Saved = Extract<ContactCommand, { type: 'saveContact' }>['data']

/** What a command saves: one person's data, a roster's, or none. */
export function savedBy(command: ContactCommand): readonly Saved[] {
  switch (command.type) {
    case 'saveContact':
      return [command.data]
    case 'saveContacts':
      return command.data.contacts
    default:
      return []
  }
}

/** Whether something that was known of a person goes with this: deleted, or another in its place. */
const gives = (known: Contact | undefined, { house, phone }: Saved): boolean =>
  known !== undefined &&
  ((known.phone !== null && phone !== undefined && phone !== known.phone) ||
    (known.house !== null && house !== undefined && house !== known.house))

/** What is left out stays what it was. */
const kept = (known: Contact | undefined, { house, name, phone, seatId }: Saved): Contact => ({
  ...(known?.photo === true ? { photo: true as const } : {}),
  seatId,
  name,
  phone: phone === undefined ? (known?.phone ?? null) : phone,
  house: house === undefined ? (known?.house ?? null) : house,
})

/** Those of these seats, and those of many seats at once: they may have been among them. */
const withoutHashes = (all: readonly Done[], seatIds: readonly string[]): readonly Done[] =>
  seatIds.length === 0
    ? all
    : all.map((one) => (one.seatId === null || seatIds.includes(one.seatId) ? { ...one, hash: null } : one))

/** 到期删除: phone, house number and photo of these seats; names stay. */
export const withoutReach = (before: Contacts, seatIds: readonly SeatId[]): Contacts => ({
  done: withoutHashes(before.done, seatIds),
  seats: withPhoto(
    {
      ...before.seats,
      ...Object.fromEntries(
        seatIds.flatMap((seatId) => {
          const known = before.seats[seatId]
          return known === undefined ? [] : [[seatId, { ...known, phone: null, house: null }]]
        }),
      ),
    },
    seatIds,
    false,
  ),
})

function withPhoto(seats: Contacts['seats'], seatIds: readonly SeatId[], has: boolean): Contacts['seats'] {
  const changed = seatIds.flatMap((seatId) => {
    const known = seats[seatId]
    if (known === undefined) return []
    const { photo: _before, ...rest } = known
    return [[seatId, has ? { ...rest, photo: true as const } : rest] as const]
  })
  return { ...seats, ...Object.fromEntries(changed) }
}
