import { beforeAll, describe, expect, test } from 'vitest'
import {
  minutesOf,
  type OpenedPaper,
  type OpenedParagraph,
  openedParagraph,
  openPaper,
  worksheetsOf,
} from './opened-paper.ts'
import { longTale, type ToldMeeting } from './told-meeting.ts'
import { all, at, type XmlElement } from './xml-tree.ts'

/** The assertions of GB/T 9704-2012, by the numbers under which the project keeps them. */
const HOSTILE = '控制\u0000\u0007\u001b符\u202e号\ud800与<b>&"\'emoji😀👨‍👩‍👧\uffff尾'

const hostileTale: ToldMeeting = {
  title: HOSTILE,
  councilName: HOSTILE,
  place: `  　${HOSTILE}`,
  seats: [
    { name: HOSTILE, kind: 'convener' },
    { name: HOSTILE, kind: 'scribe', voting: false },
    { name: HOSTILE, attends: 'left' },
  ],
  items: [
    {
      title: `　　${HOSTILE}`,
      points: [
        { kind: 'opinion', text: `　　首行\n\n　　次行${HOSTILE}` },
        { kind: 'todo', text: HOSTILE },
      ],
      votes: [{ motion: HOSTILE, inFavour: 2, given: { unit: HOSTILE, dueOn: '2027-12-31' } }],
    },
  ],
}

const votedTale: ToldMeeting = {
  items: [
    {
      title: '充电桩',
      votes: [
        { motion: '建桩', inFavour: 3, voided: { reason: '唱票有误', closed: true } },
        { motion: '建棚', inFavour: 1 },
        { motion: '建站', inFavour: 3 },
      ],
    },
  ],
}

const tales: Readonly<Record<string, ToldMeeting>> = {
  'of a long meeting': longTale,
  'of hostile text': hostileTale,
  'of an empty meeting': { items: [] },
  'of void and failed votes': votedTale,
  'of practice': { ...votedTale, practice: true },
  'of a meeting that goes on': { ...votedTale, closed: false },
}

const notes = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '现场' }] },
    { type: 'paragraph', content: [{ type: 'text', text: HOSTILE, marks: [{ type: 'bold' }] }] },
  ],
}

const papers: { readonly name: string; readonly kind: 'minutes' | 'worksheet'; paper: OpenedPaper }[] = []
beforeAll(async () => {
  for (const [name, tale] of Object.entries(tales)) {
    papers.push({ name: `minutes ${name}`, kind: 'minutes', paper: await openPaper(minutesOf(tale, notes)) })
    for (const worksheet of worksheetsOf(tale)) {
      papers.push({ name: `worksheet ${name}`, kind: 'worksheet', paper: await openPaper(worksheet) })
    }
  }
})

const minutes = () => papers.filter(({ kind }) => kind === 'minutes')
const worksheets = () => papers.filter(({ kind }) => kind === 'worksheet')
const every = (check: (paper: OpenedPaper, name: string) => void, of = papers) => {
  expect(of.length).toBeGreaterThan(4)
  for (const { name, paper } of of) check(paper, name)
}

const fontsOf = (properties: XmlElement | undefined) => {
  const { attributes = {} } = at(properties, 'w:rFonts') ?? {}
  return ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((name) => attributes[name])
}
const four = (font: string) => [font, font, font, font]
const value = (element: XmlElement | undefined, ...path: readonly string[]) => at(element, ...path)?.attributes['w:val']
const indentOf = ({ properties }: OpenedParagraph) => at(properties, 'w:ind')?.attributes ?? {}
const isBody = (paragraph: OpenedParagraph) =>
  paragraph.text !== '' && paragraph.runs.every(({ properties }) => fontsOf(properties)[2] === '仿宋_GB2312')

describe('every paper', () => {
  test('G01 is on A4, upright', () => {
    every(({ body }) => {
      expect(all(body, 'w:sectPr')).toHaveLength(1)
      expect(at(body, 'w:sectPr', 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
    })
  })

  test('G02 G03 has margins that leave a text area of 156 mm by 225 mm', () => {
    every(({ body }) => {
      const margin = at(body, 'w:sectPr', 'w:pgMar')?.attributes
      expect(margin).toMatchObject({ 'w:top': '2098', 'w:left': '1588', 'w:gutter': '0' })
      expect(margin).toMatchObject({ 'w:right': '1474', 'w:bottom': '1984' })
      expect(11_906 - 1_588 - 1_474).toBe(8_844)
      expect(16_838 - 2_098 - 1_984).toBe(12_756)
    })
  })

  test('G04 is in 三号仿宋 unless something else is said, for every kind of character', () => {
    every(({ part }) => {
      const run = at(part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr')
      expect([value(run, 'w:sz'), value(run, 'w:szCs')]).toEqual(['32', '32'])
      expect(fontsOf(run)).toEqual(four('仿宋_GB2312'))
    })
  })

  test('G05 has a pitch of 28.95 pt', () => {
    every(({ body }) =>
      expect(at(body, 'w:sectPr', 'w:docGrid')?.attributes).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' }),
    )
  })

  test('G06 is black', () => {
    every(({ body, part }) => {
      const parts = [body, part('word/styles.xml'), part('word/footer1.xml'), part('word/footer2.xml')]
      for (const color of parts.flatMap((from) => all(from, 'w:docDefaults').concat(all(from, 'w:r'))))
        expect(['000000', 'auto', undefined]).toContain(value(at(color, 'w:rPr'), 'w:color'))
    })
  })

  test('G11 has a title in 二号小标宋, in the middle, not bold', () => {
    every(({ paragraphs }, name) => {
      const titles = paragraphs.filter(({ runs }) => fontsOf(runs[0]?.properties)[2] === '方正小标宋简体')
      expect(titles.length, name).toBeGreaterThan(0)
      for (const { properties, runs, text } of titles) {
        expect(text).not.toBe('')
        expect(value(properties, 'w:jc')).toBe('center')
        for (const run of runs) {
          expect(fontsOf(run.properties)).toEqual(four('方正小标宋简体'))
          expect([value(run.properties, 'w:sz'), at(run.properties, 'w:b')]).toEqual(['44', undefined])
        }
      }
    })
  })

  test('G13 indents by no space of any width', () => {
    every(({ paragraphs }, name) => {
      for (const { text } of paragraphs) expect(text, name).toBe(text.trim())
    })
  })

  test('G22 has page numbers in 四号宋体 between two 一字线, odd pages right, even pages left', () => {
    every(({ body, part }) => {
      expect(at(part('word/settings.xml'), 'w:evenAndOddHeaders')).toBeDefined()
      expect(Number(at(body, 'w:sectPr', 'w:pgMar')?.attributes['w:footer'])).toBe(1_400)
      expect(at(body, 'w:sectPr', 'w:pgNumType')?.attributes['w:start']).toBeUndefined()
      const links = all(part('word/_rels/document.xml.rels'), 'Relationship')
      for (const [type, side, other] of [
        ['default', 'right', 'left'],
        ['even', 'left', 'right'],
      ] as const) {
        const reference = all(body, 'w:footerReference').find(({ attributes }) => attributes['w:type'] === type)
        const link = links.find(({ attributes }) => attributes['Id'] === reference?.attributes['r:id'])
        const footer = part(`word/${link?.attributes['Target']}`)
        const [paragraph, ...more] = all(footer, 'w:p').map(openedParagraph)
        expect(more).toEqual([])
        expect(value(paragraph?.properties, 'w:jc')).toBe(side)
        expect(paragraph && indentOf(paragraph)).toEqual({ [`w:${side}`]: '280' })
        expect(indentOf(paragraph as OpenedParagraph)[`w:${other}`]).toBeUndefined()
        expect(paragraph?.text).toBe('\u2014  \u2014')
        expect(all(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE'])
        for (const run of paragraph?.runs ?? []) {
          expect(fontsOf(run.properties)).toEqual(four('宋体'))
          expect(value(run.properties, 'w:sz')).toBe('28')
        }
      }
    })
  })

  test('names in its font table what takes the place of a font that is missing', () => {
    every(({ body, part }) => {
      const fonts = all(part('word/fontTable.xml'), 'w:font')
      const known = Object.fromEntries(fonts.map((font) => [font.attributes['w:name'], value(font, 'w:altName')]))
      expect(known).toMatchObject({ 方正小标宋简体: '宋体', 仿宋_GB2312: '仿宋', 楷体_GB2312: '楷体' })
      for (const { attributes } of all(body, 'w:rFonts')) expect(known).toHaveProperty(attributes['w:eastAsia'] ?? '')
    })
  })

  test('says of its maker nothing but the name of the program', () => {
    every(({ part }) => {
      const core = part('docProps/core.xml')
      const texts = Object.fromEntries(core.children.map(({ name, text }) => [name, text]))
      expect(texts).toMatchObject({ 'dc:creator': '议事厅', 'cp:lastModifiedBy': '议事厅' })
      expect(Object.keys(texts).sort()).toEqual(
        ['cp:lastModifiedBy', 'cp:revision', 'dc:creator', 'dc:title', 'dcterms:created', 'dcterms:modified'].sort(),
      )
      expect(texts['dc:title']).toMatch(/纪要|工单/)
      expect(all(part('docProps/app.xml'), 'Application')).toEqual([])
    })
  })

  test('of practice says so on every page and in the document; others have no such mark', () => {
    every(({ body, paragraphs, part }, name) => {
      const headers = all(body, 'w:headerReference').map(({ attributes }) => attributes['w:type'])
      const marked = name.endsWith('practice') || name.endsWith('goes on')
      expect(headers.sort(), name).toEqual(marked ? ['default', 'even'] : [])
      const said = paragraphs.filter(({ text }) => text === '（练习，不作为正式文书）')
      expect(said, name).toHaveLength(name.endsWith('practice') ? 1 : 0)
      if (name.endsWith('practice')) {
        expect(all(part('word/header1.xml'), 'w:t').map(({ text }) => text)).toEqual(['练习，不作为正式文书'])
      }
    })
  })
})

describe('minutes', () => {
  test('G05 have paragraphs of exactly 28.95 pt, each character a quarter point closer, on a grid of lines', () => {
    every(({ body, paragraphs }) => {
      expect(at(body, 'w:sectPr', 'w:docGrid')?.attributes['w:type']).toBe('lines')
      for (const { properties, runs } of paragraphs) {
        expect(at(properties, 'w:spacing')?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' })
        const three = runs.filter((run) => run.text !== '' && value(run.properties, 'w:sz') === '32')
        for (const run of three) expect(value(run.properties, 'w:spacing')).toBe('-5')
      }
    }, minutes())
  })

  test('G11 have two empty lines above the title', () => {
    every(({ paragraphs }) => {
      expect(paragraphs.slice(0, 3).map(({ text }) => text === '')).toEqual([true, true, false])
    }, minutes())
  })

  test('G13 begin each paragraph two characters in, in characters and in twips', () => {
    every(({ paragraphs }) => {
      const signs = /^(主持人|记录人)：|^\d{4}年\d+月\d+日$/
      const start = paragraphs.findIndex(({ text }) => text.startsWith('2026年11月22日'))
      const end = paragraphs.findIndex(({ runs }) => ['出席', '请假', '列席'].includes(runs[0]?.text ?? ''))
      const written = paragraphs
        .slice(start, end)
        .filter((paragraph) => paragraph.text !== '' && !signs.test(paragraph.text))
      expect(written.length).toBeGreaterThan(0)
      for (const paragraph of written) {
        expect(indentOf(paragraph)).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '630' })
      }
    }, minutes())
  })

  test('G14 have levels 一、 in 黑体, （一） in 楷体, 1. in 仿宋, all of 三号 and none bold', async () => {
    const { paragraphs } = await openPaper(minutesOf(longTale))
    const levels = [
      { pattern: /^[一二三四五六七八九十]+、/, font: '黑体', least: 12 },
      { pattern: /^（[一二三四五六七八九十]+）/, font: '楷体_GB2312', least: 20 },
      { pattern: /^\d+\.(?!\s)/, font: '仿宋_GB2312', least: 20 },
    ]
    for (const { font, least, pattern } of levels) {
      const found = paragraphs.filter(({ text }) => pattern.test(text))
      expect(found.length).toBeGreaterThanOrEqual(least)
      for (const { runs } of found) {
        for (const run of runs) {
          expect(fontsOf(run.properties)).toEqual(four(font))
          expect([value(run.properties, 'w:sz'), at(run.properties, 'w:b')]).toEqual(['32', undefined])
        }
      }
    }
    const seconds = paragraphs.filter(({ text }) => /^（[一二三四五]）/.test(text)).map(({ text }) => text)
    expect(seconds.filter((text) => /[，。：；]$/.test(text))).toEqual([])
  })

  test('G26 G27 name 出席, 请假, 列席 in this order in 黑体, with the names in 仿宋 hanging behind the colon', () => {
    every(({ paragraphs }, name) => {
      const people = paragraphs.filter(({ runs }) => ['出席', '请假', '列席'].includes(runs[0]?.text ?? ''))
      const order = people.map(({ runs }) => runs[0]?.text)
      expect(order).toEqual(['出席', '请假', '列席'].filter((label) => order.includes(label)))
      if (!name.endsWith('hostile text')) expect(order).toHaveLength(3)
      for (const person of people) {
        expect(person.runs.map(({ properties }) => fontsOf(properties)[2])).toEqual(['黑体', '仿宋_GB2312'])
        expect(person.runs[1]?.text).toMatch(/^：./)
        expect(indentOf(person)).toEqual({ 'w:left': '1575', 'w:hanging': '945' })
      }
      const [first] = people
      expect(paragraphs[paragraphs.indexOf(first as OpenedParagraph) - 1]?.text).toBe('')
    }, minutes())
  })

  test('G17 G18 end with a date that begins two characters behind the name above it', async () => {
    const ends = async (councilName: string) => {
      const { paragraphs } = await openPaper(minutesOf({ councilName, items: [] }))
      return paragraphs.slice(-2).map((paragraph) => ({ text: paragraph.text, right: indentOf(paragraph)['w:right'] }))
    }
    const date = '2026年11月22日'
    // Seven characters wide; from the right: the date ends at 2, so begins at 9; the name begins at 11.
    expect(await ends('红星社区')).toEqual([
      { text: '红星社区', right: String(7 * 315) },
      { text: date, right: '630' },
    ])
    // The name ends at 2 and begins at 17; the date begins at 15 and ends at 8.
    expect(await ends('红星街道红星社区党群议事委员会')).toEqual([
      { text: '红星街道红星社区党群议事委员会', right: '630' },
      { text: date, right: String(8 * 315) },
    ])
  })

  test('keep the signatures with what stands before them', () => {
    every(({ paragraphs }) => {
      const [date, ...before] = paragraphs.slice(-7).reverse()
      expect(at(date?.properties, 'w:keepNext')).toBeUndefined()
      expect(before.slice(0, 5).every(({ properties }) => at(properties, 'w:keepNext') !== undefined)).toBe(true)
    }, minutes())
  })

  test('carry all of a hostile text that can be printed, and nothing that cannot', async () => {
    const { paragraphs } = await openPaper(minutesOf(hostileTale, notes))
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
    expect(text).toContain('控制符号与<b>&"\'emoji😀👨‍👩‍👧尾')
    expect(paragraphs.filter(isBody).some(({ runs }) => at(runs[0]?.properties, 'w:b') !== undefined)).toBe(true)
  })
})

describe('worksheets', () => {
  test('are tables no wider than the text, with rows that stay whole and a head on every page', () => {
    every(({ body }) => {
      const tables = all(body, 'w:tbl')
      expect(tables).toHaveLength(2)
      for (const table of tables) {
        expect(Number(at(table, 'w:tblPr', 'w:tblW')?.attributes['w:w'])).toBeLessThanOrEqual(8_844)
        const columns = all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']))
        expect(columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8_844)
        const [head, ...rows] = all(table, 'w:tr')
        expect(at(head, 'w:trPr', 'w:tblHeader')).toBeDefined()
        expect(rows.some((row) => at(row, 'w:trPr', 'w:tblHeader') !== undefined)).toBe(false)
        for (const row of rows) expect(at(row, 'w:trPr', 'w:cantSplit')).toBeDefined()
      }
    }, worksheets())
  })

  test('have cells in 小四 and empty rows with room to write', () => {
    every(({ body }) => {
      for (const cell of all(body, 'w:tc')) {
        for (const { properties } of all(cell, 'w:p').flatMap((paragraph) => openedParagraph(paragraph).runs)) {
          expect(value(properties, 'w:sz')).toBe('24')
        }
      }
      const blank = all(body, 'w:tr').filter((row) => all(row, 'w:t').some(({ text }) => text === '办理过程'))
      expect(Number(value(blank[0], 'w:trPr', 'w:trHeight'))).toBeGreaterThanOrEqual(3_000)
    }, worksheets())
  })
})
