const START_OF_SCAN = 0xda
/** APP1 to APP15 and the comment: Exif, XMP, IPTC, colour profiles. */
const tellsMore = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe

/**
 * A JPEG (ITU-T T.81) without the segments that stand beside the picture: a canvas writes a colour profile of its own. What
 * is no JPEG comes back as it is.
 */
export function pictureOnly(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 3 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (!tellsMore(bytes[at + 1] ?? 0)) kept.push(bytes.subarray(at, end))
    at = end
  }
  kept.push(bytes.subarray(at))
  const whole = new Uint8Array(kept.reduce((length, part) => length + part.length, 0))
  let place = 0
  for (const part of kept) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
