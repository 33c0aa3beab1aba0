import { beforeAll, describe, expect, test } from 'vitest'
import { NAME_DELETED } from '../../../shared/contacts/deleted-name.ts'
import { textOf } from '../../../shared/papers/paragraph.ts'
import { minutesOf, type OpenedPaper, openedParagraph, openPaper } from './opened-paper.ts'
import { fewSeats, type ToldMeeting, type ToldSpeech, talkativeTale } from './told-meeting.ts'
import { all, at, type XmlElement } from './xml-tree.ts'

const listOf = (speeches: readonly ToldSpeech[], more: Partial<ToldMeeting> = {}) =>
  minutesOf({ items: [{ title: '跑道', speeches }], ...more }).sections[0]?.parts.find(({ heading }) =>
    heading.endsWith('发言记录'),
  )

const rowsOf = (speeches: readonly ToldSpeech[], more: Partial<ToldMeeting> = {}) => listOf(speeches, more)?.speeches

describe('the speaking list of an item', () => {
  test('says when, who, from which seat, for or against, how long, and what was noted', () => {
    const seats = fewSeats.map((seat, index) => (index === 2 ? { ...seat, party: '业委会', duty: '副主任' } : seat))
    const speeches = [
      { by: 2, stance: 'for', seconds: 90, note: '要快。\n别拖' },
      { by: 3, stance: 'against', seconds: 45 },
      { by: 5, stance: 'addition', seconds: 180 },
    ] as const
    expect(rowsOf(speeches, { seats })).toEqual([
      {
        time: '9:05',
        name: '赵委员',
        seat: '常任议事委员，业委会，副主任',
        what: '赞成',
        length: '1分30秒',
        beneath: ['要点：要快。', '别拖'],
      },
      { time: '9:06', name: '钱委员', seat: '常任议事委员', what: '反对', length: '45秒', beneath: [] },
      { time: '9:07', name: '周列席', seat: '列席', what: '补充', length: '3分', beneath: [] },
    ])
  })

  test('tells a question, an answer, a point of order with its category and a speech without a stance', () => {
    const speeches = [
      { by: 2, kind: 'question', seconds: 5 },
      { by: 3, kind: 'answer', seconds: 5 },
      { by: 2, kind: 'intervention', seconds: 5 },
      { by: 3, kind: 'pointOfOrder', category: '会场秩序', seconds: 5 },
      { by: 3, kind: 'pointOfOrder', seconds: 5 },
      { by: 2, seconds: 5 },
    ] as const
    expect(rowsOf(speeches)?.map(({ what }) => what)).toEqual([
      '插问',
      '答复',
      '回应说明',
      '程序问题：会场秩序',
      '程序问题',
      '发言',
    ])
  })

  test('marks what a department answered, with the written answer beneath', () => {
    const speeches = [{ by: 5, kind: 'departmentAnswer', seconds: 60, note: '下月动工', answer: '详见方案。' }] as const
    expect(rowsOf(speeches)).toMatchObject([
      { name: '周列席', what: '部门答题', beneath: ['要点：下月动工', '书面答复：详见方案。'] },
    ])
  })

  test('names nobody who spoke without a name, and says where a name was deleted', () => {
    expect(rowsOf([{ by: null, seconds: 30 }])).toMatchObject([{ name: '一位居民', seat: '' }])
    const seats = fewSeats.map((seat) => ({ ...seat, name: null }))
    expect(rowsOf([{ by: 2, seconds: 30 }], { seats })).toMatchObject([{ name: NAME_DELETED }])
  })

  test('stands in the order in which people began, not in which they ended', () => {
    const speeches = [
      { by: 2, seconds: 600 },
      { by: 3, kind: 'question', seconds: 10 },
    ] as const
    expect(rowsOf(speeches)?.map(({ time }) => time)).toEqual(['9:05', '9:06'])
  })

  test('rounds to seconds, and a word is more than nothing', () => {
    const lengths = [0.2, 0.6, 59.6, 119.4].map((seconds) => rowsOf([{ by: 2, seconds }])?.[0]?.length)
    expect(lengths).toEqual(['不到1秒', '1秒', '1分', '1分59秒'])
  })

  test('tells in one line who asked in vain, and why', () => {
    const unspoken = [
      { by: 2, why: 'withdrawn' },
      { by: 3, why: 'passed' },
      { by: 2, why: 'withdrawn' },
      { by: 2, why: 'left' },
      { by: null, why: 'withdrawn' },
    ] as const
    const [section] = minutesOf({ items: [{ title: '跑道', unspoken }] }).sections
    expect(section?.parts).toMatchObject([{ heading: '（一）发言记录', speeches: [] }])
    expect(section?.parts[0]?.paragraphs.map(textOf)).toEqual([
      '未发言：赵委员（撤回2次）、钱委员（过）、赵委员（离场）、一位居民（撤回）。',
    ])
  })

  test('is the last part of its item, and there is none where nobody asked to speak', () => {
    const points = [{ kind: 'todo', text: '物业答复' }] as const
    const items = [{ title: '甲', points, speeches: [{ by: 2, seconds: 30 }] }, { title: '乙' }]
    const [first, second] = minutesOf({ items }).sections
    expect(first?.parts.map(({ heading }) => heading)).toEqual(['（一）待办事项', '（二）发言记录'])
    expect(second?.parts).toEqual([])
  })

  test('does not stand for something that was decided', () => {
    const [section] = minutesOf({ items: [{ title: '甲', speeches: [{ by: 2, seconds: 30 }] }] }).sections
    expect(section?.paragraphs.map(textOf)).toEqual(['会议讨论了这个议题，没有形成议定事项。'])
  })
})

describe('the beginning of minutes', () => {
  test('says who had somebody else vote', () => {
    const delegated = [
      [4, 2],
      [0, 3],
    ] as const
    expect(minutesOf({ delegated }).lead[0]).toContain(
      '请假1人；列席2人。孙委员委托赵委员代为表决，王召集委托钱委员代为表决。按小会规则',
    )
    expect(minutesOf({}).lead[0]).not.toContain('委托')
  })
})

describe('a speaking list on paper', () => {
  let paper: OpenedPaper
  beforeAll(async () => {
    paper = await openPaper(minutesOf(talkativeTale))
  })
  const rows = () =>
    all(paper.body, 'w:tbl')
      .slice(0, 1)
      .flatMap((table) => all(table, 'w:tr'))
  const textIn = (element: XmlElement | undefined) =>
    (element === undefined ? [] : all(element, 'w:t')).map(({ text }) => text).join('')

  test('is a table as wide as the text, in 小四, with its head on every page', () => {
    const tables = all(paper.body, 'w:tbl')
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      const columns = all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']))
      expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8_844)
      const [head, ...others] = all(table, 'w:tr')
      expect((head === undefined ? [] : all(head, 'w:tc')).map(textIn)).toEqual([
        '时间',
        '姓名',
        '席位',
        '立场或类别',
        '时长',
      ])
      expect(at(head, 'w:trPr', 'w:tblHeader')).toBeDefined()
      expect(others.some((row) => at(row, 'w:trPr', 'w:tblHeader') !== undefined)).toBe(false)
      for (const { properties } of all(table, 'w:p').flatMap((one) => openedParagraph(one).runs)) {
        expect(at(properties, 'w:sz')?.attributes['w:val']).toBe('24')
      }
    }
  })

  test('has rows that stay whole, but for what would fit on no page', () => {
    const split = rows().filter((row) => at(row, 'w:trPr', 'w:cantSplit') === undefined)
    expect(split).toHaveLength(2)
    for (const row of split) expect(textIn(row).length).toBeGreaterThan(1_000)
  })

  test('keeps a speech on the page of what was noted of it', () => {
    const noted = rows().filter((_, index) => /^(要点|书面答复)：/.test(textIn(rows()[index + 1])))
    expect(noted.length).toBeGreaterThan(10)
    for (const row of noted) {
      for (const paragraph of all(row, 'w:p')) expect(at(paragraph, 'w:pPr', 'w:keepNext')).toBeDefined()
    }
    const [last] = rows().slice(-1)
    expect(last === undefined ? null : all(last, 'w:keepNext')).toEqual([])
  })

  test('leaves the paragraphs around it as they are in all minutes', () => {
    const unspoken = paper.paragraphs.find(({ text }) => text.startsWith('未发言：'))
    expect(at(unspoken?.properties, 'w:spacing')?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' })
    expect(at(unspoken?.properties, 'w:ind')?.attributes).toMatchObject({ 'w:firstLine': '630' })
  })
})
