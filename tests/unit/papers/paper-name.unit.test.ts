import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperName } from '../../../main/host/papers/paper-name.ts'
import { minutesOf, worksheetsOf } from './opened-paper.ts'

const voted = (motion: string, given = true) => [
  {
    title: '议题',
    votes: [{ motion, inFavour: 3, ...(given ? { given: { unit: '物业', dueOn: '2027-01-06' } } : {}) }],
  },
]
const worksheetName = (motion: string, more: { given?: boolean; title?: string; practice?: boolean } = {}) => {
  const { given = true, ...tale } = more
  const [worksheet] = worksheetsOf({ ...tale, items: voted(motion, given) })
  if (worksheet === undefined) throw new Error('a vote that passed has a worksheet')
  return paperName(worksheet)
}

describe('the name of a paper', () => {
  test('says what it is, of which meeting and day', () => {
    expect(paperName(minutesOf({ title: '红星社区第一次会议' }))).toBe('2026-11-22-红星社区第一次会议纪要.docx')
    expect(paperName(minutesOf({ title: '红星议事会' }))).toBe('2026-11-22-红星议事会会议纪要.docx')
    expect(worksheetName('铺设跑道')).toBe('红色议事工单-2026-HX-0001-铺设跑道.docx')
    expect(worksheetName('铺设跑道', { given: false })).toBe('红色议事工单-红星社区第一次议事会-第1项决议.docx')
  })

  test('of practice says 练习 first', () => {
    expect(paperName(minutesOf({ practice: true }))).toBe('练习-2026-11-22-红星社区第一次议事会会议纪要.docx')
    expect(worksheetName('铺', { practice: true })).toBe('练习-红色议事工单-红星社区第一次议事会-第1项决议.docx')
  })

  test.each([
    ['../../etc/passwd', '2026-11-22-etcpasswd会议纪要.docx'],
    ['C:\\Windows\\"会"*?<>|', '2026-11-22-CWindows会会议纪要.docx'],
    ['CON', '2026-11-22-CON会议纪要.docx'],
    ['...', '2026-11-22-未命名会议纪要.docx'],
    ['表\u202excod.exe', '2026-11-22-表xcod.exe会议纪要.docx'],
    ['甲\n乙\u0000', '2026-11-22-甲 乙会议纪要.docx'],
  ])('of a meeting called %j is %s', (title, name) => {
    expect(paperName(minutesOf({ title }))).toBe(name)
  })

  test('of any title can be written on Windows and on Linux', () => {
    const titles = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(titles, fc.boolean(), (text, given) => {
        for (const name of [paperName(minutesOf({ title: text })), worksheetName(text, { given, title: text })]) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
          expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u007f]/)
          expect(name).toMatch(/^(练习-)?(\d{4}-\d\d-\d\d-|红色议事工单-)[^. ].*[^. ]\.docx$|^.*\.docx$/)
          expect(name.trim()).toBe(name)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
          expect(Buffer.from(name).toString()).toBe(name)
        }
      }),
    )
  })
})
