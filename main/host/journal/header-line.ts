import { readSeal, sealLine } from './sealed-line.ts'

/** The first line of a journal: whose it is, and the data version of the app that made it. */
export type JournalHeader = {
  readonly stream: string
  readonly version: number
  readonly at: number
  readonly hash: string
}

export function newHeader(from: Omit<JournalHeader, 'hash'>): {
  readonly line: Uint8Array
  readonly header: JournalHeader
} {
  const { stream, version, at } = from
  const { line, hash } = sealLine(JSON.stringify({ journal: 'yishiting', stream, version, at }).slice(0, -1))
  return { line, header: { stream, version, at, hash } }
}

/** Null when the line (without newline) is no header, or not the one that was written. */
export function decodeHeader(line: Buffer): JournalHeader | null {
  const seal = readSeal(line)
  if (seal === null || !seal.holds) return null
  try {
    return asHeader(JSON.parse(`${seal.open.toString()}}`), seal.hash)
  } catch {
    return null
  }
}

function asHeader(value: unknown, hash: string): JournalHeader | null {
  if (typeof value !== 'object' || value === null) return null
  const { journal, stream, version, at } = value as Record<string, unknown>
  if (journal !== 'yishiting' || typeof stream !== 'string' || !isWhole(version) || !isWhole(at)) return null
  return { stream, version, at, hash }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
