import { describe, expect, it } from 'vitest'
import type { Question, Terms } from '../../../../shared/meeting/voting/terms.ts'
import {
  cast,
  closeIt,
  hands,
  issue,
  MOTION,
  majority,
  type Room,
  resolution,
  stopIt,
  tally,
  votingRoom,
} from './room.ts'

const paper: Terms['channels'] = { device: false, hands: null, paper: 'secret' }
const rows = ['甲', '乙', '丙']
const election = (posts: number): Question => ({ kind: 'election', rows, posts })
const choice = (count: number, elects: number | null): Question => ({
  kind: 'choice',
  rows,
  pick: { op: 'atMost', count },
  elects,
})

/** `papers` secret papers are out and nobody votes any more. */
function boxed(papers: number, terms: Partial<Terms>): Room {
  const room = votingRoom(papers, { channels: paper, ...terms })
  room.does(issue(Array.from({ length: papers }, (_, index) => index + 1)))
  room.does(stopIt)
  return room
}

const electedIn = (room: Room) => room.verdict().rows?.map(({ elected }) => elected)

describe('双人复核 of several rows', () => {
  const none = { for: 0, against: 4 }
  const first = { rows: [{ for: 3, against: 1 }, { for: 1, against: 3 }, none], valid: 4 }
  const other = { rows: [{ for: 3, against: 1 }, { for: 2, against: 2 }, none], valid: 4 }

  it('finds what differs in a later row, in both directions', () => {
    for (const [one, two] of [
      [first, other],
      [other, first],
    ] as const) {
      const room = boxed(4, { question: election(2), doubleEntry: true })
      room.does(tally(1, 2, one))
      expect(room.does(tally(2, 3, two))[0]).toMatchObject({ data: { differs: ['1.for', '1.against'] } })
      expect(room.refuses(closeIt()).refusal).toEqual({ code: 'countsDiffer', places: 2 })
    }
  })

  it('a single place is enough to keep the vote open', () => {
    const room = boxed(4, { question: choice(1, 1), rule: null, doubleEntry: true })
    room.does(tally(1, 2, { rows: [{ chosen: 2 }, { chosen: 1 }, {}], valid: 4 }))
    room.does(tally(2, 3, { rows: [{ chosen: 2 }, { chosen: 2 }, {}], valid: 4 }))
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'countsDiffer', places: 1 })
  })
})

describe('多选 on paper', () => {
  it('an invalid paper neither chose a row nor left it out', () => {
    const room = boxed(6, { question: choice(1, 1) })
    room.does(tally(1, null, { rows: [{ chosen: 3 }, { chosen: 1 }, {}], valid: 5, invalid: 1 }))
    room.does(closeIt())
    expect(room.verdict().rows?.map(({ counts }) => counts)).toEqual([
      { chosen: 3, not: 2 },
      { chosen: 1, not: 4 },
      { chosen: 0, not: 5 },
    ])
    // 3 of 5 are more than half, 3 of 6 would not be.
    expect(electedIn(room)).toEqual([true, false, false])
  })
})

describe('rows that are enough for their places', () => {
  it('are no tie where others come behind them', () => {
    const third = { ...majority, pass: { den: 'participating', op: '>', share: { num: 1, den: 3 } } } as const
    const room = boxed(10, { question: election(1), rule: third })
    const counts = [
      { for: 4, against: 6 },
      { for: 5, against: 4, abstain: 1 },
      { for: 1, against: 9 },
    ]
    room.does(tally(1, null, { rows: counts, valid: 10 }))
    room.does(closeIt())
    expect(electedIn(room)).toEqual([false, true, false])
    expect(room.verdict().tie).toBeUndefined()
    expect(room.verdict().rows?.map(({ level }) => level)).toEqual([undefined, undefined, undefined])
  })
})

describe('rows level at the last place', () => {
  it('are those alone that are next: who is further behind is not level with them', () => {
    const question: Question = { kind: 'election', rows: [...rows, '丁'], posts: 2 }
    const quarter = { ...majority, pass: { den: 'participating', op: '>', share: { num: 1, den: 4 } } } as const
    const room = boxed(10, { question, rule: quarter })
    const counts = [7, 5, 5, 3].map((count) => ({ for: count, against: 9 - count, abstain: 1 }))
    room.does(tally(1, null, { rows: counts, valid: 10 }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'passed', tie: true })
    expect(electedIn(room)).toEqual([true, false, false, false])
    expect(room.verdict().rows?.map(({ level }) => level)).toEqual([undefined, true, true, undefined])
  })
})

describe('a row that enough of those who took part chose', () => {
  it('is taken however many stayed silent', () => {
    const room = votingRoom(9, { question: choice(1, 1) })
    room.does(cast(1, 'chosen,not,not'))
    room.does(cast(2, 'chosen,not,not'))
    room.does(cast(3, 'not,chosen,not'))
    room.does(closeIt())
    expect(electedIn(room)).toEqual([true, false, false])
  })
})

describe('named hands for several rows', () => {
  it('that are more than their names may raise all together are said to be too many, not to belong to others', () => {
    const room = votingRoom(5, {
      question: choice(1, 1),
      channels: { device: true, hands: 'counted', paper: null },
    })
    room.does(hands([1, 2], [{ chosen: 2 }, { chosen: 1 }, {}]))
    room.does(closeIt())
    expect(room.verdict().faults).toEqual([{ code: 'picksOver', row: null, left: 3, right: 2 }])
  })
})

describe('what is resolved', () => {
  /** One name that makes the whole text exactly so long. */
  const resolvedOf = (length: number): string | undefined => {
    const names = Array.from({ length: 10 }, (_, index) => `${'长'.repeat(45)}${index}`)
    const left = length - MOTION.length - 1 - names.join('、').length - 1
    const question: Question = {
      ...{ kind: 'choice', rows: [...names, '末'.repeat(left)], elects: 11 },
      pick: { op: 'atMost', count: 11 },
    }
    const room = votingRoom(1, { question, rule: null })
    room.does(cast(1, question.rows.map(() => 'chosen').join(',')))
    room.does(closeIt(undefined, resolution('thelong0')))
    return room.meeting().voting.resolutions[0]?.text
  }

  it('names what was chosen up to the last sign that fits, and not one more', () => {
    expect(resolvedOf(500)).toMatch(/^加装三处充电桩：长.*末$/)
    expect(resolvedOf(500)).toHaveLength(500)
    expect(resolvedOf(501)).toBe(`${MOTION}：共 11 项，见表决结果`)
  })
})
