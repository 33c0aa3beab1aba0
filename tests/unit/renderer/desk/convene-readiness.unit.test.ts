import { describe, expect, it } from 'vitest'
import {
  entitledWords,
  partiesWithNobody,
  rosterDoubts,
  unusualVoters,
} from '../../../../renderer/desk/convene/counting.ts'
import { noticeWords } from '../../../../renderer/desk/convene/notice.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import { id } from '../../../fixtures/ids.ts'
import { seatOf } from '../../../fixtures/small-council.ts'

const DAY = '2026-11-22'
const nameOf = (seatId: string) => seatId.replace('st_', '')
const seat = (name: string, more: Partial<Seat> = {}): Seat => ({ ...seatOf(id.seat(name)), ...more })
const until = (to: string | null, from: string | null = null) => ({ term: { from, to } })

describe('who counts', () => {
  it('are those who vote and are not suspended', () => {
    const seats = [
      seat('aaaaaa'),
      seat('bbbbbb', { suspended: true }),
      seat('cccccc', { kind: 'guest', voting: false }),
    ]
    expect(entitledWords(seats)).toBe('应到 1 人')
    expect(entitledWords([...seats, seat('dddddd', { kind: 'public' })])).toBe(
      '应到 2 人，其中公众议事委员 1 人按议题邀请',
    )
  })

  it('are named when they are suspended or out of their term; the last day belongs to it', () => {
    const doubts = (...seats: readonly Seat[]) => rosterDoubts(seats, DAY, (seatId) => nameOf(seatId))
    expect(doubts(seat('aaaaaa', until(DAY, DAY)), seat('bbbbbb', until(null)))).toEqual([])
    expect(doubts(seat('aaaaaa', until('2026-11-21')))).toEqual([
      `${nameOf(id.seat('aaaaaa'))}（2026-11-21）任期已满，还计在应到里，请核对名册`,
    ])
    expect(doubts(seat('aaaaaa', until(null, '2026-11-23')))[0]).toMatch('任期未到')
    expect(doubts(seat('aaaaaa', { suspended: true, ...until('2026-01-01') }))).toHaveLength(1)
    expect(doubts(seat('aaaaaa', { suspended: true }))[0]).toMatch('资格停止，不计入应到')
    const many = ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd'].map((name) => seat(name, { suspended: true }))
    expect(doubts(...many)[0]).toMatch(/等 4 人资格停止/)
    expect(doubts(seat('aaaaaa', { voting: false, ...until('2026-01-01') }))).toEqual([])
  })

  it('are pointed out when the form usually leaves the vote to others', () => {
    const form = { decision: 'vote', votingKinds: ['convener', 'standing'] } as const
    const residents = [seat('aaaaaa'), seat('bbbbbb', { kind: 'public' }), seat('cccccc', { kind: 'public' })]
    expect(unusualVoters(residents, form)).toMatch('2 位公众议事委员有表决权')
    expect(unusualVoters(residents.slice(0, 1), form)).toBeNull()
    expect(unusualVoters(residents, { ...form, decision: 'consensus' })).toBeNull()
  })
})

it('a side that must take part and has nobody on the roster is named, whatever the spaces around it', () => {
  const parties = [
    { name: '物业企业', required: true },
    { name: '业委会', required: true },
    { name: '企业', required: false },
  ]
  expect(partiesWithNobody(parties, [seat('aaaaaa', { party: ' 物业企业 ' }), seat('bbbbbb')])).toEqual(['业委会'])
  expect(partiesWithNobody([], [])).toEqual([])
})

describe('the notice', () => {
  const words = (changes: Partial<Parameters<typeof noticeWords>[0]>) =>
    noticeWords({ noticedOn: null, on: DAY, formatDays: 3, rule: null, region: null, items: [], ...changes })
  const lawful = { noticeDays: 15, noticeSource: '物业管理条例第十四条', announcedItemsOnly: ['北京'] }

  it.each([
    ['2026-11-19', 'ok', '公示 3 天：11月19日已公示，够'],
    ['2026-11-20', 'short', '公示 3 天：11月20日公示，还差 1 天；照样能开会，请在会上说明'],
    [null, 'short', '这种形式一般会前公示 3 天，还没有填公示日期；不填也能开会'],
    ['2026-11-23', 'short', '公示日期在开会之后，请核对'],
  ] as const)('of %s is judged by the days of the format', (noticedOn, state, sentence) => {
    expect(words({ noticedOn })).toEqual([{ state, words: sentence }])
  })

  it('is told to be law where the rule asks for it', () => {
    const [, late] = words({ noticedOn: '2026-11-08', rule: lawful })
    expect(late).toEqual({
      state: 'unlawful',
      words: '表决规则要求公示 15 天（物业管理条例第十四条），这是硬性规定：11月8日公示，还差 1 天，会上不能表决',
    })
    expect(words({ noticedOn: '2026-11-07', rule: lawful, formatDays: 0 })).toEqual([
      { state: 'ok', words: '表决规则要求公示 15 天（物业管理条例第十四条）：够' },
    ])
    expect(words({ noticedOn: '2026-11-23', rule: lawful }).map((word) => word.state)).toEqual(['short', 'unlawful'])
  })

  it('is asked about each item only where the region binds votes to it', () => {
    const items = [{ announced: true }, { announced: false }]
    const of = (region: string | null) =>
      words({ noticedOn: '2026-11-01', rule: lawful, formatDays: 0, region, items }).filter(
        ({ state }) => state === 'unlawful',
      )
    expect(of('北京市海淀区')[0]?.words).toMatch('还有 1 个议题')
    expect(of('山东')).toEqual([])
    expect(of(null)).toEqual([])
  })

  it('is not mentioned where nobody asks for one', () => {
    expect(words({ formatDays: 0 })).toEqual([])
  })
})
