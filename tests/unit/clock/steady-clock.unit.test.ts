import { expect, it } from 'vitest'
import { steadyClock } from '../../../main/host/steady-clock.ts'

it('a machine whose clock is set back goes on from where it was, and never back', () => {
  let wall = 10_000
  const now = steadyClock(() => wall)
  expect(now()).toBe(10_000)
  wall = 12_000
  expect(now()).toBe(12_000)
  wall = 2_000
  expect(now()).toBe(12_000)
  wall = 2_500
  expect(now()).toBe(12_500)
  wall = 1_000
  expect(now()).toBe(12_500)
  wall = 1_001
  expect(now()).toBe(12_501)
})

it('a clock that is set forward is believed: the machine may have slept', () => {
  let wall = 10_000
  const now = steadyClock(() => wall)
  now()
  wall = 5_000_000
  expect(now()).toBe(5_000_000)
})
