/** A face of 240 × 320 pixels takes 10 to 20 kB; a frame of the operator's page has room for far more. */
export const MAX_PHOTO_BYTES = 60 * 1024

/** Why a picture is not kept. */
export type PhotoFault = 'photoNotJpeg' | 'photoTooLarge' | 'photoTellsMore'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
/** JFIF's own header (ITU-T T.871) says how wide and high, and nothing of where or when. */
const APP0 = 0xe0
const FIRST_APP = 0xe1
const LAST_APP = 0xef
const COMMENT = 0xfe

/**
 * What is wrong with the bytes of a photo; null when it is a JPEG (ITU-T T.81) that holds a picture and nothing else: no
 * Exif, no XMP, no IPTC, no comment, nothing behind its end. Where and with what it was taken stands in those.
 */
export function photoFault(bytes: Uint8Array): PhotoFault | null {
  if (bytes.length > MAX_PHOTO_BYTES) return 'photoTooLarge'
  if (bytes[0] !== 0xff || bytes[1] !== START) return 'photoNotJpeg'
  let at = 2
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return 'photoNotJpeg'
    const marker = bytes[at + 1] ?? 0
    if (marker === SCAN) return endsAfterScan(bytes, at)
    if ((marker >= FIRST_APP && marker <= LAST_APP) || marker === COMMENT) return 'photoTellsMore'
    const length = lengthAt(bytes, at + 2)
    if (length < 2) return 'photoNotJpeg'
    // A thumbnail in the JFIF header is a picture that nobody has looked at.
    if (marker === APP0 && length > 16) return 'photoTellsMore'
    at += 2 + length
  }
  return 'photoNotJpeg'
}

/** Behind the first scan only further scans and their tables may follow, and the end of the picture is the end of the file. */
function endsAfterScan(bytes: Uint8Array, scan: number): PhotoFault | null {
  for (let at = scan + 2; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const marker = bytes[at + 1] ?? 0
    if ((marker >= APP0 && marker <= LAST_APP) || marker === COMMENT) return 'photoTellsMore'
    if (marker === END) return at + 2 === bytes.length ? null : 'photoTellsMore'
  }
  return 'photoNotJpeg'
}

const lengthAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
