import type { DamageReason, JournalDamage } from './damage.ts'
import { decodeHeader, type JournalHeader } from './header-line.ts'
import { type BatchScan, damaged, endOfLine, holdsBatch, scanBatches } from './scan-batches.ts'

/** `header` is null for a new journal: no bytes, or a header that was never finished (then it is the torn tail). */
export type JournalScan =
  | (Extract<BatchScan, { ok: true }> & { readonly header: JournalHeader | null })
  | { readonly ok: false; readonly damage: JournalDamage }

/** `stream` null: whichever it is. `version`: the newest data version that the reader knows. */
export type Expected = { readonly stream: string | null; readonly version: number }

/**
 * Checks a journal's chain without parsing events. What cannot be read and is followed by no whole batch is a torn
 * tail; anything before a whole batch is damage. A last line that is whole but does not continue the chain was never
 * written by us, so it is damage too.
 */
export function scanJournal(content: Uint8Array, expected: Expected): JournalScan {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const headerEnd = endOfLine(bytes, 0)
  const header = decodeHeader(bytes.subarray(0, headerEnd))
  if (header === null) return headless(bytes, headerEnd)
  const refused = refuseHeader(header, expected)
  if (refused !== null) return damaged(1, refused)
  const from = { start: headerEnd + 1, seq: 1, prev: header.hash, newest: expected.version }
  const scan = scanBatches(bytes, from)
  if (!scan.ok) return scan
  return { ...scan, header, unterminated: scan.unterminated || headerEnd === bytes.length }
}

/** No header: new, unless something follows the first line (a header is synced before anything is written after it). */
function headless(bytes: Buffer, headerEnd: number): JournalScan {
  if (headerEnd + 1 < bytes.length || holdsBatch(bytes, 0)) return damaged(1, 'badHeader')
  const tail = bytes.length === 0 ? null : { from: 0, bytes: bytes.length, reason: 'badHeader' as const }
  return { ok: true, header: null, batches: [], tail, unterminated: false }
}

function refuseHeader(header: JournalHeader, expected: Expected): DamageReason | null {
  if (expected.stream !== null && header.stream !== expected.stream) return 'wrongStream'
  return header.version > expected.version ? 'newerVersion' : null
}
