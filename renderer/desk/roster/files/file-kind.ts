/** What a file is by its first bytes, whatever it is called. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'old-office'
  | 'password'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'rich-text'
  | 'text'

/** The part of an OLE2 file that holds a workbook with a password (MS-OFFCRYPTO 2.3.1). */
const PASSWORD_NAME = 'EncryptedPackage'

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['rich-text', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0] ?? 'text'
  // A list in text may begin with the letters BM; a picture is never without zeros at its head.
  if (found === 'picture' && bytes[0] === 0x42 && !bytes.subarray(0, 32).includes(0)) return 'text'
  return found === 'old-office' && holdsName(bytes, PASSWORD_NAME) ? 'password' : found
}

/** Whether the UTF-16LE text stands anywhere in the bytes: so OLE2 writes the names of its parts. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0)
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 0
    while (
      length < name.length &&
      bytes[at + 2 * length] === name.charCodeAt(length) &&
      bytes[at + 2 * length + 1] === 0
    ) {
      length += 1
    }
    if (length === name.length) return true
  }
  return false
}
