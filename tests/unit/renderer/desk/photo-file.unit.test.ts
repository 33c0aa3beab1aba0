import { describe, expect, it } from 'vitest'
import { middleOf } from '../../../../renderer/desk/personal-data/photo-file.ts'

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
