import type { Batch } from '../../../main/host/journal/batch-line.ts'
import { type JournalOptions, type OpenedJournal, openJournal } from '../../../main/host/journal/journal.ts'
import type { Journal } from '../../../main/host/journal/running-journal.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import type { Storage } from '../../../main/host/storage/storage.ts'

/** The event of these tests. */
export type Note = { readonly type: 'noted'; readonly data: { readonly id: number; readonly text: string } }

export const note = (id: number, text = `说明 ${id}`): Note => ({ type: 'noted', data: { id, text } })

export const PATH = 'meetings/m1.journal'

export function options(storage: Storage, more: Partial<JournalOptions<Note>> = {}): JournalOptions<Note> {
  let clock = 1_000
  const now = () => clock++
  return { storage, dir: 'meetings', name: 'm1.journal', stream: 'meeting/m1', version: 1, upcasters: [], now, ...more }
}

export type Opened = { readonly journal: Journal<Note>; readonly opened: OpenedJournal<Note> }

/** Opens, and throws at damage. */
export async function open(storage: Storage, more: Partial<JournalOptions<Note>> = {}): Promise<Opened> {
  const result = await openJournal(options(storage, more))
  if (!result.ok) throw new Error(`damage: ${JSON.stringify(result.damage)}`)
  return result
}

export function batchesOf({ opened }: Opened): readonly Batch<Note>[] {
  const decoded = opened.batchesAfter(0)
  if (!decoded.ok) throw new Error(`damage: ${JSON.stringify(decoded.damage)}`)
  return decoded.batches
}

export const idsIn = (batches: readonly Batch<Note>[]): readonly number[] =>
  batches.flatMap((batch) => batch.events.map((event) => event.data.id))

/** The bytes of a journal with `count` batches of two notes each: ids 1 to 2·count. */
export async function journalBytes(count: number): Promise<Buffer> {
  const storage = memoryStorage()
  const { journal } = await open(storage)
  for (let batch = 0; batch < count; batch++) await journal.append([note(2 * batch + 1), note(2 * batch + 2)])
  await journal.close()
  return Buffer.from((await storage.read(PATH)) ?? new Uint8Array())
}

/** A storage that holds just these bytes as the journal. */
export async function holding(bytes: Uint8Array): Promise<Storage> {
  const storage = memoryStorage()
  await storage.makeDir('meetings')
  await storage.write(PATH, bytes)
  return storage
}

/** The lines with their newlines. */
export function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start)
    const next = end === -1 ? bytes.length : end + 1
    lines.push(bytes.subarray(start, next))
    start = next
  }
  return lines
}
