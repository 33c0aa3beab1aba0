import { describe, expect, it } from 'vitest'
import { hasUnseen } from '../../../../shared/core/unseen.ts'

const at = (code: number) => String.fromCodePoint(code)

describe('characters that nobody sees', () => {
  it.each([0x00, 0x0b, 0x1b, 0x7f, 0x9f, 0xad, 0x200b, 0x200d, 0x200f, 0x2028, 0x202e, 0x2060, 0x2069, 0x3164, 0xfeff])(
    'are found wherever they stand in what was sent: %i',
    (code) => {
      expect(hasUnseen(at(code))).toBe(true)
      expect(hasUnseen({ seatId: 'st_aaaaaa', rows: [{ name: `委员${at(code)}甲` }] })).toBe(true)
    },
  )

  it.each(['委员甲', '欧阳·娜娜', '两行\n\t文字\r\n', '𠮷野家', '👨‍👩‍👧 全家', '👩🏽‍⚕️', '❤️', '葛󠄀', 'Müller-Åström'])(
    'are not what people write: %s',
    (text) => {
      expect(hasUnseen({ name: text, count: 1, none: null })).toBe(false)
    },
  )

  it('are looked for also in what lies very deep', () => {
    const deep = JSON.parse(`${'['.repeat(30_000)}"\u200b"${']'.repeat(30_000)}`)
    expect(hasUnseen(deep)).toBe(true)
  })
})
