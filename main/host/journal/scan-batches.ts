import { BATCH_START, type BatchMarks, readBatchMarks } from './batch-line.ts'
import type { DamageReason, JournalDamage } from './damage.ts'

const NEWLINE = 0x0a

/** One whole batch: its line number (the header is 1) and where its bytes lie, newline not included. */
export type BatchSlice = BatchMarks & { readonly line: number; readonly start: number; readonly end: number }

/** Bytes at the end that were never acknowledged: a write that a power cut interrupted. */
export type TornTail = { readonly from: number; readonly bytes: number; readonly reason: DamageReason }

export type BatchScan =
  | {
      readonly ok: true
      readonly batches: readonly BatchSlice[]
      readonly tail: TornTail | null
      /**
       * The last line is whole but for its newline. It is kept: nobody says whether it was acknowledged (an editor may
       * have taken the newline away), and a batch that was written but not acknowledged may always be there.
       */
      readonly unterminated: boolean
    }
  | { readonly ok: false; readonly damage: JournalDamage }

/** Where to begin: the batch `seq` starts at byte `start` and continues `prev` (null: not known, not asked). */
export type ScanFrom = {
  readonly start: number
  readonly seq: number
  readonly prev: string | null
  /** The newest data version that the reader knows. */
  readonly newest: number
}

/** Checks the chain of batches up to the end of the bytes without parsing their events. */
export function scanBatches(bytes: Buffer, from: ScanFrom): BatchScan {
  const batches: BatchSlice[] = []
  let prev = from.prev
  let end = from.start - 1
  for (let start = from.start; start < bytes.length; start = end + 1) {
    end = endOfLine(bytes, start)
    const seq = from.seq + batches.length
    const line = seq + 1
    const marks = readBatchMarks(bytes.subarray(start, end))
    if (typeof marks === 'string') {
      if (holdsBatch(bytes, start)) return damaged(line, marks)
      const tail = { from: start, bytes: bytes.length - start, reason: marks }
      return { ok: true, batches, tail, unterminated: false }
    }
    if (marks.version > from.newest) return damaged(line, 'newerVersion')
    if (marks.seq !== seq) return damaged(line, 'seqGap')
    if (prev !== null && marks.prev !== prev) return damaged(line, 'chainBroken')
    batches.push({ ...marks, line, start, end })
    prev = marks.hash
  }
  return { ok: true, batches, tail: null, unterminated: end === bytes.length }
}

/** Whether a whole batch lies anywhere from here on, also in the middle of a line whose newline was destroyed. */
export function holdsBatch(bytes: Buffer, from: number): boolean {
  for (let at = bytes.indexOf(BATCH_START, from); at !== -1; at = bytes.indexOf(BATCH_START, at + 1)) {
    if (typeof readBatchMarks(bytes.subarray(at, endOfLine(bytes, at))) !== 'string') return true
  }
  return false
}

/** Where the line that begins at `start` ends, newline not included. */
export function endOfLine(bytes: Buffer, start: number): number {
  const found = bytes.indexOf(NEWLINE, start)
  return found === -1 ? bytes.length : found
}

export function damaged(line: number, reason: DamageReason): { readonly ok: false; readonly damage: JournalDamage } {
  return { ok: false, damage: { line, reason } }
}
