import { describe, expect, it } from 'vitest'
import { columnsFor } from '../../../../renderer/desk/roster/columns-shown.ts'
import { houseKey } from '../../../../renderer/desk/roster/households.ts'
import { drawnPieces, firstLine } from '../../../../renderer/desk/roster/lines-window.ts'
import type { Person } from '../../../../renderer/desk/roster/person.ts'
import { maskedPhone } from '../../../../renderer/desk/roster/phone-mask.ts'
import { everybody, found, linesInView } from '../../../../renderer/desk/roster/roster-filter.ts'
import { newPerson } from '../../../../renderer/desk/roster/roster-people.ts'
import { peopleFinder } from '../../../../renderer/ui/find-people.ts'
import { initialByCollation } from '../../../../renderer/ui/pinyin-initials.ts'

const person = (name: string, part: Partial<Person> = {}): Person => ({ ...newPerson(part.kind, name), ...part })

describe('a long list', () => {
  const view = { first: 0, height: 440, lineHeight: 44 }

  it('draws a few dozen of five thousand lines, and the height of the others', () => {
    const pieces = drawnPieces(5_000, { ...view, first: firstLine(110_000, 44) }, [])
    const lines = pieces.filter((piece) => 'line' in piece)
    expect(lines.length).toBeLessThan(50)
    expect(lines).toContainEqual({ line: 2_500 })
    expect(lines).toContainEqual({ line: 2_509 })
    const height = pieces.reduce((sum, piece) => sum + ('gap' in piece ? piece.gap : 1), 0)
    expect(height).toBe(5_000)
  })

  it('keeps the line with the caret drawn, wherever the list is scrolled to', () => {
    const pieces = drawnPieces(5_000, { ...view, first: 2_000 }, [3, 4_999, -1])
    expect(pieces[0]).toEqual({ gap: 3, before: 3 })
    expect(pieces[1]).toEqual({ line: 3 })
    expect(pieces[pieces.length - 1]).toEqual({ line: 4_999 })
    expect(pieces.filter((piece) => 'gap' in piece)).toHaveLength(3)
  })

  it('draws a short list whole, also when the scroll bar was further down before, and an empty one not at all', () => {
    expect(drawnPieces(3, { ...view, first: 900 }, [])).toContainEqual({ line: 2 })
    expect(drawnPieces(5, view, [])).toEqual([0, 1, 2, 3, 4].map((line) => ({ line })))
    expect(drawnPieces(0, view, [2])).toEqual([])
  })

  it('gives up columns where it is narrow or the type is large, the term first', () => {
    expect([...columnsFor(1_290, 1)]).toEqual(['party', 'phone', 'house', 'term'])
    expect([...columnsFor(1_200, 1)]).toEqual(['party', 'phone', 'house'])
    expect([...columnsFor(1_290, 1.35)]).toEqual(['party'])
    expect([...columnsFor(700, 1)]).toEqual([])
  })
})

describe('looking for somebody', () => {
  const people = [
    person('沈清明', { house: '3号楼2单元101室', phone: '13812345678' }),
    person('周桂芳', { kind: 'public', suspended: true }),
    person('申请人', { termTo: '2026-01-31', house: '13-2-1' }),
    person('高律师', { kind: 'guest', voting: false }),
  ]
  const facts = {
    today: '2026-02-01',
    notes: new Map([[people[1]?.seatId ?? '', { is: 'fault', words: '有错' }]]) as never,
  }
  const finder = peopleFinder(initialByCollation)
  const names = (sought: Partial<typeof everybody>) =>
    found(people, { ...everybody, ...sought }, facts, finder).map(
      (seatId) => people.find((one) => one.seatId === seatId)?.name,
    )

  it('goes by name and first letters', () => {
    expect(names({ query: '清' })).toEqual(['沈清明'])
    expect(names({ query: 'zgf' })).toEqual(['周桂芳'])
    expect(names({ query: '没有这个人' })).toEqual([])
  })

  it('goes by house and telephone too', () => {
    expect(names({ query: '3-2-101' })).toEqual(['沈清明'])
    expect(names({ query: '5678' })).toEqual(['沈清明'])
    expect(names({ query: '56' })).toEqual([])
  })

  it('goes by kind, vote, suspension, a term that is over, and faults', () => {
    expect(names({ kind: 'guest' })).toEqual(['高律师'])
    expect(names({ mark: 'voting' })).toEqual(['沈清明', '申请人'])
    expect(names({ mark: 'suspended' })).toEqual(['周桂芳'])
    expect(names({ mark: 'termOver' })).toEqual(['申请人'])
    expect(names({ mark: 'fault' })).toEqual(['周桂芳'])
    expect(names({ mark: 'suspended', query: '沈' })).toEqual([])
  })

  it('keeps whom it found in view while they are typed over, and shows lines that are newer', () => {
    const [first] = people
    if (first === undefined) throw new Error('there is a first')
    const search = { found: [first.seatId], among: new Set(people.map(({ seatId }) => seatId)) }
    const renamed = { ...first, name: '改了名' }
    const added = person('')
    expect(linesInView([renamed, ...people.slice(1), added], search)).toEqual([renamed, added])
    expect(linesInView(people.slice(1), search)).toEqual([])
  })
})

describe('what is shown of contact data', () => {
  it.each([
    ['13800000000', '138****0000'],
    ['+86 138-0000-0000', '138****0000'],
    ['0539-12345678', '053****5678'],
    ['12345678', '****5678'],
    ['110', '****'],
    ['', ''],
  ])('masks %s as %s', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked)
  })

  it.each([
    ['3号楼2单元101室', '3-2-101'],
    ['３幢２－１０１', '3-2-101'],
    ['3栋 2单元 101', '3-2-101'],
    ['甲3-101号', '甲3-101'],
    [' ', ''],
  ])('reads the house %s as %s', (house, key) => {
    expect(houseKey(house)).toBe(key)
  })
})
