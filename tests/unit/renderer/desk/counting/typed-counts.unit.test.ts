import { describe, expect, test } from 'vitest'
import {
  blanksIn,
  countsIn,
  digitsOf,
  nothingTyped,
  numberIn,
  stepped,
  withCount,
} from '../../../../../renderer/desk/counting/typed-counts.ts'
import { motion, twoOfThree } from './open-vote.ts'

describe('a field with a number', () => {
  test('takes digits alone, also those of a Chinese keyboard', () => {
    expect(digitsOf('１２票')).toBe('12')
    expect(digitsOf('-3')).toBe('3')
    expect(digitsOf('1234567')).toBe('12345')
    expect(numberIn('')).toBeNull()
    expect(numberIn('007')).toBe(7)
  })

  test('steps up from nothing, and never below it', () => {
    expect(stepped('', 1)).toBe('1')
    expect(stepped('9', 1)).toBe('10')
    expect(stepped('0', -1)).toBe('0')
    expect(stepped('99999', 1)).toBe('99999')
  })

  test('is there for what is counted: of 多选 only what was picked', () => {
    expect(nothingTyped(motion)).toEqual([{ for: '', against: '', abstain: '' }])
    expect(nothingTyped(twoOfThree)).toEqual([{ chosen: '' }, { chosen: '' }, { chosen: '' }])
    const typed = withCount(nothingTyped(twoOfThree), 1, 'chosen', '4')
    expect(blanksIn(typed)).toBe(2)
    expect(countsIn(typed)).toEqual([{ chosen: 0 }, { chosen: 4 }, { chosen: 0 }])
  })
})
