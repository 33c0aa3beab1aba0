import { readSeal, sealLine } from './sealed-line.ts'

/** One group commit. `seq` is gapless from 1, `at` (ms) never goes backwards, `hash` closes the chain up to here. */
export type Batch<E> = {
  readonly seq: number
  readonly at: number
  readonly events: readonly E[]
  readonly hash: string
}

/** What a batch line says about itself, read without parsing its events. */
export type BatchMarks = {
  readonly seq: number
  readonly at: number
  readonly version: number
  readonly prev: string
  readonly hash: string
}

/** The longest head: three numbers of at most 16 digits and their keys, in bytes. */
const HEAD_BYTES = 96
const HEAD = /^\{"seq":(\d{1,16}),"at":(\d{1,16}),"version":(\d{1,16}),"events":\[/
/** `],"prev":"` + 64 hex digits + `"`: what stands before the seal, at a fixed distance from the end. */
const TAIL_BYTES = 75
const TAIL = /^\],"prev":"([0-9a-f]{64})"$/

/** The bytes with which every batch line begins; a search for batches in damaged bytes starts at these. */
export const BATCH_START = '{"seq":'

/** `events` are JSON texts joined by commas: they were encoded when they were handed in, once. */
export function encodeBatch(
  marks: Omit<BatchMarks, 'hash'>,
  events: string,
): { readonly line: Uint8Array; readonly hash: string } {
  const { seq, at, version, prev } = marks
  return sealLine(`${BATCH_START}${seq},"at":${at},"version":${version},"events":[${events}],"prev":"${prev}"`)
}

/** The marks of a line without its newline, or what is wrong with it. Whether it continues the chain is not asked. */
export function readBatchMarks(line: Buffer): BatchMarks | 'notJson' | 'hashMismatch' {
  const head = HEAD.exec(line.toString('latin1', 0, HEAD_BYTES))
  if (head === null) return 'notJson'
  const seal = readSeal(line)
  if (seal === null) return 'notJson'
  const prev = TAIL.exec(seal.open.toString('latin1', Math.max(0, seal.open.length - TAIL_BYTES)))?.[1]
  if (prev === undefined) return 'notJson'
  if (!seal.holds) return 'hashMismatch'
  return { seq: Number(head[1]), at: Number(head[2]), version: Number(head[3]), prev, hash: seal.hash }
}

/** The events as they were stored, not lifted to a newer version; null when they are no JSON array. */
export function decodeEvents(line: Buffer): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(line.toString())
    const events = typeof value === 'object' && value !== null && 'events' in value ? value.events : null
    return Array.isArray(events) ? events : null
  } catch {
    return null
  }
}
