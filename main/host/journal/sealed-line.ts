import { createHash } from 'node:crypto'

/** `,"hash":"` + 64 hex digits + `"}`: the last bytes of every line, so that it is checked without parsing it. */
const BEFORE_HASH = ',"hash":"'
const AFTER_HASH = '"}'
const HASH_CHARS = 64
const SEAL_BYTES = BEFORE_HASH.length + HASH_CHARS + AFTER_HASH.length

const HASH = /^[0-9a-f]{64}$/

/**
 * A whole line, with its newline: `open` is a JSON object without its closing brace, and its hash is taken over exactly
 * these bytes.
 */
export function sealLine(open: string): { readonly line: Uint8Array; readonly hash: string } {
  const bytes = Buffer.byteLength(open)
  const line = Buffer.allocUnsafe(bytes + SEAL_BYTES + 1)
  line.write(open, 0)
  const hash = sha256(line.subarray(0, bytes))
  line.write(`${BEFORE_HASH}${hash}${AFTER_HASH}\n`, bytes)
  return { line, hash }
}

/** The seal of a line without its newline: null when it has none, `holds` when the hash fits the bytes before it. */
export function readSeal(
  line: Buffer,
): { readonly hash: string; readonly holds: boolean; readonly open: Buffer } | null {
  const start = line.length - SEAL_BYTES
  if (start < 0) return null
  const seal = line.toString('latin1', start)
  const hash = seal.slice(BEFORE_HASH.length, -AFTER_HASH.length)
  if (!HASH.test(hash) || seal !== `${BEFORE_HASH}${hash}${AFTER_HASH}`) return null
  const open = line.subarray(0, start)
  return { hash, holds: sha256(open) === hash, open }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
