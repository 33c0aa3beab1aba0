import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../../renderer/desk/roster/files/read-sheet.ts'
import { type RosterReading, rosterFrom } from '../../../../renderer/desk/roster/files/roster-from.ts'
import { type Sheet, textSheet } from '../../../../renderer/desk/roster/files/sheet.ts'
import type { Person } from '../../../../renderer/desk/roster/person.ts'
import { rowsXml, xlsxOf, xlsxOfRows } from '../../../fixtures/roster-files/xlsx-file.ts'

const table = (...rows: readonly string[]): Sheet =>
  textSheet(rows.map((row, at) => ({ line: at + 1, cells: row.split(',') })))
const read = (...rows: readonly string[]): RosterReading => rosterFrom(table(...rows), [])
const faultsOf = ({ faults }: RosterReading) => faults.map(({ line, sentence }) => [line, sentence])
const peopleOf = ({ people }: RosterReading) => people.map(({ person }) => person)
const namesOf = (reading: RosterReading) => peopleOf(reading).map(({ name }) => name)
const said = ({ warnings }: RosterReading) => warnings.map(({ sentence }) => sentence).join('\n')

async function opened(bytes: Uint8Array, wanted?: string): Promise<Sheet> {
  const sheet = await readSheet('名册.xlsx', bytes, wanted)
  if (!sheet.ok) throw new Error(sheet.refusal.sentence)
  return sheet.value
}

describe('the columns of a table', () => {
  it('are found by the names that people use, below a title, in any order', () => {
    const reading = read(
      '桂花社区议事委员名单',
      '',
      '序号,联系电话（必填）,姓　名,委员类型,工作单位,是否有表决权,楼栋,单元,房号,建筑面积（㎡）,套数,任期起,任期止,政治面貌',
      '1,138 0000 0000,张　三,常任委员,桂花物业,有,3,2,101,"98.50",1,2024年1月,2026.12,群众'.replaceAll('"', ''),
    )
    expect(reading.faults).toEqual([])
    expect(reading.skippedColumns).toEqual(['序号', '政治面貌'])
    expect(peopleOf(reading)).toEqual([
      {
        seatId: expect.stringMatching(/^st_/),
        name: '张三',
        kind: 'standing',
        voting: true,
        suspended: false,
        party: '桂花物业',
        duty: '',
        termFrom: '2024-01-01',
        termTo: '2026-12-31',
        house: '3-2-101',
        phone: '138 0000 0000',
        flats: '1',
        area: '98.50',
      },
    ])
  })

  it('may be missing altogether: then names come first and kinds second', () => {
    const reading = read('沈清明,召集人', '周桂芳,居民代表', '高秀兰,列席')
    expect(peopleOf(reading).map(({ kind, name, voting }) => [name, kind, voting])).toEqual([
      ['沈清明', 'convener', true],
      ['周桂芳', 'public', true],
      ['高秀兰', 'guest', false],
    ])
    expect(namesOf(read('1,沈清明,召集人', '2,周桂芳,公众'))).toEqual(['沈清明', '周桂芳'])
  })

  it('of another table are named, with what is needed, and nobody is read', () => {
    for (const rows of [
      ['产品,单价,数量', '苹果,3.5,20'],
      ['电话,门牌,单位', '13800000000,3-101,物业'],
    ]) {
      const reading = read(...rows)
      expect(reading.people).toEqual([])
      expect(reading.faults).toHaveLength(1)
      expect(reading.faults[0]?.sentence).toContain(`找到的是：${rows[0]?.replaceAll(',', '、')}`)
      expect(reading.faults[0]?.sentence).toContain('需要有“姓名”一列')
      expect(reading.faults[0]?.line).toBe(1)
    }
  })

  it('with numbers of identity cards are never read, nor are such numbers anywhere else', () => {
    const number = '11010519491231002X'
    const reading = read(
      '姓名,身份证号,身份,电话',
      `沈清明,${number},召集人,13800000000`,
      `周桂芳,,公众,${number}`,
      `${number},,公众,`,
    )
    expect(JSON.stringify(reading)).not.toContain('1101051949')
    expect(namesOf(reading)).toEqual(['沈清明', '周桂芳'])
    expect(said(reading)).toContain('身份证号不收，已跳过“身份证号”一列')
    expect(said(reading)).toContain('第 3 行的“电话”里像是身份证号')
    expect(faultsOf(reading)).toEqual([[4, '没有姓名，请补上，或删掉这一行。']])
  })
})

describe('a row', () => {
  it.each([
    [',公众,,,,,,13800000000,', '没有姓名，请补上'],
    [`${'长'.repeat(41)},公众`, '姓名太长，请写在 40 个字以内'],
    ['123,公众', '姓名“123”里没有字'],
    ['周桂芳,飞行员', '身份“飞行员”看不懂，请写成召集人、常任议事委员'],
    ['周桂芳,公众,看情况', '表决权“看情况”看不懂，请写“有”或“无”'],
    ['周桂芳,列席,有', '列席没有表决权'],
    ['周桂芳,公众,,2024-13-01', '任期起“2024-13-01”不是日期'],
    ['周桂芳,公众,,2023-02-29', '任期起“2023-02-29”不是日期'],
    ['周桂芳,公众,,2024-05-01,2024-04-30', '任期止 2024-04-30 早于任期起 2024-05-01'],
    ['周桂芳,公众,,,,半套,90', '套数“半套”要写成整数'],
    ['周桂芳,公众,,,,1,一百', '面积“一百”要写成大于 0 的平方米数'],
    ['周桂芳,公众,,,,1,', '写了套数，没写面积'],
    ['周桂芳,公众,,,,,,转接', '电话“转接”不像一个号码'],
    ['周桂芳,公众,,,,,,12345', '电话“12345”不像一个号码'],
    ['周桂芳,公众,,,,,,1.38E+10', '后几位在存成 CSV 时丢了'],
    ['周桂芳,公众,,,,,,,也许', '资格停止“也许”看不懂'],
  ])('%s is refused in words, with its line', (row, words) => {
    const reading = read('姓名,身份,表决权,任期起,任期止,套数,面积,电话,资格停止', '沈清明,召集人', row)
    expect(faultsOf(reading)).toEqual([[3, expect.stringContaining(words)]])
    expect(namesOf(reading)).toEqual(['沈清明'])
  })

  it('with several faults names them all', () => {
    const [fault] = read('姓名,身份,电话', ',飞行员,转接').faults
    for (const words of ['没有姓名', '飞行员', '转接']) expect(fault?.sentence).toContain(words)
  })

  it('at the foot that is no person is skipped and told', () => {
    const reading = read('姓名,身份', '沈清明,召集人', '', '合计,1 人', '制表人：周桂芳')
    expect(namesOf(reading)).toEqual(['沈清明'])
    expect(said(reading)).toBe('第 4 行“合计”不是人名，已跳过。\n第 5 行“制表人：周桂芳”不是人名，已跳过。')
  })

  it.each([
    ['2021-2026', '2021-01-01', '2026-12-31'],
    ['2021.3—2026.2', '2021-03-01', '2026-02-28'],
    ['2021年3月至2024年2月', '2021-03-01', '2024-02-29'],
    ['2021/3/5至今', '2021-03-05', ''],
  ])('says a term in one cell: %s', (term, from, to) => {
    const [person] = peopleOf(read('姓名,任期', `沈清明,${term}`))
    expect([person?.termFrom, person?.termTo]).toEqual([from, to])
  })

  it('says 法律顾问 for somebody who is 列席 as that', () => {
    const [person] = peopleOf(read('姓名,身份', '沈清明,法律顾问'))
    expect(person).toMatchObject({ kind: 'guest', duty: '法律顾问', voting: false })
  })

  it('without a kind is taken for a standing member, which is told', () => {
    const reading = read('姓名', '沈清明', '周桂芳')
    expect(peopleOf(reading).map(({ kind }) => kind)).toEqual(['standing', 'standing'])
    expect(said(reading)).toContain('第 2—3 行没写身份，按常任议事委员读')
  })
})

describe('people of one name', () => {
  it('at one house or with one telephone are the same person twice, told with both lines', () => {
    const reading = read(
      '姓名,门牌,电话',
      '王芳,3-101,',
      '李明,,13800000000',
      '王芳,３－101,',
      '李明,5-2,138-0000-0000',
    )
    expect(reading.faults.map(({ duplicate, line, sentence }) => [line, duplicate, sentence])).toEqual([
      [4, true, '与第 2 行重复（同名、同门牌），请删掉一行。'],
      [5, true, '与第 3 行重复（同名、同电话），请删掉一行。'],
    ])
    expect(namesOf(reading)).toEqual(['王芳', '李明'])
  })

  it('without anything to tell them apart are asked about', () => {
    expect(faultsOf(read('姓名,门牌', '王芳,3-101', '王芳,'))).toEqual([[3, expect.stringContaining('与第 2 行重名')]])
  })

  it('at different houses come through with a warning', () => {
    const reading = read('姓名,门牌', '王芳,3-101', '王芳,5-202')
    expect(reading.faults).toEqual([])
    expect(namesOf(reading)).toEqual(['王芳', '王芳'])
    expect(said(reading)).toContain('第 2—3 行都叫王芳')
  })
})

describe('a table brought to a roster that has people already', () => {
  const existing: readonly Person[] = peopleOf(
    read(
      '姓名,身份,电话,门牌,方',
      '沈清明,召集人,13800000000,1-101,支部',
      '王芳,公众,13800000001,3-101,',
      '王芳,常任,13800000002,5-202,',
    ),
  )
  const [shen, wang, otherWang] = existing
  const against = (...rows: readonly string[]) => rosterFrom(table(...rows), existing)

  it('tells many people of one name apart, and knows each of them again', () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => `业主,公众,${at}-1`)
    const first = read('姓名,身份,门牌', ...rows)
    expect(first.people).toHaveLength(1_500)
    const again = rosterFrom(table('姓名,身份,门牌', ...rows), peopleOf(first))
    expect(again.people.every(({ state }) => state === 'same')).toBe(true)
  })

  it('keeps the seat of whoever is known, and says what changes', () => {
    const reading = against('姓名,电话,身份', '沈清明,13900000000,')
    expect(reading.people).toEqual([
      {
        line: 2,
        person: { ...shen, phone: '13900000000' },
        state: 'changed',
        existing: shen?.seatId,
        changes: ['电话：13800000000 → 13900000000'],
      },
    ])
  })

  it('never wipes with an empty cell what is known', () => {
    const reading = against('姓名,身份,电话,门牌,方', '沈清明,,,,')
    expect(reading.people).toMatchObject([{ state: 'same', person: shen, changes: [] }])
  })

  it('tells namesakes apart by house or telephone', () => {
    const reading = against('姓名,门牌,电话', '王芳,,138 0000 0002', '王芳,3－101,', '王芳,9-9,13811111111')
    expect(reading.people.map(({ existing: seat, state }) => [seat, state])).toEqual([
      [otherWang?.seatId, 'changed'],
      [wang?.seatId, 'changed'],
      [undefined, 'new'],
    ])
    expect(said(reading)).toContain('第 4 行王芳与名册里的同名')
  })

  it('asks which of two namesakes is meant', () => {
    expect(faultsOf(against('姓名,身份', '王芳,公众'))).toEqual([[2, expect.stringContaining('名册里已有 2 位王芳')]])
  })

  it('takes the vote from somebody who becomes 列席', () => {
    const [first] = against('姓名,身份', '沈清明,列席').people
    expect(first?.person).toMatchObject({ kind: 'guest', voting: false })
    expect(first?.changes).toEqual(['身份：召集人 → 列席', '表决权：有 → 无'])
  })
})

describe('a workbook', () => {
  it('gives numbers as people see them, dates as dates, and texts from its common store', async () => {
    const rows = rowsXml([
      ['姓名', '电话', '面积', '任期起', '门牌'],
      [
        '<c t="s"><v>0</v></c>',
        '<c><v>13800000000</v></c>',
        '<c><v>98.099999999999994</v></c>',
        '<c s="1"><v>45292</v></c>',
        '0301',
      ],
      [
        '周桂芳',
        '<c><v>1.3900000001E+10</v></c>',
        '<c><v>30.000000000000004</v></c>',
        '<c s="2"><v>45293</v></c>',
        '<c><v>301</v></c>',
      ],
    ])
    const sheet = await opened(xlsxOf({ tables: [{ name: '名册', rows }], strings: ['沈清明'], formats: [14, 31] }))
    expect(sheet.rows.slice(1).map(({ cells }) => cells)).toEqual([
      ['沈清明', '13800000000', '98.1', '2024-01-01', '0301'],
      ['周桂芳', '13900000001', '30', '2024-01-02', '301'],
    ])
    const from1904 = await opened(
      xlsxOf({ tables: [{ name: '名册', rows }], strings: ['沈清明'], formats: [14, 31], from1904: true }),
    )
    expect(from1904.rows[1]?.cells[3]).toBe('2028-01-02')
  })

  it('is read from the first table that is shown and not empty, which is told; another may be wanted', async () => {
    const tables = [
      { name: '底稿', rows: rowsXml([['姓名'], ['旧人']]), state: 'hidden' as const },
      { name: '空表', rows: '' },
      { name: '一组', rows: rowsXml([['姓名'], ['沈清明']]) },
      { name: '二组', rows: rowsXml([['姓名'], ['周桂芳']]) },
    ]
    const sheet = await opened(xlsxOf({ tables }))
    expect(sheet.name).toBe('一组')
    expect(sheet.names).toEqual(['空表', '一组', '二组'])
    const reading = rosterFrom(sheet, [])
    expect(namesOf(reading)).toEqual(['沈清明'])
    expect(said(reading)).toContain('读的是表“一组”。文件里另外的表没有读：“底稿”（隐藏）、“空表”、“二组”。')
    expect(namesOf(rosterFrom(await opened(xlsxOf({ tables }), '二组'), []))).toEqual(['周桂芳'])
  })

  it('repeats what is merged down a column, but no name and no area, and says so', async () => {
    const merges =
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B3:B5"/><mergeCell ref="C3:C4"/><mergeCell ref="A6:B6"/></mergeCells>'
    const rows = [
      ['名册'],
      ['姓名', '单位', '面积', '身份'],
      ['沈清明', '桂花物业', '90', '公众'],
      ['周桂芳', '', '', '公众'],
      ['高秀兰', '', '80', '公众'],
      ['王芳', '', '70', '公众'],
    ]
    const reading = rosterFrom(await opened(xlsxOfRows(rows, merges)), [])
    expect(reading.faults).toEqual([])
    expect(peopleOf(reading).map(({ area, name, party }) => [name, party, area])).toEqual([
      ['沈清明', '桂花物业', '90'],
      ['周桂芳', '桂花物业', ''],
      ['高秀兰', '桂花物业', '80'],
      ['王芳', '', '70'],
    ])
    for (const words of [
      '第 3—5 行的“方”是合并的，每一行都按“桂花物业”读',
      '第 3—4 行的“面积”是合并的，只算在第一行',
      'A6:B6 是合并的格子，只读左上角一格',
    ]) {
      expect(said(reading)).toContain(words)
    }
  })

  it('gives what formulas came to, and refuses a row whose formula came to nothing', async () => {
    const rows = [
      ['序号', '姓名', '身份'],
      ['<c><f>ROW()</f></c>', '<c t="str"><f>A1</f><v>沈清明</v></c>', '召集人'],
      ['<c><f>ROW()</f></c>', '周桂芳', '<c t="str"><f>B1</f></c>'],
      ['<c><f>ROW()</f></c>', '高秀兰', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    ]
    const reading = rosterFrom(await opened(xlsxOfRows(rows)), [])
    expect(namesOf(reading)).toEqual(['沈清明'])
    expect(said(reading)).toContain('第 2 行的“姓名”是公式，按文件里存下的结果读')
    expect(faultsOf(reading)).toEqual([
      [3, expect.stringContaining('“身份”是公式，文件里没有存下结果')],
      [4, expect.stringContaining('“身份”是公式')],
    ])
  })

  it('that goes on far to the right is read as far as a roster can go, and says so', async () => {
    const far =
      '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row><row r="2"><c r="A2" t="str"><v>沈清明</v></c><c r="ZZ2"><v>1</v></c></row>'
    const sheet = await opened(xlsxOf({ tables: [{ name: '名册', rows: far }] }))
    expect(sheet.rows.map(({ cells }) => cells)).toEqual([['姓名'], ['沈清明']])
    expect(said(rosterFrom(sheet, []))).toBe('第 100 列以后的内容没有读。\n第 2 行没写身份，按常任议事委员读，请核对。')
    expect(said(rosterFrom(await opened(strToU8(`姓名\n沈清明${','.repeat(120)}1`)), []))).toContain(
      '第 100 列以后的内容没有读',
    )
  })

  it('with prefixed names or cells without addresses, as some programs write, is read', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    const row = (...texts: readonly string[]) => `<x:row>${texts.map(cell).join('')}</x:row>`
    const sheet = `<?xml version="1.0"?>\n<x:worksheet xmlns:x="m"><x:sheetData>${row('姓名', '身份')}${row('沈清明 &amp; 周', '公众')}</x:sheetData></x:worksheet>`
    const file = xlsxOf({ tables: [{ name: '名册', rows: '' }], parts: { 'xl/worksheets/s1.xml': sheet } })
    expect(namesOf(rosterFrom(await opened(file), []))).toEqual(['沈清明 & 周'])
  })
})

it('a table that a city’s system writes as text is read as it stands', async () => {
  const sheet = await opened(strToU8("姓名,电话\n沈清明,'+8613800000000\n"))
  expect(sheet.rows[1]?.cells).toEqual(['沈清明', '+8613800000000'])
})
