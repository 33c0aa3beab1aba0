import { describe, expect, it } from 'vitest'
import { codeIn, isCode, typedCode } from '../../../../renderer/attendee/door/code-in-address.ts'
import { matching } from '../../../../renderer/attendee/door/matching-names.ts'
import { pinyinInitials } from '../../../../renderer/attendee/door/pinyin-initials.ts'

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

describe('finding a name', () => {
  const roster = ['周桂芳', '赵根发', '张宏发', '阿依古丽', '列席甲（物业）', 'Tom'].map((name) => ({ name }))
  const found = (typed: string) => matching(roster, typed).map(({ name }) => name)

  it('shows everybody before anything is typed', () => expect(found('  ')).toHaveLength(roster.length))
  it('takes any part of the name', () => expect(found('桂')).toEqual(['周桂芳']))
  it('takes the initials of the pinyin', () => {
    expect(found('zgf')).toEqual(['周桂芳', '赵根发'])
    expect(found('ZHF')).toEqual(['张宏发'])
    expect(found('aygl')).toEqual(['阿依古丽'])
  })
  it('takes a name that is not Chinese', () => expect(found('tom')).toEqual(['Tom']))
  it('finds nobody where nobody is', () => expect(found('王')).toEqual([]))

  it('knows the initial of common surnames', () => {
    expect(pinyinInitials('王李张刘陈杨黄吴周徐孙马朱胡林郭何高罗欧')).toBe('wlzlcyhwzxsmzhlghglo')
  })
})
