import { type Batch, decodeEvents } from './batch-line.ts'
import type { JournalDamage } from './damage.ts'
import type { BatchSlice } from './scan-batches.ts'
import { type Upcasters, upcast } from './upcast.ts'

export type DecodedBatches<E> =
  | { readonly ok: true; readonly batches: readonly Batch<E>[] }
  | { readonly ok: false; readonly damage: JournalDamage }

/** How stored events become events of this app; `parseEvent` throws at what is none. */
export type EventForm<E> = {
  readonly upcasters: Upcasters
  readonly parseEvent: (event: unknown) => E
}

/** Decodes batches that `scanJournal` found in these bytes, and lifts their events to the newest version. */
export function decodeBatches<E>(
  bytes: Uint8Array,
  slices: readonly BatchSlice[],
  form: EventForm<E>,
): DecodedBatches<E> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const batches: Batch<E>[] = []
  for (const slice of slices) {
    const stored = decodeEvents(content.subarray(slice.start, slice.end))
    if (stored === null) return { ok: false, damage: { line: slice.line, reason: 'notJson' } }
    try {
      const events = upcast(stored, slice.version, form.upcasters).map((event) => form.parseEvent(event))
      batches.push({ seq: slice.seq, at: slice.at, events, hash: slice.hash })
    } catch (error) {
      return { ok: false, damage: { line: slice.line, reason: 'badEvent', detail: String(error) } }
    }
  }
  return { ok: true, batches }
}
