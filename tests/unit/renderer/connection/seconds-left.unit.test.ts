import { expect, it } from 'vitest'
import { secondsLeft } from '../../../../renderer/connection/seconds-left.ts'

const BEGAN = 1_000_000
const speech = { usedMs: 0, runningSince: BEGAN, limitSeconds: 120 }
const after = (ms: number) => secondsLeft(speech, BEGAN + ms)

it('a speech has its whole limit in its first second, nothing when the time is up, and less after that', () => {
  expect([0, 999, 1_000, 119_999, 120_000, 121_000].map(after)).toEqual([120, 120, 119, 1, 0, -1])
})

it('a device that thinks the host’s clock is behind never shows more than the limit', () => {
  expect(after(-3_000)).toBe(120)
})

it('a paused speech stands still, and goes on with what was left', () => {
  const paused = { usedMs: 30_000, runningSince: null, limitSeconds: 120 }
  expect([0, 600_000].map((ms) => secondsLeft(paused, BEGAN + ms))).toEqual([90, 90])
  const resumed = { ...paused, runningSince: BEGAN + 600_000 }
  expect([600_000, 601_000, 690_000].map((ms) => secondsLeft(resumed, BEGAN + ms))).toEqual([90, 89, 0])
})

it('time given on top is added to what is left', () => {
  expect(secondsLeft({ ...speech, limitSeconds: 150 }, BEGAN + 121_000)).toBe(29)
})
