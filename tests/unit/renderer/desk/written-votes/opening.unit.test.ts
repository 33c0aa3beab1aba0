import { describe, expect, test } from 'vitest'
import { builtInRulePacks } from '../../../../../renderer/desk/library/use-library.ts'
import { ownersMatters } from '../../../../../renderer/desk/written-votes/opening/matters.ts'
import { noticedWords } from '../../../../../renderer/desk/written-votes/opening/noticed-words.ts'
import {
  isOpeningDraft,
  itemFor,
  nothingOpened,
  suggestedToLeave,
  totalsOf,
} from '../../../../../renderer/desk/written-votes/opening/opening-draft.ts'
import { ruleForMatter, writtenRules } from '../../../../../renderer/desk/written-votes/opening/written-rules.ts'
import { chinaDate } from '../../../../../shared/core/china-time.ts'
import { unfitRule } from '../../../../../shared/meeting/written-votes/fitting-rule.ts'
import { rosterUnits } from '../../../../../shared/meeting/written-votes/units.ts'
import { mattersNamed } from '../../../../../shared/rules/trial/matters.ts'
import { NOW } from '../../../../fixtures/given-when-then.ts'
import { firstItem, secondItem } from '../../../../fixtures/small-meeting.ts'
import { held, openedWith, owner, ownersOf, ownersRule, play } from '../../../../fixtures/written-meeting.ts'

const meeting = held(play([openedWith([])]).state)
const DAY_MS = 24 * 60 * 60 * 1000
const rules = (kind: 'survey' | 'owners', matter: string | null = null) =>
  writtenRules(meeting, { itemId: firstItem, kind, matter }, builtInRulePacks, NOW)

describe('the matters of 民法典 第二百七十八条', () => {
  test.each(ownersMatters.map((words, index) => [words, index + 1] as const))(
    '%s is recognised as %d',
    (words, number) => {
      expect(mattersNamed(words)).toEqual([number])
    },
  )
})

describe('the rules that are offered', () => {
  test('count people where households are asked, heads and area where owners vote', () => {
    expect(rules('owners').map(({ rule }) => rule.ruleId)).toEqual(['yz278_general', 'yz278_special'])
    const ids = rules('survey').map(({ rule }) => rule.ruleId)
    expect(ids).toContain('robert_simple')
    expect(ids).not.toContain('yz278_general')
    expect(ids).not.toContain('party_election')
  })

  test('say before the opening when they are wrong for the matter', () => {
    const wrong = rules('owners', ownersMatters[5]).filter(({ fault }) => fault?.includes('不适用于这个事项'))
    expect(wrong.map(({ rule }) => rule.ruleId)).toEqual(['yz278_general'])
  })

  test('come with the matter', () => {
    const found = (matter: string | null) => ruleForMatter(rules('owners', matter), matter)?.ruleId
    expect(found(ownersMatters[5])).toBe('yz278_special')
    expect(found(ownersMatters[4])).toBe('yz278_general')
    expect(found('修一修')).toBeUndefined()
    expect(found(null)).toBeUndefined()
  })
})

describe('the notice of what is asked', () => {
  // The meeting begins on the day of NOW, 2025-10-09.
  const rule = { ...ownersRule, noticeDays: 15, noticeSource: '《物业管理条例》第十四条' }
  const told = (noticedOn: string | null, more: { meeting?: string; plain?: true } = {}) =>
    noticedWords({
      itemId: firstItem,
      noticedOn,
      meeting: { ...meeting, noticedOn: more.meeting ?? null, startsAt: NOW },
      rule: more.plain ? ownersRule : rule,
      now: NOW,
    })
  const wanted = '规则要公示满 15 天（《物业管理条例》第十四条）：'

  test.each([
    [null, {}, true, `${wanted}会议没有公示日期，不够。这件事单独公示过的，请填公示那一天。`],
    [null, { meeting: '2025-09-24' }, false, `${wanted}按会议的公示算：9月24日公示，到开会那天 15 天，够。`],
    [
      null,
      { meeting: '2025-09-25' },
      true,
      `${wanted}按会议的公示算：9月25日公示，到开会那天 14 天，不够。这件事单独公示过的，请填公示那一天。`,
    ],
    ['2025-09-24', {}, false, `${wanted}9月24日公示，到今天 15 天，够。`],
    [
      '2025-09-27',
      { meeting: '2025-09-01' },
      true,
      `${wanted}9月27日公示，到今天 12 天，还差 3 天，10月12日起可以发起。`,
    ],
    ['2025-10-01', { plain: true }, false, '10月1日公示，到今天 8 天。'],
    [null, { plain: true }, false, '这件事单独公示过的，填公示那一天；没有单独公示的不填。'],
  ] as const)('of %s, with %o', (noticedOn, more, short, words) => {
    expect(told(noticedOn, more)).toEqual({ short, words })
  })

  test('is enough exactly where the host takes it, on whatever days', () => {
    const days = [null, ...Array.from({ length: 40 }, (_, back) => chinaDate(NOW + (3 - back) * DAY_MS))]
    for (const of of days) {
      for (const own of days) {
        const noticed = { ...meeting, noticedOn: of, startsAt: NOW - 3 * DAY_MS }
        const asked = { itemId: firstItem, kind: 'owners', noticedOn: own } as const
        const { short } = noticedWords({ itemId: firstItem, meeting: noticed, noticedOn: own, rule, now: NOW })
        expect(short, `${of} ${own}`).toBe(unfitRule(rule, noticed, asked, NOW)?.code === 'noticeTooShort')
      }
    }
  })

  test('is looked at where rules are offered', () => {
    const faults = (noticedOn: string | null) =>
      writtenRules(meeting, { itemId: firstItem, kind: 'owners', noticedOn }, [rule], NOW).map(({ fault }) => fault)
    expect(faults('2025-09-24')).toEqual([null])
    expect(faults('2025-09-25')).toEqual([expect.stringContaining('15 天')])
  })
})

describe('业主总人数 and 专有总面积', () => {
  const units = rosterUnits(ownersOf(['80.5', '90.25']), 'owners')
  const fault = (owners: string | null, area: string | null) => totalsOf({ owners, area }, units).fault

  test('are the sums of the list until the register says more', () => {
    expect(totalsOf({ owners: null, area: null }, units)).toEqual({
      totals: { owners: 2, area: '170.75' },
      fault: null,
    })
    expect(totalsOf({ owners: '３', area: ' 300 ' }, units)).toEqual({
      totals: { owners: 3, area: '300' },
      fault: null,
    })
  })

  test('cannot be less than the list, or no numbers', () => {
    expect(fault('1', null)).toMatchObject({ of: 'owners', words: expect.stringContaining('不能少于名单上的 2 人') })
    expect(fault(null, '170.7')).toMatchObject({ of: 'area', words: expect.stringContaining('170.75 平方米') })
    expect(fault('两人', null)).toMatchObject({ of: 'owners' })
    expect(fault(null, '三百')).toMatchObject({ of: 'area' })
  })
})

describe('a vote that is put together', () => {
  test('leaves out who only visits, unless they live in a house', () => {
    const seats = [
      { seatId: owner(0), kind: 'public', voting: false },
      { seatId: owner(1), kind: 'guest', voting: false },
      { seatId: owner(2), kind: 'walkIn', voting: false },
    ] as const
    expect(suggestedToLeave(rosterUnits(seats, 'survey'), seats)).toEqual([owner(1), owner(2)])
    const owners = seats.map((seat) => ({ ...seat, owner: { flats: 1, area: '80' } }))
    expect(suggestedToLeave(rosterUnits(owners, 'owners'), owners)).toEqual([])
  })

  test('belongs to the item it was begun from, else to the running one', () => {
    const agenda = [
      { itemId: firstItem, phase: 'planned' },
      { itemId: secondItem, phase: 'running' },
    ]
    expect(itemFor(nothingOpened, null, agenda)).toBe(secondItem)
    expect(itemFor(nothingOpened, firstItem, agenda)).toBe(firstItem)
    expect(itemFor({ ...nothingOpened, itemId: secondItem }, firstItem, agenda)).toBe(secondItem)
  })

  test('is read back from the device only when it is whole', () => {
    expect(isOpeningDraft(nothingOpened)).toBe(true)
    expect(isOpeningDraft({ ...nothingOpened, left: [owner(0)], matter: '六' })).toBe(true)
    expect(isOpeningDraft({ ...nothingOpened, left: [1] })).toBe(false)
    expect(isOpeningDraft({ ...nothingOpened, kind: 'room' })).toBe(false)
    expect(isOpeningDraft({ kind: 'survey' })).toBe(false)
    expect(isOpeningDraft(null)).toBe(false)
  })
})
