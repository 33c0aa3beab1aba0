import { describe, expect, test } from 'vitest'
import { recordCounts } from '../../../../renderer/desk/scribe/record-counts.ts'
import { recordLines } from '../../../../renderer/desk/scribe/record-lines.ts'
import { unspokenWords } from '../../../../renderer/desk/scribe/unspoken-words.ts'
import { firstItem, guest, memberA, memberB } from '../../../fixtures/small-meeting.ts'
import { asks, first, fourth, next, START, second, talked, third } from './talked-meeting.ts'

const pointsOfOrder = [{ name: '跑题', rank: 1 }]

describe('the speeches of an item as they are recorded', () => {
  test('last as long as they were live, pauses left out', () => {
    const meeting = talked(
      {},
      [0, asks(memberA)],
      [10, next],
      [40, { type: 'pauseSpeech', data: {} }],
      [100, { type: 'resumeSpeech', data: {} }],
      [106, { type: 'endSpeech', data: { speechId: first } }],
    )
    expect(recordLines(meeting, firstItem).at(-1)).toMatchObject({ at: START + 10_000, kind: 'speech', seconds: 36 })
  })

  test('show a question over the speech that it interrupts, each with its own state', () => {
    const meeting = talked(
      { questions: true },
      [0, asks(memberA)],
      [10, next],
      [12, asks(memberB, second, { kind: 'question', stance: null })],
      [13, next],
    )
    expect(recordLines(meeting, firstItem).slice(-2)).toMatchObject([
      { kind: 'speaking', state: 'interrupted', speech: { speechId: first, kind: 'ordinary' } },
      { kind: 'speaking', state: 'live', speech: { speechId: second, kind: 'question', stance: null } },
    ])
    expect(recordCounts(meeting).speeches).toBe(2)
    const after = talked(
      { questions: true },
      [0, asks(memberA)],
      [10, next],
      [12, asks(memberB, second, { kind: 'question', stance: null })],
      [13, next],
      [15, { type: 'endSpeech', data: { speechId: second } }],
    )
    expect(recordLines(after, firstItem)).toContainEqual(expect.objectContaining({ kind: 'speaking', state: 'paused' }))
  })

  test('carry the category of a point of order, the 要点 and a written answer', () => {
    const meeting = talked(
      { pointsOfOrder },
      [0, asks(memberA, first, { kind: 'pointOfOrder', stance: null, category: '跑题' })],
      [1, next],
      [2, { type: 'noteSpeech', data: { speechId: first, text: '说远了' } }],
      [3, { type: 'callDepartment', data: { speechId: second, seatId: guest } }],
      [9, { type: 'attachWrittenAnswer', data: { speechId: second, text: '三月完工' } }],
    )
    expect(recordLines(meeting, firstItem).slice(-2)).toMatchObject([
      { kind: 'speech', speech: { category: pointsOfOrder[0], note: '说远了', writtenAnswer: null } },
      { kind: 'speaking', speech: { kind: 'departmentAnswer', seatId: guest, writtenAnswer: '三月完工' } },
    ])
  })

  test('leave a quiet line for whoever asked and did not speak, one for all of the same moment', () => {
    const meeting = talked(
      {},
      [0, asks(memberA)],
      [5, { type: 'withdrawRequest', data: { speechId: first } }],
      [6, asks(memberA, fourth)],
      [6, { type: 'withdrawRequest', data: { speechId: fourth } }],
      [6, asks(memberB, second)],
      [7, asks(guest, third)],
      [8, { type: 'finishItem', data: { itemId: firstItem } }],
    )
    const quiet = recordLines(meeting, firstItem).flatMap((line) => (line.kind === 'unspoken' ? [line] : []))
    expect(quiet.map(({ at, who, why }) => [at - START, why, who.map(({ seatId }) => seatId)])).toEqual([
      [5_000, 'withdrawn', [memberA]],
      [6_000, 'withdrawn', [memberA]],
      [8_000, 'itemFinished', [memberB, guest]],
    ])
  })
})

test('whoever did not speak is told with the reason, and with what it would have been', () => {
  expect(unspokenWords('withdrawn', [{ name: '赵委员', kind: 'ordinary' }])).toBe('撤回了举手：赵委员')
  expect(
    unspokenWords('dropped', [
      { name: '赵委员', kind: 'question' },
      { name: '一位居民', kind: 'ordinary' },
    ]),
  ).toBe('没来得及问：赵委员（插问）、一位居民')
})
