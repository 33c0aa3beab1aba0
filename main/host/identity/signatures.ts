import { createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'

/** Keys are parsed once; a hall has a few hundred devices. */
const MAX_PARSED_KEYS = 5_000

export type Verifies = (publicKey: string, text: string, signature: string) => boolean

/** Checks Ed25519 signatures (RFC 8032; key and signature in hexadecimal) with the platform's own, fast implementation. */
export function signatureVerifier(): Verifies {
  const parsed = new Map<string, KeyObject | null>()
  const keyOf = (publicKey: string): KeyObject | null => {
    const known = parsed.get(publicKey)
    if (known !== undefined) return known
    if (parsed.size >= MAX_PARSED_KEYS) parsed.clear()
    const key = parseKey(publicKey)
    parsed.set(publicKey, key)
    return key
  }
  return (publicKey, text, signature) => {
    const key = keyOf(publicKey)
    return key !== null && verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'))
  }
}

/** Compares secrets without telling by its time how far they agree. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function parseKey(publicKey: string): KeyObject | null {
  try {
    // The platform takes a point of small order for a key, and then signatures that nobody made for good.
    if (ed25519.Point.fromHex(publicKey).isSmallOrder()) return null
    const x = Buffer.from(publicKey, 'hex').toString('base64url')
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    // 32 bytes that are no key: whatever is "signed" with it is not.
    return null
  }
}
