import { describe, expect, test } from 'vitest'
import {
  type AskedUnit,
  askedUnits,
  standingOf,
  unitWords,
} from '../../../../../renderer/desk/written-votes/asked-units.ts'
import { findUnits, paperNumberIn } from '../../../../../renderer/desk/written-votes/find-units.ts'
import { goneWords } from '../../../../../renderer/desk/written-votes/papers/gone-words.ts'
import { numbersWords, papersFor } from '../../../../../renderer/desk/written-votes/papers/paper-numbers.ts'
import { filtered, filtersOf } from '../../../../../renderer/desk/written-votes/papers/unit-filter.ts'
import { peopleFinder } from '../../../../../renderer/ui/find-people.ts'
import { householdId } from '../../../../../shared/core/ids.ts'
import type { Seat } from '../../../../../shared/council/seat.ts'
import {
  askInWriting,
  comesBack,
  held,
  openedWith,
  owner,
  ownersOf,
  play,
  theWrittenVote,
  writtenVote,
} from '../../../../fixtures/written-meeting.ts'

const readings: Readonly<Record<string, readonly string[]>> = { 张: ['zhang'], 李: ['li'], 四: ['si'], 三: ['san'] }
const finder = peopleFinder((character) => readings[character] ?? [])

const home = householdId.parse('hh_threetwoone')
const names = ['张三', '李四', '王五']
const seats: readonly Seat[] = names.map((_, index) => ({
  seatId: owner(index),
  kind: 'public',
  voting: false,
  ...(index < 2 && home !== null ? { household: home } : {}),
}))
const people = {
  nameOf: (seatId: string) => names[seats.findIndex((seat) => seat.seatId === seatId)] ?? '',
  houses: { [owner(0)]: '3 栋 201' },
}

const survey = { kind: 'survey', rule: null } as const

describe('those who are asked', () => {
  const ids = home === null ? [] : [home, owner(2)]
  const { state } = play(
    [openedWith(seats)],
    askInWriting(ids, survey),
    {
      type: 'handOutPapers',
      data: { voteId: writtenVote, papers: [{ unitId: owner(2), number: 12 }], on: '2025-10-08' },
    },
    comesBack(owner(2)),
  )
  const units = askedUnits(theWrittenVote(state), held(state).attendance.seats, people)

  test('are named where they are no longer on the roster, of many the first three', () => {
    expect(goneWords('survey', [])).toBeNull()
    expect(goneWords('survey', units)).toBe(
      '3 栋 201　张三、李四；王五：已不在名册上，仍在这份名单里，总数照样算。请核对；不该算的，请把这次表决作废，重新发起。',
    )
    expect(goneWords('owners', [...units, ...units])).toMatch(
      /^3 栋 201　张三、李四；王五；3 栋 201　张三、李四等 4 位：/,
    )
  })

  test('are households with all their names and the house, in the order of the list', () => {
    expect(units.map(unitWords)).toEqual(['3 栋 201　张三、李四', '王五'])
  })

  test('have no paper, one that is out, or one that is back', () => {
    expect(units.map(standingOf)).toEqual(['none', 'back'])
    expect(units[1]).toMatchObject({ paper: { number: 12, on: '2025-10-08' }, returnedOn: '2025-10-09' })
  })

  test('are filtered by how far their papers are, with the numbers beside the filters', () => {
    expect(filtersOf(units).map(({ count, name }) => `${name} ${count}`)).toEqual([
      '全部 2',
      '未发 1',
      '已发未收 0',
      '已收 1',
    ])
    expect(filtered(units, 'back').map(({ name }) => name)).toEqual(['王五'])
    expect(filtered(units, 'all')).toHaveLength(2)
  })
})

const unit = (name: string, house: string | null, number: number | null): AskedUnit => ({
  unitId: owner(name.charCodeAt(0)),
  name,
  house,
  area: null,
  paper: number === null ? null : { number, on: '2025-10-08' },
  returnedOn: null,
  late: false,
})

describe('finding one of them', () => {
  const all = [unit('张三', '12 栋 3', 3), unit('李四', '3', 12), unit('王五', '7-302', null)]
  const found = (query: string) => findUnits(all, query, finder).map(({ name }) => name)

  test('goes by the number of the paper first, then by the house', () => {
    expect(found('12')).toEqual(['李四', '张三'])
    expect(found('3')).toEqual(['张三', '李四', '王五'])
  })

  test('reads a house whatever its spaces and width', () => {
    expect(found('１２栋3')).toEqual(['张三'])
    expect(found('7-302')).toEqual(['王五'])
  })

  test('goes by a part of the name', () => {
    expect(found('四')).toEqual(['李四'])
    expect(found('zs')).toEqual(['张三'])
    expect(found('没有的人')).toEqual([])
    expect(found(' ')).toEqual(['张三', '李四', '王五'])
  })
})

describe('a number that is typed', () => {
  test.each([
    ['12', 12],
    ['１２号', 12],
    ['第 12 号票', 12],
    ['№12', 12],
    ['#007', 7],
    ['12号票', 12],
  ])('%s is read as %d', (typed, number) => {
    expect(paperNumberIn(typed)).toBe(number)
  })

  test.each(['', '0', '12栋', '3-201', '张三', '1234567'])('%s is none', (typed) => {
    expect(paperNumberIn(typed)).toBeNull()
  })
})

describe('the numbers of papers', () => {
  const owners = ownersOf(['80', '90', '100', '110'])
  const [one, two, three, four] = owners.map(({ seatId }) => seatId)
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('four owners')
  const fresh = theWrittenVote(play([openedWith(owners)], askInWriting([one, two, three, four])).state)
  const given = theWrittenVote(
    play(
      [openedWith(owners)],
      askInWriting([one, two, three, four]),
      { type: 'handOutPapers', data: { voteId: writtenVote, papers: [{ unitId: one, number: 2 }], on: '2025-10-08' } },
      { type: 'spoilPaper', data: { voteId: writtenVote, unitId: one, reason: '丢了' } },
    ).state,
  )

  test('are those that are printed on them: the place in the list', () => {
    expect(papersFor(fresh, [three, one], null).map(({ number }) => number)).toEqual([3, 1])
  })

  test('are behind all places where the printed one was given or spoilt', () => {
    expect(papersFor(given, [one, two, three], null).map(({ number }) => number)).toEqual([1, 5, 3])
  })

  test('go on from a chosen one over those that were given', () => {
    expect(papersFor(given, [one, two, three], 1).map(({ number }) => number)).toEqual([1, 3, 4])
  })

  test('are told in few words', () => {
    const words = (...numbers: readonly number[]) => numbersWords(numbers.map((number) => ({ unitId: one, number })))
    expect(words()).toBe('')
    expect(words(7)).toBe('7 号')
    expect(words(3, 1, 2)).toBe('1–3 号')
    expect(words(1, 5, 3)).toBe('1 到 5 号之间 3 张')
  })
})
