import { expect, it } from 'vitest'
import { secondsLeft } from '../../../../renderer/connection/seconds-left.ts'

const speech = { startedAt: 1_000_000, limitSeconds: 120 }
const after = (ms: number) => secondsLeft(speech, speech.startedAt + ms)

it('a speech has its whole limit in its first second, nothing when the time is up, and less after that', () => {
  expect([0, 999, 1_000, 119_999, 120_000, 121_000].map(after)).toEqual([120, 120, 119, 1, 0, -1])
})

it('a device that thinks the host’s clock is behind never shows more than the limit', () => {
  expect(after(-3_000)).toBe(120)
})
