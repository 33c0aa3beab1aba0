import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'

/** Files in an archive; a workbook with pictures of everybody stays below. */
const MAX_ENTRIES = 12_000
/** What all files of an archive together may say they hold, bytes. */
const MAX_DECLARED = 256 * 1024 * 1024
/** What is inflated of one archive, bytes: a full roster needs a twentieth. */
const MAX_INFLATED = 64 * 1024 * 1024
/** How much smaller a file may have become; tables of empty cells reach 150. */
const MAX_RATIO = 400
/** Below this many bytes a ratio says nothing. */
const RATIO_FROM = 1024 * 1024
/** Compressed bytes that are inflated before the sum is looked at again; each can grow a thousandfold. */
const STEP = 8 * 1024

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const ENCRYPTED_FLAG = 1
/** Stands for "see elsewhere" in archives of more than 4 GB. */
const ZIP64 = 0xffffffff
const STORED = 0
const DEFLATED = 8

export type ZipFault = 'damaged' | 'bomb' | 'password'

type Entry = {
  readonly offset: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** The files of an archive: their names, and their bytes on demand; what is not asked for is never inflated. */
export type ZipArchive = {
  readonly names: readonly string[]
  /** Null when there is no such file. Throws a `ZipError`. */
  bytes(name: string): Uint8Array | null
}

export class ZipError extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}

/** Opens an archive by its central directory (APPNOTE 6.3, no zip64). Throws a `ZipError`. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const entries = directoryOf(bytes)
  let inflated = 0
  return {
    names: [...entries.keys()],
    bytes: (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const whole = inflate(packedBytes(bytes, entry), entry, MAX_INFLATED - inflated)
      inflated += whole.length
      return whole
    },
  }
}

function directoryOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw new ZipError('bomb')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  let declared = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ZipError('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry: Entry = {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0) throw new ZipError('password')
    if (entry.size === ZIP64 || entry.packed === ZIP64) throw new ZipError('damaged')
    declared += entry.size
    if (declared > MAX_DECLARED || (entry.size > RATIO_FROM && entry.size > entry.packed * MAX_RATIO)) {
      throw new ZipError('bomb')
    }
    const tidy = name.replace(/\\/g, '/').replace(/^\//, '')
    // Two files of one name: programs do not agree on which of them counts.
    if (entries.has(tidy)) throw new ZipError('damaged')
    entries.set(tidy, entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  throw new ZipError('damaged')
}

function packedBytes(bytes: Uint8Array, { offset, packed }: Entry): Uint8Array {
  const view = viewOf(bytes)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw new ZipError('damaged')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) throw new ZipError('damaged')
  return bytes.subarray(start, start + packed)
}

/** Inflates step by step, so that what lies about its size is noticed before it fills the memory. */
function inflate(packed: Uint8Array, { crc, method, size }: Entry, room: number): Uint8Array {
  if (method !== STORED && method !== DEFLATED) throw new ZipError('damaged')
  if (size > room) throw new ZipError('bomb')
  if (method === STORED) return checked(packed, crc, size)
  const whole = new Uint8Array(size)
  let filled = 0
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new ZipError('bomb')
    whole.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged')
  }
  return checked(whole.subarray(0, filled), crc, size)
}

function checked(whole: Uint8Array, crc: number, size: number): Uint8Array {
  if (whole.length !== size || crc32(whole) !== crc) throw new ZipError('damaged')
  return whole
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
