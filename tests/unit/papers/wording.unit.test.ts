import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { dateAt, period, writtenDate } from '../../../shared/papers/chinese-dates.ts'
import { ordinal } from '../../../shared/papers/ordinals.ts'
import { linesOf, oneLine, printable, sentence } from '../../../shared/papers/plain-text.ts'
import { titleLines, widthOf } from '../../../shared/papers/title-lines.ts'

describe('numbers and dates of papers', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [120, '一百二十'],
    [1_000, '一千'],
    [1_005, '一千零五'],
    [1_010, '一千零一十'],
    [1_100, '一千一百'],
    [2_026, '二千零二十六'],
  ])('%i is %s', (number, written) => {
    expect(chineseNumber(number)).toBe(written)
  })

  test('G14 the ordinals of the levels are those of the standard', () => {
    expect(([1, 2, 3, 4, 5] as const).map((level) => ordinal(level, 3))).toEqual(['三、', '（三）', '3.', '（3）', '③'])
    expect(ordinal(5, 21)).toBe('（21）')
  })

  test('G18 dates have no zeros before month and day, and are those of China', () => {
    expect(writtenDate('2027-01-06')).toBe('2027年1月6日')
    expect(dateAt(Date.UTC(2026, 11, 31, 15, 59))).toBe('2026年12月31日')
    expect(dateAt(Date.UTC(2026, 11, 31, 16, 0))).toBe('2027年1月1日')
  })

  test('a period says the day once, or twice over midnight, and only its beginning while it lasts', () => {
    const nine = Date.UTC(2026, 10, 22, 1, 0)
    expect(period(nine, nine + 90 * 60_000)).toBe('2026年11月22日9时至10时30分')
    expect(period(nine, nine + 20 * 3_600_000)).toBe('2026年11月22日9时至2026年11月23日5时')
    expect([null, nine, nine - 1, nine + 1].map((to) => period(nine, to))).toEqual(Array(4).fill('2026年11月22日9时'))
  })
})

describe('text of papers', () => {
  test('has no control characters, no turned direction, no half characters', () => {
    expect(printable('甲\u0000\u001b\u202e\u200b\ufeff\ud800\uffff乙😀👩‍👧\n丙')).toBe('甲乙😀👩‍👧\n丙')
  })

  test('has lines without indentation, or is one line', () => {
    expect(linesOf('\n　　甲\r\n\n  乙\u2028丙  ')).toEqual(['甲', '乙', '丙'])
    expect(oneLine('\n　　甲\r\n\n  乙\u0007 丙  ')).toBe('甲 乙 丙')
  })

  test('ends with a stop, and never with two', () => {
    expect(['甲', '甲。', '甲！”', '甲；', '甲（乙）', '甲。）'].map(sentence)).toEqual([
      '甲。',
      '甲。',
      '甲！”',
      '甲；',
      '甲（乙）。',
      '甲。）',
    ])
  })
})

describe('G11 a title', () => {
  test('that fits stays on one line', () => {
    expect(titleLines('红星社区党群议事会第一次会议纪要')).toEqual(['红星社区党群议事会第一次会议纪要'])
  })

  test('that does not fit breaks between words, in lines of about the same length', () => {
    const lines = titleLines('宝文家园小区网格共治委员会第一次会议纪要（示例）')
    expect(lines).toEqual(['宝文家园小区网格共治委员会', '第一次会议纪要（示例）'])
    const long = titleLines('红星街道新时代文明实践红星社区党群议事会关于老旧小区改造与便民设施建设的第十二次会议纪要')
    expect(long).toHaveLength(3)
    const widths = long.map(widthOf)
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(6)
  })

  test('of any text loses nothing, fills no line beyond its width, and begins none with a stop', () => {
    const words = fc.constantFrom(
      '社区',
      '议事会',
      '关于',
      '的',
      '（示例）',
      '2026',
      '，',
      'A',
      '改造',
      '😀',
      '、',
      '第',
      '次',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (parts) => {
        const title = parts.join('')
        const lines = titleLines(title)
        expect(lines.join('')).toBe(title)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(19)
      }),
    )
    const natural = titleLines(`${'红星社区'.repeat(4)}和平里，${'便民设施'.repeat(4)}、会议纪要`)
    for (const line of natural) expect(line).not.toMatch(/^[，、）]/)
  })
})
