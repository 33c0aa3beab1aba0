import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PHOTO_BYTES, photoFault } from '../../../../shared/contacts/photo.ts'
import { comment, exif, iptc, jpeg } from '../../../fixtures/photos.ts'

describe('a photo', () => {
  it('that is a picture and nothing else is kept', () => {
    expect(photoFault(jpeg())).toBeNull()
  })

  it.each([
    ['Exif with a place in it', { head: exif }],
    ['IPTC', { head: iptc }],
    ['a comment', { head: comment }],
    ['another picture behind its end', { tail: [...jpeg()] }],
    ['a place behind its end', { tail: exif }],
    ['a thumbnail in its header', { head: [0xff, 0xe0, 0, 40, ...Array.from({ length: 38 }, () => 0)] }],
  ])('with %s is not', (_what, extra) => {
    expect(photoFault(jpeg(extra))).toBe('photoTellsMore')
  })

  it('with Exif behind its first scan is not', () => {
    const clean = [...jpeg()]
    const hidden = Uint8Array.from([...clean.slice(0, -2), ...exif, ...clean.slice(-2)])
    expect(photoFault(hidden)).toBe('photoTellsMore')
  })

  it.each([
    ['nothing', []],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['only the beginning of a JPEG', [...jpeg()].slice(0, 60)],
    ['a JPEG without its end', [...jpeg()].slice(0, -2)],
  ])('that is %s is not', (_what, bytes) => {
    expect(photoFault(Uint8Array.from(bytes))).toBe('photoNotJpeg')
  })

  it('larger than a face needs is not', () => {
    expect(photoFault(new Uint8Array(MAX_PHOTO_BYTES + 1))).toBe('photoTooLarge')
  })

  it('of any bytes at all is judged without a fall', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(photoFault(bytes)).not.toBeNull()
        photoFault(Uint8Array.from([0xff, 0xd8, ...bytes]))
      }),
    )
  })
})
