import { bytesToHex } from '@noble/hashes/utils.js'
import type { DocumentDamage } from '../documents/document.ts'
import { openContacts } from './contacts.ts'
import { Hall, type HallServices } from './hall.ts'
import { openLibrary } from './library.ts'
import { openMeetingIndex } from './meeting-index.ts'
import { openSettings } from './settings.ts'

const HOST_ID_BYTES = 16

export type HallRefusal =
  | { readonly code: 'folderInUse'; readonly holder: string }
  | { readonly code: 'documentDamaged'; readonly damage: DocumentDamage }

export type OpenHallResult =
  | { readonly ok: true; readonly hall: Hall }
  | { readonly ok: false; readonly refusal: HallRefusal }

/** Takes the data folder and opens what is in it. Rejects when the disk fails. */
export async function openHall(services: HallServices): Promise<OpenHallResult> {
  const { storage, random } = services
  const lock = await storage.lock()
  if (!lock.ok) return { ok: false, refusal: { code: 'folderInUse', holder: lock.holder } }
  try {
    await storage.makeDir('documents')
    const [settings, contacts, library, index] = [
      await openSettings(storage),
      await openContacts(storage),
      await openLibrary(storage),
      await openMeetingIndex(storage),
    ]
    if (!settings.ok) return await refuse(lock, settings.damage)
    if (!contacts.ok) return await refuse(lock, contacts.damage)
    if (!library.ok) return await refuse(lock, library.damage)
    if (!index.ok) return await refuse(lock, index.damage)
    if (settings.document.data.hostId === null) {
      const hostId = bytesToHex(random(HOST_ID_BYTES))
      await settings.document.update((old) => ({ ...old, hostId }))
    }
    const documents = {
      settings: settings.document,
      contacts: contacts.document,
      library: library.document,
      index: index.document,
    }
    const hall = new Hall(services, documents, lock.release)
    await hall.start()
    return { ok: true, hall }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function refuse(
  lock: { readonly release: () => Promise<void> },
  damage: DocumentDamage,
): Promise<OpenHallResult> {
  await lock.release()
  return { ok: false, refusal: { code: 'documentDamaged', damage } }
}
