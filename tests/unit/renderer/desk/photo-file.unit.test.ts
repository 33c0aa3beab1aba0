import { describe, expect, it } from 'vitest'
import { middleOf } from '../../../../renderer/desk/personal-data/photo-file.ts'
import { pictureOnly } from '../../../../renderer/desk/personal-data/picture-only.ts'
import { photoFault } from '../../../../shared/contacts/photo.ts'
import { comment, exif, jpeg } from '../../../fixtures/photos.ts'

describe('the part of a photo that is kept', () => {
  it.each([
    [
      { width: 240, height: 320 },
      { x: 0, y: 0, width: 240, height: 320 },
    ],
    [
      { width: 4000, height: 3000 },
      { x: 875, y: 0, width: 2250, height: 3000 },
    ],
    [
      { width: 3000, height: 5000 },
      { x: 0, y: 500, width: 3000, height: 4000 },
    ],
    [
      { width: 60, height: 60 },
      { x: 7.5, y: 0, width: 45, height: 60 },
    ],
  ])('of %o is its middle, 3 by 4', (size, part) => {
    expect(middleOf(size.width, size.height)).toEqual(part)
  })
})

describe('a picture as a canvas writes it', () => {
  const profile = [0xff, 0xe2, 0, 6, 0x49, 0x43, 0x43, 0]

  it('is the same without its colour profile, Exif and comment', () => {
    expect(photoFault(jpeg({ head: profile }))).toBe('photoTellsMore')
    expect(pictureOnly(jpeg({ head: [...profile, ...exif, ...comment] }))).toEqual(jpeg())
    expect(photoFault(pictureOnly(jpeg({ head: profile })))).toBeNull()
  })

  it('without anything beside it stays as it is', () => {
    expect(pictureOnly(jpeg())).toEqual(jpeg())
  })

  it.each([
    ['nothing', []],
    ['no JPEG', [0x89, 0x50, 0x4e, 0x47, 1, 2, 3]],
    ['cut off in a segment', [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]],
  ])('that is %s is refused afterwards, without a fall', (_what, bytes) => {
    expect(photoFault(pictureOnly(Uint8Array.from(bytes)))).toBe('photoNotJpeg')
  })
})
