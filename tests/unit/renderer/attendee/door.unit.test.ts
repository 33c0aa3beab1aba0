import { describe, expect, it } from 'vitest'
import { codeIn, isCode, typedCode } from '../../../../renderer/attendee/door/code-in-address.ts'

describe('the code at the door', () => {
  it('is taken from a scanned address and from nothing else', () => {
    expect(codeIn('#482613')).toBe('482613')
    expect([codeIn(''), codeIn('#'), codeIn('#48261'), codeIn('#4826130'), codeIn('#48a613')]).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('may be typed with spaces and in full width, and never grows beyond six digits', () => {
    expect(typedCode('４８２ 613')).toBe('482613')
    expect(typedCode('48-26-13-99')).toBe('482613')
    expect(isCode(typedCode('4826'))).toBe(false)
  })
})
