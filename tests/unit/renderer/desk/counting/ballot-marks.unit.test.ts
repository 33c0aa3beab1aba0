import { describe, expect, test } from 'vitest'
import {
  areBallots,
  ballotOf,
  ballotWords,
  emptyBallot,
  withMark,
} from '../../../../../renderer/desk/counting/ballot-marks.ts'
import { motion, rating, twoOfThree } from './open-vote.ts'

describe('a ballot that the desk ticks for somebody', () => {
  test('is finished when every row is ticked', () => {
    const half = withMark(emptyBallot(rating), 0, 'satisfied')
    expect(ballotOf(rating, half)).toBeNull()
    expect(ballotWords(rating, half)).toBe('还差 1 项')
    expect(ballotOf(rating, withMark(half, 1, 'unknown'))).toBe('satisfied,unknown')
    expect(ballotWords(motion, emptyBallot(motion))).toBe('还没选')
  })

  test('picks as many as the question says', () => {
    const one = withMark(emptyBallot(twoOfThree), 1, 'chosen')
    expect(ballotOf(twoOfThree, one)).toBeNull()
    expect(ballotWords(twoOfThree, one)).toBe('选了 1 项，要正好选 2 项')
    expect(ballotOf(twoOfThree, withMark(one, 2, 'chosen'))).toBe('not,chosen,chosen')
  })

  test('is taken back from the device only where it fits the question', () => {
    expect(areBallots(rating, { a: ['satisfied', null] })).toBe(true)
    expect(areBallots(rating, { a: ['satisfied'] })).toBe(false)
    // As an earlier version kept it.
    expect(areBallots(motion, { a: 'for' })).toBe(false)
  })
})
