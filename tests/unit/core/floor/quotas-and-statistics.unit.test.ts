import { describe, expect, it } from 'vitest'
import { groupTimes } from '../../../../shared/meeting/floor/quotas.ts'
import { speakingStatistics } from '../../../../shared/meeting/floor/statistics.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  act,
  asks,
  asksUnnamed,
  calls,
  department,
  ends,
  finish,
  firstItem,
  held,
  next,
  pause,
  questions,
  type Rules,
  raises,
  type Story,
  seat,
  secondItem,
  sets,
  signsOut,
  speaks,
  start,
  undo,
  withdraws,
} from './floor-meeting.ts'

const rules: Rules = {
  quotas: [
    { party: '业委会', seconds: 100 },
    { party: '物业企业', seconds: 100 },
    { party: '居民', seconds: 200 },
  ],
}

const equalise = act({ type: 'equaliseQuotas', data: {} })
const leftOf = ({ meeting, now }: Story, itemId = firstItem) =>
  Object.fromEntries(groupTimes(meeting, itemId, now).map(({ leftMs, party }) => [party, leftMs / 1000]))
const statistics = ({ meeting, now }: Story) => speakingStatistics(meeting, now)

describe('group time quotas', () => {
  it('say of each group what it was given, what it took and what is left', () => {
    const { meeting, now } = held(rules, ...speaks('zhao', 30), ...speaks('sun', 20), ...speaks('li', 50))
    expect(groupTimes(meeting, firstItem, now)).toEqual([
      { party: '业委会', givenMs: 100_000, spokenMs: 30_000, leftMs: 70_000 },
      { party: '物业企业', givenMs: 100_000, spokenMs: 0, leftMs: 100_000 },
      { party: '居民', givenMs: 200_000, spokenMs: 70_000, leftMs: 130_000 },
    ])
  })

  it('go down while somebody of the group speaks, stand still in a pause, and count questions too', () => {
    const story = held(rules, asks('zhao'), next, 30)
    expect(leftOf(story)).toMatchObject({ 业委会: 70 })
    expect(leftOf(story.and(pause, 60))).toMatchObject({ 业委会: 70 })
    expect(leftOf(story.and(questions('sun'), next, 25))).toEqual({ 业委会: 70, 物业企业: 100, 居民: 175 })
  })

  it('may go negative', () => {
    expect(leftOf(held(rules, ...speaks('zhao', 130)))).toMatchObject({ 业委会: -30 })
    expect(leftOf(held(rules, asks('zhao'), next, 101))).toMatchObject({ 业委会: -1 })
  })

  it('can be equalised: every group gets what the worst one is over', () => {
    const story = held(rules, ...speaks('zhao', 130), ...speaks('qian', 110), equalise)
    expect(leftOf(story)).toEqual({ 业委会: 0, 物业企业: 20, 居民: 230 })
    expect(leftOf(story.and(...speaks('qian', 25, { as: 'qian2' }), equalise))).toEqual({
      业委会: 5,
      物业企业: 0,
      居民: 235,
    })
  })

  it('are equalised by whole seconds, so that no group is over', () => {
    expect(leftOf(held(rules, ...speaks('zhao', 130.2), equalise))).toMatchObject({ 业委会: 0.8 })
  })

  it('have nothing to equalise while no group is over, nor where there are none', () => {
    held(rules, ...speaks('zhao', 100)).refuses(equalise, { code: 'noGroupIsOver' })
    held({}, ...speaks('zhao', 500)).refuses(equalise, { code: 'noGroupIsOver' })
    held(rules, ...speaks('zhao', 500), finish).refuses(equalise, { code: 'noItemRuns' })
  })

  it('belong to an item: the next one begins anew', () => {
    const story = held(rules, ...speaks('zhao', 130), equalise, finish, start(), ...speaks('zhao', 10, { as: 'zhao2' }))
    expect(leftOf(story, secondItem)).toMatchObject({ 业委会: 90, 居民: 200 })
    expect(leftOf(story)).toMatchObject({ 业委会: 0 })
  })

  it('of an item that is over stay as they were, whoever speaks or waits on the next one', () => {
    const later = held(rules, ...speaks('zhao', 30), finish, start(), ...speaks('zhao', 20, { as: 'zhao2' }))
    expect(leftOf(later.and(asks('zhao', { as: 'zhao3' }), next, 20))).toMatchObject({ 业委会: 70 })
    expect(leftOf(later.and(undo))).toMatchObject({ 业委会: 70 })
  })

  it('are those of the item where it has its own', () => {
    const story = held(rules, sets({ quotas: [{ party: '居民', seconds: 60 }] }), ...speaks('sun', 20))
    expect(leftOf(story)).toEqual({ 居民: 40 })
  })

  it('count whoever was put back by an undo, and the department called out of the queue', () => {
    expect(leftOf(held(rules, ...speaks('zhao', 30), undo))).toMatchObject({ 业委会: 70 })
    const own: Rules = { quotas: [{ party: '城管', seconds: 60 }] }
    expect(leftOf(held(own, department('dept', 'reply'), 20, ends('reply')))).toEqual({ 城管: 40 })
  })

  it('count whoever was called by a slip', () => {
    const story = held(rules, asks('zhao'), next, 30, asks('qian'), next, 3, undo)
    expect(leftOf(story)).toEqual({ 业委会: 70, 物业企业: 97, 居民: 200 })
  })

  it('count what was said before somebody was put back and withdrew', () => {
    expect(leftOf(held(rules, ...speaks('zhao', 30), undo, withdraws('zhao')))).toMatchObject({ 业委会: 70 })
  })

  it('do not count those of no group, nor those without a name', () => {
    const story = held({ ...rules, anonymous: true }, ...speaks('zhou', 30), asksUnnamed('one'), next, 30)
    expect(leftOf(story)).toEqual({ 业委会: 100, 物业企业: 100, 居民: 200 })
  })
})

describe('the statistics', () => {
  const story = held(
    { anonymous: true },
    ...speaks('zhao', 30),
    ...speaks('sun', 50),
    ...speaks('zhao', 15, { as: 'zhao2', kind: 'intervention' }),
    finish,
    start(),
    ...speaks('li', 20),
    asksUnnamed('one'),
    next,
    7,
    ends('one'),
    asks('zhou'),
    next,
    10,
  )

  it('say how often and how long each person spoke, most time first, whoever speaks now with the time so far', () => {
    expect(statistics(story).seats).toEqual([
      { seatId: seat('sun'), speeches: 1, milliseconds: 50_000 },
      { seatId: seat('zhao'), speeches: 2, milliseconds: 45_000 },
      { seatId: seat('li'), speeches: 1, milliseconds: 20_000 },
      { seatId: seat('zhou'), speeches: 1, milliseconds: 10_000 },
      { seatId: null, speeches: 1, milliseconds: 7000 },
    ])
  })

  it('say the same of each group, those of none together', () => {
    expect(statistics(story).parties).toEqual([
      { party: '居民', speeches: 2, milliseconds: 70_000 },
      { party: '业委会', speeches: 2, milliseconds: 45_000 },
      { party: null, speeches: 2, milliseconds: 17_000 },
    ])
  })

  it('say the same of each item, also of one that nobody spoke on', () => {
    expect(statistics(story).items).toEqual([
      { itemId: firstItem, speeches: 3, milliseconds: 95_000 },
      { itemId: secondItem, speeches: 3, milliseconds: 37_000 },
    ])
    expect(statistics(held({}))).toMatchObject({
      total: { speeches: 0, milliseconds: 0 },
      seats: [],
      items: [
        { itemId: firstItem, speeches: 0, milliseconds: 0 },
        { itemId: secondItem, speeches: 0, milliseconds: 0 },
      ],
    })
  })

  it('add up', () => {
    expect(statistics(story).total).toEqual({ speeches: 6, milliseconds: 132_000 })
  })

  it('name who is here and has not spoken, but for the chair', () => {
    expect(statistics(story).silent).toEqual(['feng', 'qian', 'dept'].map((who) => id.seat(who.padEnd(6, '0'))))
  })

  it('name who was here and left without having spoken', () => {
    expect(statistics(story.and(signsOut('qian'))).silent).toContain(seat('qian'))
  })

  it('name apart who has only asked a question or raised a point of order', () => {
    const asked = held({}, asks('zhao'), next, 30, questions('sun'), next, 5, raises('qian', '规则'), calls('qian'), 5)
    expect(statistics(asked).onlyInterposed).toEqual([seat('sun'), seat('qian')])
    const later = asked.and(ends('qian'), ...speaks('sun', 5, { as: 'sun2' }))
    expect(statistics(later).onlyInterposed).toEqual([seat('qian')])
  })

  it('count a question and the speech that it interrupts', () => {
    const asked = held({}, asks('zhao'), next, 30, questions('sun'), next, 5)
    expect(statistics(asked)).toMatchObject({ total: { speeches: 2, milliseconds: 35_000 } })
  })

  it('do not count the time of a pause', () => {
    expect(statistics(held({}, asks('zhao'), next, 30, pause, 60)).total.milliseconds).toBe(30_000)
  })

  it('count whoever was put back once, with the time that was used', () => {
    const undone = held({}, ...speaks('zhao', 30), undo)
    expect(statistics(undone).total.milliseconds).toBe(30_000)
    expect(statistics(undone).items[0]?.milliseconds).toBe(30_000)
    expect(statistics(undone).silent).not.toContain(seat('zhao'))
    const again = undone.and(next, 12, ends('zhao'))
    expect(statistics(again).total).toEqual({ speeches: 1, milliseconds: 42_000 })
  })
})
