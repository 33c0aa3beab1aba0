import { expect, it } from 'vitest'
import { clockMoment } from '../../../../renderer/ui/clock-moment.ts'

it('a clock warns from the second that the rules name, and tells the end', () => {
  expect([31, 30, 1, 0, -5].map((left) => clockMoment(left, 30))).toEqual(['before', 'nearly', 'nearly', 'up', 'up'])
})

it('a clock whose rules want no warning tells the end alone', () => {
  expect([1, 0].map((left) => clockMoment(left, 0))).toEqual(['before', 'up'])
})
