import { describe, expect, it } from 'vitest'
import { ballotsByMark, linesOf } from '../../../../renderer/attendee/vote/ballot-words.ts'
import {
  handedIn,
  isTickedOrNone,
  nothingTicked,
  press,
  type Ticked,
  tickedAs,
  tickingWords,
} from '../../../../renderer/attendee/vote/ticked.ts'
import type { Mark } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { ballotOf, memberA, memberB } from '../../../fixtures/small-meeting.ts'

const motion: Question = { kind: 'motion' }
const objection: Question = { kind: 'objection' }
const rows = ['健身器材', '充电桩', '跑道']
const choice = (op: 'atMost' | 'exactly', count: number): Question => ({
  kind: 'choice',
  rows,
  pick: { op, count },
  elects: count,
})
const assessment: Question = { kind: 'assessment', rows, scale: { kind: 'satisfaction' } }

/** The ballot after these presses, each on a row and a mark. */
const pressed = (question: Question, ...presses: readonly (readonly [row: number, mark: Mark])[]): Ticked =>
  presses.reduce((ticked, [row, mark]) => press(question, ticked, row, mark), nothingTicked(question))

describe('ticking a ballot', () => {
  it('exchanges one choice for another, and takes an objection back', () => {
    expect(pressed(motion, [0, 'for'], [0, 'against'])).toEqual(['against'])
    expect(pressed(motion, [0, 'for'], [0, 'for'])).toEqual(['for'])
    expect(pressed(objection, [0, 'object'], [0, 'object'])).toEqual([null])
  })

  it('picks no more than the ballot takes: one has to be taken back first', () => {
    const full = pressed(choice('atMost', 2), [0, 'chosen'], [1, 'chosen'])
    expect(press(choice('atMost', 2), full, 2, 'chosen')).toEqual(full)
    expect(press(choice('atMost', 2), full, 0, 'chosen')).toEqual([null, 'chosen', null])
    expect(tickingWords(choice('atMost', 2), full)).toBe('已选 2 项，要换先取消一项')
  })

  it('moves a single pick to the row that is pressed', () => {
    expect(pressed(choice('exactly', 1), [0, 'chosen'], [2, 'chosen'])).toEqual([null, null, 'chosen'])
  })
})

describe('handing a ballot in', () => {
  it('waits for a choice, and for exactly as many picks as are asked for', () => {
    expect(handedIn(motion, nothingTicked(motion))).toBeNull()
    expect(handedIn(motion, ['for'])).toBe('for')
    expect(handedIn(objection, nothingTicked(objection))).toBeNull()
    const one = pressed(choice('exactly', 2), [1, 'chosen'])
    expect(handedIn(choice('exactly', 2), one)).toBeNull()
    expect(tickingWords(choice('exactly', 2), one)).toBe('已选 1 项，要选满 2 项')
    expect(handedIn(choice('atMost', 2), one)).toBe('not,chosen,not')
    expect(handedIn(choice('atMost', 2), nothingTicked(choice('atMost', 2)))).toBe('not,not,not')
  })

  it('waits until every row is assessed, and says how many are left', () => {
    const two = pressed(assessment, [0, 'satisfied'], [2, 'unknown'])
    expect(handedIn(assessment, two)).toBeNull()
    expect(tickingWords(assessment, two)).toBe('还有 1 项没评')
    expect(handedIn(assessment, press(assessment, two, 1, 'dissatisfied'))).toBe('satisfied,dissatisfied,unknown')
  })

  it('ticks again what was recorded, so that it can be changed', () => {
    for (const [question, option] of [
      [motion, 'abstain'],
      [choice('atMost', 2), 'chosen,not,chosen'],
      [assessment, 'satisfied,unknown,unknown'],
    ] as const) {
      expect(handedIn(question, tickedAs(question, option))).toBe(option)
    }
    expect(tickedAs(motion, 'nonsense')).toEqual([null])
  })

  it('takes back from the device only what fits this ballot', () => {
    expect(isTickedOrNone(motion)(['for'])).toBe(true)
    expect(isTickedOrNone(motion)(null)).toBe(true)
    for (const other of ['for', [], ['chosen'], ['for', 'for'], [7], {}])
      expect(isTickedOrNone(motion)(other)).toBe(false)
  })
})

describe('a ballot read out', () => {
  it('names what is picked alone, and every row that is assessed', () => {
    expect(linesOf(motion, 'for')).toEqual([{ name: null, mark: 'for' }])
    expect(linesOf(choice('atMost', 2), 'not,chosen,not')).toEqual([{ name: '充电桩', mark: 'chosen' }])
    expect(linesOf(assessment, 'unknown,unknown,satisfied')).toHaveLength(3)
  })

  it('says who voted how, row by row; on a motion also what nobody chose', () => {
    const of = (option: string, seatId: typeof memberA) => ({ ...ballotOf(seatId), option })
    expect(ballotsByMark(motion, [of('for', memberA), of('for', memberB)])).toEqual([
      {
        name: null,
        marks: [
          { mark: 'for', seatIds: [memberA, memberB] },
          { mark: 'against', seatIds: [] },
          { mark: 'abstain', seatIds: [] },
        ],
      },
    ])
    const picked = ballotsByMark(choice('atMost', 2), [of('chosen,not,not', memberA), of('chosen,chosen,not', memberB)])
    expect(picked.map(({ marks }) => marks.map(({ seatIds }) => seatIds))).toEqual([
      [[memberA, memberB]],
      [[memberB]],
      [],
    ])
  })
})
