import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { gbkBytes } from '../../../../renderer/desk/roster/files/gbk.ts'
import { readSheet } from '../../../../renderer/desk/roster/files/read-sheet.ts'
import { type RosterReading, rosterFrom } from '../../../../renderer/desk/roster/files/roster-from.ts'
import { joined, oddArchive } from '../../../fixtures/roster-files/odd-archive.ts'
import { rowsXml, workbookParts, xlsxOf, xlsxOfRows } from '../../../fixtures/roster-files/xlsx-file.ts'

const OLE2 = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))

/** The sentence with which a file is refused; a file that is read fails the test. */
async function refusalOf(bytes: Uint8Array, name = '名册.xlsx'): Promise<string> {
  const read = await readSheet(name, bytes)
  if (read.ok) throw new Error(`was read: ${JSON.stringify(read.value.rows.slice(0, 3))}`)
  return read.refusal.sentence
}

async function readingOf(bytes: Uint8Array, name = '名册.xlsx'): Promise<RosterReading> {
  const read = await readSheet(name, bytes)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return rosterFrom(read.value, [])
}

const people = (count: number) => Array.from({ length: count }, (_, index) => [`居民${index + 1}`, '居民代表'])

describe('a file that is no table', () => {
  it.each([
    ['a renamed .doc', joined([OLE2, utf16('WordDocument')]), '旧版 Word/Excel/WPS 文件'],
    ['a workbook with a password', joined([OLE2, new Uint8Array(600), utf16('EncryptedPackage')]), '有密码'],
    ['a zip with a password', oddArchive([{ name: 'xl/workbook.xml', bytes: new Uint8Array(9), bits: 1 }]), '有密码'],
    ['a renamed .docx', zipSync({ 'word/document.xml': strToU8('<w/>') }), '这是 Word 文件'],
    ['a renamed .pptx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), '演示文稿'],
    ['an .xlsb', zipSync({ 'xl/workbook.bin': new Uint8Array(3) }), '.xlsb'],
    ['an .ods', zipSync({ 'content.xml': strToU8('<o/>') }), '.ods'],
    ['a zip of anything', zipSync({ 'a.txt': strToU8('a') }), '请先解压'],
    ['a PDF', strToU8('%PDF-1.7'), '这是 PDF 文件'],
    ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), '这是图片'],
    ['a RAR', strToU8('Rar!\x1a\x07'), '请先解压'],
    ['an RTF', strToU8('{\\rtf1 a}'), '这是 Word 文件（RTF）'],
    ['nothing at all', new Uint8Array(), '是空的'],
    ['blank lines', strToU8('\r\n,,\r\n  \r\n'), '没有内容'],
    ['a web page called .xls', strToU8('<html><table><tr><td>姓名'), '网页格式'],
    ['XML called .xls', strToU8('<?xml version="1.0"?><Workbook/>'), 'XML 格式'],
    ['bytes of some program', Uint8Array.of(1, 0, 2, 0, 3, 250), '看不出'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), '超过 20 MB'],
  ])('%s is told apart and refused', async (_, bytes, words) => {
    const sentence = await refusalOf(bytes, '名册.xlsx')
    expect(sentence).toContain('“名册.xlsx”')
    expect(sentence).toContain(words)
  })

  it('is judged by its content: a workbook called .csv is read as what it is', async () => {
    const { people: found } = await readingOf(xlsxOfRows([['姓名'], ['沈清明']]), '名册.csv')
    expect(found.map(({ person }) => person.name)).toEqual(['沈清明'])
  })
})

describe('a workbook that is damaged or means harm', () => {
  const whole = xlsxOfRows([['姓名', '身份'], ...people(300)])

  it('is refused wherever it was cut off', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await refusalOf(whole.slice(0, Math.floor(whole.length * share)))).toContain('不完整或已损坏')
    }
  })

  it('is refused when one bit of its table changed', async () => {
    const parts = Object.entries(workbookParts({ tables: [{ name: '名册', rows: rowsXml([['姓名'], ['沈清明']]) }] }))
    const entries = parts.map(([name, bytes]) => ({ name, bytes }))
    expect((await readingOf(oddArchive(entries))).people).toHaveLength(1)
    const changed = entries.map((entry) => (entry.name.includes('/s1') ? { ...entry, crc: 1 } : entry))
    expect(await refusalOf(oddArchive(changed))).toContain('不完整或已损坏')
  })

  it('is never read otherwise than it was, whichever of its bytes changed', async () => {
    const small = xlsxOfRows([['姓名'], ['沈清明'], ['周桂芳']])
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = small.slice()
        changed[at] = (changed[at] ?? 0) ^ change
        const read = await readSheet('名册.xlsx', changed)
        if (read.ok) expect(read.value.rows.map(({ cells }) => cells[0])).toEqual(['姓名', '沈清明', '周桂芳'])
      }),
    )
  })

  const bomb = new Uint8Array(80 * 1024 * 1024)

  it('is refused when it says that it unfolds to far too much', async () => {
    const sentence = await refusalOf(oddArchive([{ name: 'xl/workbook.xml', bytes: bomb }]))
    expect(sentence).toContain('大得不正常')
  })

  it('is refused when it unfolds to more than it says', async () => {
    const parts = workbookParts({ tables: [{ name: '名册', rows: '' }] })
    const entries = Object.entries(parts).map(([name, bytes]) => ({ name, bytes }))
    const lying = [
      ...entries.filter(({ name }) => !name.includes('/s1')),
      { name: 'xl/worksheets/s1.xml', bytes: bomb, claims: 900 },
    ]
    expect(await refusalOf(oddArchive(lying))).toContain('大得不正常')
  })

  it('is refused when it holds more files than any workbook', async () => {
    const many = Array.from({ length: 12_001 }, (_, index) => ({ name: `${index}`, bytes: new Uint8Array() }))
    expect(await refusalOf(oddArchive(many))).toContain('大得不正常')
  })

  it('is refused when its XML declares entities', async () => {
    const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">${lines.join('')}]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&e9;</v></c></row></sheetData></worksheet>`
    const file = xlsxOf({ tables: [{ name: '名册', rows: '' }], parts: { 'xl/worksheets/s1.xml': xml } })
    expect(await refusalOf(file)).toContain('写法不是表格软件存出来的样子')
  })

  it('is refused when rows, cells or tags are not in their places', async () => {
    const rowsBack = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>'
    const cellsBack = '<row r="1"><c r="B1"><v>1</v></c><c r="A1"/></row>'
    for (const rows of [rowsBack, cellsBack]) {
      expect(await refusalOf(xlsxOf({ tables: [{ name: '名册', rows }] }))).toContain('写法不是')
    }
    expect(await refusalOf(xlsxOf({ tables: [], parts: { 'xl/workbook.xml': '<workbook><sheets' } }))).toContain(
      '写法不是',
    )
  })

  it('does not fill in what lies between the first cell and one at the end of the last row', async () => {
    const rows = `${rowsXml([['姓名'], ['沈清明']])}<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>周桂芳</t></is></c><c r="XFD1048576"><v>1</v></c></row>`
    const { people: found } = await readingOf(xlsxOf({ tables: [{ name: '名册', rows }] }))
    expect(found.map(({ line, person }) => [line, person.name])).toEqual([
      [2, '沈清明'],
      [1_048_576, '周桂芳'],
    ])
  })

  it('of which no table holds anything is refused', async () => {
    const hidden = { name: '底稿', rows: rowsXml([['姓名'], ['沈清明']]), state: 'hidden' as const }
    expect(
      await refusalOf(xlsxOf({ tables: [{ name: '名册', rows: '<row r="1"><c r="A1" s="0"/></row>' }, hidden] })),
    ).toContain('都是空的')
  })
})

describe('a table of too many', () => {
  it('rows is refused with their number, in a workbook and in text', async () => {
    const rows = [['姓名', '身份'], ...people(20_000)]
    for (const bytes of [xlsxOfRows(rows), strToU8(rows.map((cells) => cells.join(',')).join('\n'))]) {
      const sentence = await refusalOf(bytes)
      expect(sentence).toContain('20001 行')
      expect(sentence).toContain('最多 5000 人')
      expect(sentence).toContain('没有导入任何内容')
    }
  })

  it('people is refused with their number, and 5,000 are read', async () => {
    const file = (count: number) => strToU8(['姓名,身份', ...people(count).map((cells) => cells.join(','))].join('\n'))
    const over = await readingOf(file(5_001))
    expect(over.people).toEqual([])
    expect(over.faults.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('表里有 5001 人，一个名册最多 5000 人'),
    ])
    expect((await readingOf(file(5_000))).people).toHaveLength(5_000)
  })

  it('people together with those of the roster is refused', async () => {
    const read = await readSheet('a.csv', strToU8(people(30).join('\n')))
    if (!read.ok) throw new Error(read.refusal.sentence)
    const existing = rosterFrom(
      { ...read.value, rows: people(4_980).map((cells, at) => ({ line: at + 1, cells: [`老${cells[0]}`, '公众'] })) },
      [],
    )
    const reading = rosterFrom(
      read.value,
      existing.people.map(({ person }) => person),
    )
    expect(reading.people).toEqual([])
    expect(reading.faults[0]?.sentence).toContain('名册里已有 4980 人，表里又有 30 位新的')
  })
})

describe('text in any encoding', () => {
  const text = '姓名,身份\r\n沈清明,召集人\r\n"周,桂芳",居民代表\r\n'
  const names = ['沈清明', '周,桂芳']
  it.each([
    ['UTF-8', strToU8(text)],
    ['UTF-8 with its mark', strToU8(`\uFEFF${text}`)],
    ['GBK', gbkBytes(text)],
    [
      'UTF-16 with its mark',
      joined([
        Uint8Array.of(0xff, 0xfe),
        Uint8Array.from([...text].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8])),
      ]),
    ],
    ['tabs', strToU8('姓名\t身份\n沈清明\t召集人\n周,桂芳\t居民代表')],
    ['semicolons', strToU8('姓名;身份\n沈清明;召集人\n周,桂芳;居民代表')],
  ])('%s is read', async (_, bytes) => {
    const reading = await readingOf(bytes, '名册.csv')
    expect(reading.faults).toEqual([])
    expect(reading.people.map(({ person }) => person.name)).toEqual(names)
  })

  it('is divided as its headings are, whatever else its cells hold', async () => {
    const reading = await readingOf(strToU8('姓名,单位\n沈清明,"a;""b"";c"\n周桂芳,d;e;f\n'), '名册.csv')
    expect(reading.people.map(({ person }) => person.party)).toEqual(['a;"b";c', 'd;e;f'])
  })

  it('with a quote that never ends is refused with its row', async () => {
    expect(await refusalOf(strToU8('姓名,身份\n沈清明,召集人\n"周桂芳,公众\n高秀兰,公众\n'), 'a.csv')).toMatch(
      /第 3 行的引号没有配对/,
    )
  })

  it('counts lines as Excel does, blank ones too', async () => {
    const { faults } = await readingOf(strToU8('姓名,身份\n\n沈清明,召集人\n\n周桂芳,飞行员\n'), 'a.csv')
    expect(faults.map(({ line }) => line)).toEqual([5])
  })
})
