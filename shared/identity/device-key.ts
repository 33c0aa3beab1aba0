import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from '../core/ids.ts'

/** An Ed25519 key pair (RFC 8032), lower-case hexadecimal. Needs no secure context, so a phone on plain http has one too. */
export type DeviceKey = { readonly publicKey: string; readonly secretKey: string }

const SECRET_BYTES = 32

export function makeDeviceKey(random: RandomBytes): DeviceKey {
  const secret = random(SECRET_BYTES)
  return { publicKey: bytesToHex(ed25519.getPublicKey(secret)), secretKey: bytesToHex(secret) }
}

/** The signature of `text` in UTF-8, hexadecimal. A device signature against tampering, not a 可靠的电子签名 in law. */
export function signText(key: DeviceKey, text: string): string {
  return bytesToHex(ed25519.sign(utf8ToBytes(text), hexToBytes(key.secretKey)))
}
