import * as z from 'zod/mini'

const hexOf = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)))

/** Lower-case hexadecimal of an Ed25519 public key (RFC 8032: 32 bytes). */
export const publicKeyHex = hexOf(32)
/** Lower-case hexadecimal of an Ed25519 signature (RFC 8032: 64 bytes). */
export const signatureHex = hexOf(64)
