import { describe, expect, it } from 'vitest'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { Question, Terms } from '../../../../shared/meeting/voting/terms.ts'
import { firstItem } from '../../../fixtures/small-meeting.ts'
import {
  cast,
  closeIt,
  hands,
  issue,
  MOTION,
  majority,
  nobodyRaised,
  openIt,
  type Room,
  resolution,
  roomOf,
  seat,
  stopIt,
  tally,
  termsWith,
  theVote,
  votingRoom,
} from './room.ts'

const paper: Terms['channels'] = { device: false, hands: null, paper: 'secret' }
type Rows = Parameters<typeof tally>[2]['rows']

/** An election or another question, counted on secret papers. */
function counted(question: Question, voters: number, rows: Rows, valid: number, more: Partial<Terms> = {}): Room {
  const room = votingRoom(voters, { question, channels: paper, ...more })
  room.does(issue(Array.from({ length: valid }, (_, index) => index + 1)))
  room.does(stopIt)
  room.does(tally(1, null, { rows, valid, returned: valid }))
  room.does(closeIt())
  return room
}

const electedIn = (room: Room) => room.verdict().rows?.map(({ elected }) => elected)

describe('无异议', () => {
  const objection: Partial<Terms> = {
    question: { kind: 'objection' },
    channels: { device: true, hands: 'counted', paper: null },
    display: 'live',
  }

  it('is asked in the open: who answers has told what he thinks', () => {
    const room = roomOf({ voters: 5 })
    expect(room.refuses(openIt(termsWith({ ...objection, display: 'delayed' }))).code).toBe('objectionIsLive')
  })

  it('nobody objects: all who are there agree, and that passes by the rule', () => {
    const room = votingRoom(5, objection, { away: 2 })
    room.does(nobodyRaised('object'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      outcome: 'passed',
      figures: { entitled: 7, present: 5, for: 5, against: 0 },
    })
    expect(room.verdict().sentence).toContain('没有人反对')
    expect(room.meeting().voting.resolutions).toHaveLength(1)
  })

  it('is not asked where a rule takes its share of 应到: silence is no vote in favour', () => {
    const rule = { ...majority, pass: { den: 'entitled', op: '>', share: { num: 1, den: 2 } } } as const
    const room = roomOf({ voters: 3 })
    expect(room.refuses(openIt(termsWith({ ...objection, rule }))).code).toBe('silenceIsNoVote')
    room.does(openIt(termsWith({ ...objection, rule: { ...rule, pass: { ...rule.pass, den: 'present' } } })))
  })

  it('nor drafted by such a rule, and the meeting’s own is such a rule too', () => {
    const own = { ...majority, pass: { den: 'entitled', op: '>=', share: { num: 1, den: 2 } } } as const
    const room = roomOf({ voters: 3, change: { rule: own } })
    const draft = { voteId: theVote, itemId: firstItem, motion: MOTION }
    const terms = termsWith({ ...objection, rule: own })
    expect(room.refuses({ type: 'draftVote', data: { ...draft, terms } }).code).toBe('silenceIsNoVote')
    room.does({ type: 'draftVote', data: draft })
    const revised = { voteId: theVote, motion: MOTION, terms }
    expect(room.refuses({ type: 'reviseDraft', data: revised }).code).toBe('silenceIsNoVote')
  })

  it('nobody objects: whoever has left meanwhile does not agree', () => {
    const rule = { ...majority, pass: { den: 'present', op: '>', share: { num: 1, den: 2 } } } as const
    const room = votingRoom(4, { ...objection, rule })
    for (const person of [3, 4]) room.does({ type: 'signOut', data: { seatId: seat(person) } })
    room.does(nobodyRaised('object'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'notPassed', figures: { present: 4, for: 2 } })
    expect(room.verdict().sentence).toContain('按在场 2 人无异议计')
  })

  it('without a rule it is only counted', () => {
    const room = votingRoom(3, { ...objection, rule: null })
    room.does(nobodyRaised('object'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'counted', passed: false })
    expect(room.verdict().sentence).toContain('只作统计')
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it.each([
    ['on a device', cast(2, 'object')],
    ['by a hand', hands([2], [{ object: 1 }])],
  ])('one objects %s: that is no result, it has to be voted on', (_, command) => {
    const room = votingRoom(5, objection)
    room.does(command)
    if (room.open().hands === null) room.does(nobodyRaised('object'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'objected', passed: false, figures: { for: 0, against: 1 } })
    expect(room.verdict().sentence).toContain('1 人反对')
    expect(room.meeting().voting.resolutions).toEqual([])
  })
})

describe('多选', () => {
  const choose = (elects: number | null, op: 'atMost' | 'exactly' = 'atMost', count = 2): Question => ({
    kind: 'choice',
    rows: ['甲', '乙', '丙'],
    pick: { op, count },
    elects,
  })
  const voted = (question: Question, options: readonly string[], more: Partial<Terms> = {}) => {
    const room = votingRoom(options.length, { question, ...more })
    for (const [index, option] of options.entries()) room.does(cast(index + 1, option))
    room.does(closeIt())
    return room
  }
  const both = 'chosen,chosen,not'
  const first = 'chosen,not,not'
  const second = 'not,chosen,not'
  const third = 'not,not,chosen'

  it('counts each row, and takes as many as there are places by the votes for them', () => {
    const room = voted(choose(1), [both, first, first, third, second], { rule: null })
    expect(room.verdict().rows?.map(({ counts }) => counts)).toEqual([
      { chosen: 3, not: 2 },
      { chosen: 2, not: 3 },
      { chosen: 1, not: 4 },
    ])
    expect(electedIn(room)).toEqual([true, false, false])
    expect(room.meeting().voting.resolutions).toMatchObject([{ text: `${MOTION}：甲` }])
  })

  it('what is level at the last place is left out together, and that is said', () => {
    const room = voted(choose(2), [first, first, first, second, third], { rule: null })
    expect(electedIn(room)).toEqual([true, false, false])
    expect(room.verdict()).toMatchObject({ outcome: 'passed', tie: true })
    const level = voted(choose(1), [first, second], { rule: null })
    expect(electedIn(level)).toEqual([false, false, false])
    expect(level.verdict()).toMatchObject({ outcome: 'notPassed', passed: false, tie: true })
    expect(level.meeting().voting.resolutions).toEqual([])
  })

  it('level rows that all have a place are all taken', () => {
    const room = voted(choose(2), [first, second], { rule: null })
    expect(electedIn(room)).toEqual([true, true, false])
    expect(room.verdict().tie).toBeUndefined()
    expect(room.meeting().voting.resolutions).toMatchObject([{ text: `${MOTION}：甲、乙` }])
  })

  it('what nobody chose is not taken, though there is a place', () => {
    expect(electedIn(voted(choose(3), [first, first], { rule: null }))).toEqual([true, false, false])
  })

  it('by a rule a row passes only when enough of those who took part chose it', () => {
    // 甲 3 of 5 are more than half, 乙 2 of 5 are not.
    expect(electedIn(voted(choose(2), [both, both, first, third, third]))).toEqual([true, false, false])
    // 2 of 4 are not more than half.
    expect(electedIn(voted(choose(2), [first, first, third, second]))).toEqual([false, false, false])
  })

  it('who did not choose a row is not against it: one more who does never undoes it', () => {
    const oneThird = { ...majority, pass: { den: 'participating', op: '>=', share: { num: 1, den: 3 } } } as const
    for (const [chosen, taken] of [
      [1, false],
      [2, true],
      [3, true],
      [4, true],
    ] as const) {
      const options = Array.from({ length: 6 }, (_, index) => (index < chosen ? first : 'not,not,not'))
      expect(electedIn(voted(choose(1), options, { rule: oneThird }))).toEqual([taken, false, false])
    }
  })

  it('without places it is only counted', () => {
    const room = voted(choose(null), [first, first, second])
    expect(room.verdict()).toMatchObject({ outcome: 'counted', passed: false, valid: true })
    expect(electedIn(room)).toEqual([false, false, false])
  })

  it.each([
    ['exactly 2 of each of 3 papers are 6 marks', choose(1, 'exactly'), [3, 2, 0], [['picksOff', 5, 6]]],
    ['at most 2 of each of 3 papers are no more than 6', choose(1), [3, 3, 1], [['picksOver', 7, 6]]],
    ['a row has no more marks than papers', choose(1), [4, 1, 0], [['rowOverValid', 4, 3]]],
    ['exactly: as many as there are', choose(1, 'exactly'), [3, 2, 1], []],
    ['at most: all of them', choose(1), [3, 3, 0], []],
  ] as const)('papers: %s', (_, question, chosen, faults) => {
    const rows = chosen.map((count) => ({ chosen: count }))
    const { verdict } = counted(question, 3, rows, 3, { rule: null })
    expect((verdict().faults ?? []).map(({ code, left, right }) => [code, left, right])).toEqual(faults)
    if (faults.length > 0) expect(verdict().rows?.some(({ elected }) => elected)).toBe(false)
    if (faults.length > 0) expect(verdict().outcome).toBe('invalid')
  })
})

describe('多选 by raised hands', () => {
  const question: Question = { kind: 'choice', rows: ['甲', '乙', '丙'], pick: { op: 'atMost', count: 1 }, elects: 1 }
  const channels: Terms['channels'] = { device: false, hands: 'counted', paper: null }

  it('by a rule asks whose hands they were: 4 of 9 people are not more than half of them', () => {
    const room = votingRoom(9, { question, channels })
    expect(room.refuses(hands(null, [{ chosen: 4 }, { chosen: 3 }, { chosen: 2 }])).code).toBe('handsNeedNames')
    room.does(hands([1, 2, 3, 4, 5, 6, 7, 8, 9], [{ chosen: 4 }, { chosen: 3 }, { chosen: 2 }]))
    room.does(closeIt())
    expect(electedIn(room)).toEqual([false, false, false])
    expect(room.verdict()).toMatchObject({ passed: false, channels: { hands: 9 } })
    expect(room.verdict().rows?.map(({ counts }) => counts)).toEqual([
      { chosen: 4, not: 5 },
      { chosen: 3, not: 6 },
      { chosen: 2, not: 7 },
    ])
  })

  it('without a rule needs no names, and nobody makes up how many people that were', () => {
    const room = votingRoom(9, { question, channels, rule: null })
    room.does(hands(null, [{ chosen: 4 }, { chosen: 3 }, { chosen: 2 }]))
    expect(room.open().received).toBe(0)
    room.does(closeIt())
    expect(electedIn(room)).toEqual([true, false, false])
  })

  it('with more hands than the people there may raise gives no result', () => {
    const room = votingRoom(6, { question, channels, rule: null })
    room.does(hands(null, [{ chosen: 4 }, { chosen: 3 }, { chosen: 0 }]))
    room.does(closeIt())
    expect(room.verdict().faults).toEqual([{ code: 'picksOver', row: null, left: 7, right: 6 }])
    expect(room.verdict()).toMatchObject({ outcome: 'invalid', passed: false })
  })
})

describe('a question that nobody can answer', () => {
  it.each([
    [
      'more to choose than there are rows',
      { kind: 'choice', rows: ['甲', '乙'], pick: { op: 'exactly', count: 3 }, elects: 1 },
    ],
    ['more places than rows', { kind: 'choice', rows: ['甲', '乙'], pick: { op: 'atMost', count: 1 }, elects: 3 }],
    ['more posts than candidates', { kind: 'election', rows: ['甲', '乙'], posts: 3 }],
  ] as const)('is not put on the table: %s', (_, question) => {
    const room = roomOf({ voters: 5 })
    const terms = termsWith({ question, channels: paper })
    expect(room.refuses(openIt(terms)).code).toBe('termsImpossible')
    const draft = { voteId: theVote, itemId: firstItem, motion: MOTION, terms }
    expect(room.refuses({ type: 'draftVote', data: draft }).code).toBe('termsImpossible')
  })
})

describe('评议', () => {
  const rated: Question = { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'satisfaction' } }
  const scored: Question = { kind: 'assessment', rows: ['保洁'], scale: { kind: 'score', max: 10 } }

  it('counts every grade of every row and decides nothing', () => {
    const room = votingRoom(3, { question: rated })
    room.does(cast(1, 'satisfied,unknown'))
    room.does(cast(2, 'satisfied,dissatisfied'))
    room.does(cast(3, 'basically,dissatisfied'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'counted', passed: false })
    expect(room.verdict().rows?.map(({ counts }) => counts)).toEqual([
      { satisfied: 2, basically: 1, dissatisfied: 0, unknown: 0 },
      { satisfied: 0, basically: 0, dissatisfied: 2, unknown: 1 },
    ])
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it('gives the average of points, exactly or 约', () => {
    const points = (...given: readonly number[]) => {
      const room = votingRoom(given.length, { question: scored })
      for (const [index, value] of given.entries()) room.does(cast(index + 1, String(value)))
      room.does(closeIt())
      return room.verdict().sentence
    }
    expect(points(10, 9, 0, 6)).toContain('4 人打分，平均 6.25 分')
    expect(points(10, 10, 0)).toContain('3 人打分，平均约 6.67 分')
  })

  it('on paper every row of grades is filled, points may be left blank', () => {
    const off = counted(rated, 4, [{ satisfied: 4 }, { satisfied: 3 }], 4)
    expect(off.verdict().faults).toEqual([{ code: 'rowOffValid', row: 1, left: 3, right: 4 }])
    expect(counted(scored, 4, [{ '7': 3 }], 4).verdict().faults).toBeUndefined()
    expect(counted(scored, 4, [{ '7': 3, '10': 2 }], 4).verdict().faults).toEqual([
      { code: 'rowOverValid', row: 0, left: 5, right: 4 },
    ])
  })
})

describe('选举计票', () => {
  const election = (posts: number): Question => ({ kind: 'election', rows: ['甲', '乙', '丙'], posts })
  const row = (inFavour: number, against: number, abstain = 0) => ({ for: inFavour, against, abstain })

  it('elects as many as there are posts, by the rule and then by the votes', () => {
    const room = counted(election(2), 10, [row(8, 2), row(6, 4), row(5, 5)], 10)
    expect(electedIn(room)).toEqual([true, true, false])
    expect(room.verdict().sentence).toContain('：甲、乙')
  })

  it('with more who reach the threshold than posts elects those in front', () => {
    const third = { ...majority, pass: { den: 'participating', op: '>', share: { num: 1, den: 3 } } } as const
    const room = counted(election(1), 10, [row(4, 3, 3), row(5, 4, 1), row(1, 9)], 10, { rule: third })
    expect(electedIn(room)).toEqual([false, true, false])
    const one = counted(election(2), 10, [row(7, 3), row(6, 4), row(6, 4)], 10)
    expect(electedIn(one)).toEqual([true, false, false])
    expect(one.verdict().tie).toBe(true)
  })

  it('says which are level at the last place, what is missing and how everybody voted on whom', () => {
    const room = counted(election(2), 10, [row(7, 3), row(6, 4), row(6, 4)], 10)
    expect(room.verdict().rows?.map(({ level }) => level)).toEqual([undefined, true, true])
    const { sentence } = room.verdict()
    expect(sentence).toContain('共 10 票：甲：赞成 7，反对 3，弃权 0；乙：赞成 6，反对 4，弃权 0；丙：')
    expect(sentence).toContain('当选 1 名：甲，还缺 1 名。乙、丙票数相同，定不了先后，请对他们再投一次。')
  })

  it('without a rule elects those in front who have more for them than against', () => {
    const room = counted(election(2), 10, [row(4, 6), row(5, 5), row(3, 2, 5)], 10, { rule: null })
    expect(electedIn(room)).toEqual([false, false, true])
    expect(room.verdict().sentence).toContain('按得票多少，当选 1 名：丙，还缺 1 名')
    const nobody = counted(election(1), 10, [row(3, 7), row(4, 6), row(2, 8)], 10, { rule: null })
    expect(electedIn(nobody)).toEqual([false, false, false])
    expect(nobody.verdict().sentence).toContain('没有当选的，还缺 1 名')
  })

  it('a candidate with as many against as in favour is not elected, even where half is enough', () => {
    const half = { ...majority, pass: { den: 'participating', op: '>=', share: { num: 1, den: 2 } } } as const
    const room = counted(election(2), 6, [row(3, 3), row(3, 2, 1), row(2, 4)], 6, { rule: half })
    expect(electedIn(room)).toEqual([false, true, false])
  })

  it('with nobody over the threshold elects nobody', () => {
    const room = counted(election(1), 10, [row(4, 6), row(3, 7), row(3, 7)], 10)
    expect(electedIn(room)).toEqual([false, false, false])
    expect(room.verdict()).toMatchObject({ outcome: 'notPassed', passed: false })
    expect(room.verdict().sentence).toContain('没有当选的')
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it('with more in favour than posts on all papers gives no result', () => {
    const room = counted(election(1), 3, [row(2, 1), row(2, 1), row(0, 3)], 3)
    expect(room.verdict().faults).toEqual([{ code: 'picksOver', row: null, left: 4, right: 3 }])
    expect(electedIn(room)).toEqual([false, false, false])
  })

  it('with a row that does not add up says which', () => {
    const room = counted(election(2), 3, [row(2, 1), row(2, 0), row(0, 3)], 3)
    expect(room.verdict().faults).toEqual([{ code: 'rowOffValid', row: 1, left: 2, right: 3 }])
    expect(room.verdict().sentence).toContain('“乙”的各项票数合计 2，有效票是 3 张')
  })
})

describe('where heads are counted', () => {
  it('nobody is 应到, and who may vote is not known by name', () => {
    const change = { form: { ...plainForm, rollCall: false } }
    const room = roomOf({ voters: 4, change })
    room.does({ type: 'recordHeadcount', data: { count: 30 } })
    room.does(openIt(termsWith({ rule: null, channels: { device: false, hands: 'counted', paper: null } })))
    expect(room.open()).toMatchObject({ entitled: 0, electors: [], headcount: 30 })
    room.does(hands(null, [{ for: 20, against: 5 }]))
    room.does(closeIt())
    expect(room.verdict().sentence).toContain('到场约 30 人')
    expect(room.verdict().sentence).not.toContain('应到')
  })
})

describe('what is only counted', () => {
  it('a motion without a rule has figures and no verdict', () => {
    const room = votingRoom(3, { rule: null })
    for (const person of [1, 2, 3]) room.does(cast(person, 'for'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ ruleId: null, outcome: 'counted', passed: false, figures: { for: 3 } })
    expect(room.meeting().voting.resolutions).toEqual([])
  })
})

describe('a long resolution', () => {
  it('names what was chosen as long as a worksheet can take it', () => {
    const names = Array.from({ length: 20 }, (_, index) => `${'很'.repeat(50)}${String(index).padStart(2, '0')}`)
    const question: Question = { kind: 'choice', rows: names, pick: { op: 'atMost', count: 20 }, elects: 20 }
    const room = votingRoom(1, { question, rule: null })
    room.does(cast(1, names.map(() => 'chosen').join(',')))
    room.does(closeIt(undefined, resolution('thelong0')))
    expect(room.meeting().voting.resolutions).toMatchObject([{ text: `${MOTION}：共 20 项，见表决结果` }])
  })
})
