import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindNamed, mayVote, votesByKind } from '../../../../renderer/desk/roster/files/kind-words.ts'
import { pastedPeople, pastedSheet } from '../../../../renderer/desk/roster/files/pasted.ts'
import { readSheet } from '../../../../renderer/desk/roster/files/read-sheet.ts'
import { rosterCsv, rosterTemplate, rosterXlsx } from '../../../../renderer/desk/roster/files/roster-files.ts'
import { rosterFrom } from '../../../../renderer/desk/roster/files/roster-from.ts'
import { type Person, type RosterKind, rosterKinds } from '../../../../renderer/desk/roster/person.ts'
import { seatId } from '../../../../shared/core/ids.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'

const randomBytes = seededBytes(11)
const han = (text: string, max: number) =>
  fc.array(fc.constantFrom(...text), { minLength: 1, maxLength: max }).map((parts) => parts.join(''))
const orNone = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text)
const day = (first: string, last: string) =>
  fc
    .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

/** What hurts in files: quotes, commas, what begins like a formula, line ends, tags, all within one cell. */
const nasty = fc.constantFrom(
  '=1+1',
  '+物业',
  '-1',
  '@家',
  "'=1",
  'a"b',
  'a,b;c',
  '<方>&',
  '&lt;',
  '一\n二',
  '甲\t乙',
  '00123',
  '1e5',
)

const anyone = fc
  .record({
    name: han('王李张刘陈杨赵黄周吴芳娜敏静·a', 6),
    kind: fc.constantFrom(...rosterKinds),
    votes: fc.boolean(),
    suspended: fc.boolean(),
    party: orNone(fc.oneof(han('桂花物业委员会', 9), nasty)),
    duty: orNone(fc.oneof(han('法律顾问民警', 9), nasty)),
    termFrom: orNone(day('2001-01-01', '2010-01-01')),
    termTo: orNone(day('2010-01-02', '2060-01-01')),
    house: orNone(fc.oneof(han('3-5幢单元0号', 9), nasty)),
    phone: orNone(
      fc.constantFrom('13800000000', '+86 138 0000 0000', '0571-88888888', '+8613900000000', '00571 888888'),
    ),
    owner: fc.oneof(
      fc.constant(null),
      fc.record({ flats: fc.integer({ min: 1, max: 99 }), area: fc.constantFrom('98.50', '0.5', '120', '88.123456') }),
    ),
  })
  .map(({ owner, votes, ...person }): Person => {
    const voting = mayVote(person.kind) && votes
    return {
      ...person,
      voting,
      seatId: seatId.mint(randomBytes),
      flats: owner === null ? '' : `${owner.flats}`,
      area: owner?.area ?? '',
    }
  })
const roster = fc
  .uniqueArray(anyone, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 30 })
  .filter((people) => people.every(({ name }) => /\p{L}/u.test(name)))

async function againFrom(bytes: Uint8Array, existing: readonly Person[]) {
  const read = await readSheet('名册', bytes)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return rosterFrom(read.value, existing)
}

const csv = (people: readonly Person[], encoding: 'utf-8' | 'gbk') => {
  const made = rosterCsv(people, encoding)
  if (!made.ok) throw new Error(made.refusal.characters.join())
  return made.value
}

describe('a roster written and read again', () => {
  it.each([
    ['.xlsx', (people: readonly Person[]) => rosterXlsx(people)],
    ['CSV in UTF-8', async (people: readonly Person[]) => csv(people, 'utf-8')],
    ['CSV in GBK', async (people: readonly Person[]) => csv(people, 'gbk')],
  ])('as %s is the same people', async (_, written) => {
    await fc.assert(
      fc.asyncProperty(roster, async (people) => {
        const bytes = await written(people)
        const known = await againFrom(bytes, people)
        expect(known.faults).toEqual([])
        expect(known.people.map(({ state }) => state)).toEqual(people.map(() => 'same'))
        expect(known.people.map(({ person }) => person)).toEqual(people)
        const fresh = await againFrom(bytes, [])
        const withoutSeat = (person: Person) => ({ ...person, seatId: null })
        expect(fresh.people.map(({ person }) => withoutSeat(person))).toEqual(people.map(withoutSeat))
      }),
      { numRuns: 60 },
    )
  })

  it('of thousands comes back whole', async () => {
    const people = Array.from(
      { length: 4_000 },
      (_, index): Person => ({ ...sample, name: `居民${index}`, seatId: seatId.mint(randomBytes) }),
    )
    expect((await againFrom(await rosterXlsx(people), people)).people).toHaveLength(4_000)
  })

  it('leaves houses and telephones out when told to', async () => {
    const without = { contacts: false }
    const text = rosterCsv([sample], 'utf-8', without)
    expect(text.ok && new TextDecoder().decode(text.value)).not.toMatch(/门牌|电话|3-101|138/)
    const [again] = (await againFrom(await rosterXlsx([sample], without), [])).people
    expect(again?.person).toMatchObject({ name: '沈清明', house: '', phone: '' })
  })
})

const sample: Person = {
  seatId: seatId.mint(randomBytes),
  name: '沈清明',
  kind: 'standing',
  voting: true,
  suspended: false,
  party: '=HYPERLINK("http://x")',
  duty: '',
  termFrom: '',
  termTo: '',
  house: '3-101',
  phone: '+8613800000000',
  flats: '',
  area: '',
}

describe('a CSV file', () => {
  it('has the mark that Excel needs for UTF-8', () => {
    expect([...csv([sample], 'utf-8').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('holds no cell that a spreadsheet program would run', () => {
    const text = new TextDecoder('gbk').decode(csv([sample], 'gbk'))
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(",'+8613800000000")
  })

  it('in GBK is refused with the characters that GBK lacks, and whose they are', () => {
    const made = rosterCsv([sample, { ...sample, name: '王𠅤' }, { ...sample, name: '李𣗋', party: '🙂' }], 'gbk')
    expect(made).toEqual({ ok: false, refusal: { characters: ['𠅤（王𠅤）', '𣗋（李𣗋）', '🙂（李𣗋）'] } })
  })
})

it('the empty template is read as a table of nobody, and says so', async () => {
  const { faults, people } = await againFrom(await rosterTemplate(), [])
  expect(people).toEqual([])
  expect(faults.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('表里没有人名')])
})

describe('a list that is pasted', () => {
  const pasted = (text: string, kind: RosterKind) => pastedPeople(text, kind) ?? []
  const shown = (people: readonly Person[]) => people.map(({ kind, name, voting }) => [name, kind, voting])

  it('takes two columns of Excel as name and kind, and leaves the heading out', () => {
    expect(shown(pasted('姓名\t身份\r\n沈清明\t常任委员\r\n周桂芳\t居民代表\r\n高秀兰\t列席\r\n', 'standing'))).toEqual(
      [
        ['沈清明', 'standing', true],
        ['周桂芳', 'public', true],
        ['高秀兰', 'guest', false],
      ],
    )
  })

  it('takes a numbered list from WeChat, one person a line, of the kind at hand', () => {
    expect(shown(pasted('1. 沈清明\n2、周桂芳\n（3）高秀兰，话事员\n4 王芳\n', 'public'))).toEqual([
      ['沈清明', 'public', true],
      ['周桂芳', 'public', true],
      ['高秀兰', 'scribe', false],
      ['王芳', 'public', true],
    ])
  })

  it('takes whole columns by their headings', () => {
    const [person] = pasted('姓名\t电话\t门牌\t表决权\n沈清明\t13800000000\t3-101\t有\n', 'standing')
    expect(person).toMatchObject({
      name: '沈清明',
      phone: '13800000000',
      house: '3-101',
      kind: 'standing',
      voting: true,
    })
  })

  it.each([
    ['a cell that cannot be read', '姓名\t表决权\n沈清明\t也许\n'],
    ['a telephone that is none', '姓名\t电话\n沈清明\t一三八\n'],
    ['telephones without a heading', '沈清明\t13800000000\n周桂芳\t13800000001\n'],
    ['telephones without a heading behind the kinds', '沈清明\t常任\t13800000000\n周桂芳\t公众\t13800000001\n'],
    ['a column that no roster has', '姓名\t备注\n沈清明\t左手第二家\n'],
    ['a word that is no kind', '沈清明\t飞行员\n周桂芳\t常任\n'],
    ['书记 alone', '1. 沈清明，书记\n2. 周桂芳\n'],
    ['a vote of somebody who can have none', '姓名\t身份\t表决权\n高秀兰\t列席\t有\n'],
    ['a line without a name', '姓名\t身份\n\t常任\n周桂芳\t公众\n'],
    ['somebody twice', '沈清明\n沈清明\n'],
    ['a number of an identity card', '姓名\t电话\n沈清明\t11010519491231002X\n'],
    ['a column of identity cards', '姓名\t身份证号\n沈清明\t1101\n'],
    ['a sum at the foot', '姓名\t电话\n沈清明\t13800000000\n合计：1 人\t\n'],
    ['more than any roster makes', '沈清明\n'.repeat(600_000)],
  ])('is not taken before it was looked at with %s', (_what, text) => {
    expect(pastedPeople(text, 'standing')).toBeNull()
  })

  it('says of a word that is no kind what can be written, also without headings', () => {
    const { faults } = rosterFrom(pastedSheet('沈清明\t书记\n周桂芳\t楼组长\n'), [])
    expect(faults.map(({ line, sentence }) => [line, sentence])).toEqual([
      [1, expect.stringMatching('身份“书记”看不懂，请写成召集人、')],
      [2, expect.stringMatching('身份“楼组长”看不懂')],
    ])
  })

  it('keeps a cell with a line end of its own in one piece', () => {
    const { rows } = pastedSheet('姓名\t单位\n沈清明\t"桂花\n""物业"""\n周桂芳\t居委会\n')
    expect(rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['姓名', '单位'],
      ['沈清明', '桂花\n"物业"'],
      ['周桂芳', '居委会'],
    ])
  })
})

it('who votes unless it is said otherwise', () => {
  expect(rosterKinds.filter(votesByKind)).toEqual(['convener', 'standing', 'public'])
})

it.each([
  ['居务监督委员会委员', 'supervisor'],
  ['社区书记', null],
  ['楼组长', null],
  ['村民小组长', null],
  ['党支部书记（召集人）', 'convener'],
  ['会议主持人', 'convener'],
  ['记录员', 'scribe'],
  ['片区民警', 'guest'],
  ['业主代表', 'public'],
  ['常任', 'standing'],
  ['飞行员', null],
])('%s is the kind %s', (word, kind) => {
  expect(kindNamed(word)).toBe(kind)
})
