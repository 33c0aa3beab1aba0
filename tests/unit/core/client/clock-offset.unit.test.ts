import { describe, expect, it } from 'vitest'
import { ClockOffset } from '../../../../shared/client/clock-offset.ts'

/** An echo on a line whose ways take `there` and `back` ms, to a host whose clock is `ahead`. */
const echo = (clock: ClockOffset, ahead: number, there: number, back: number, sent = 10_000) =>
  clock.add(sent, sent + there + ahead, sent + there + back)

describe('how far the host’s clock is ahead', () => {
  it('is nothing before the first echo', () => {
    expect(new ClockOffset().get()).toBe(0)
  })

  it('is exact when both ways take the same time', () => {
    const clock = new ClockOffset()
    echo(clock, 90_000, 40, 40)
    expect(clock.get()).toBe(90_000)
  })

  it('is what was hinted until the first echo, however slow that is', () => {
    const clock = new ClockOffset()
    clock.hint(100_000, 10_000)
    expect(clock.get()).toBe(90_000)
    echo(clock, 80_000, 5_000, 5_000)
    clock.hint(100_000, 10_000)
    expect(clock.get()).toBe(80_000)
  })

  it('may be behind', () => {
    const clock = new ClockOffset()
    echo(clock, -90_000, 40, 40)
    expect(clock.get()).toBe(-90_000)
  })

  it('is what the shortest round trip says, whenever it came', () => {
    const clock = new ClockOffset()
    echo(clock, 500, 300, 10)
    echo(clock, 500, 5, 5)
    echo(clock, 500, 10, 900)
    expect(clock.get()).toBe(500)
  })

  it('is wrong by half the shortest round trip at most', () => {
    for (const [there, back] of [
      [0, 80],
      [80, 0],
      [13, 67],
    ] as const) {
      const clock = new ClockOffset()
      echo(clock, 500, 200, 700)
      echo(clock, 500, there, back)
      expect(Math.abs(clock.get() - 500)).toBeLessThanOrEqual((there + back) / 2)
    }
  })

  it('of two round trips of the same length believes the later', () => {
    const clock = new ClockOffset()
    echo(clock, 500, 10, 10)
    echo(clock, 700, 10, 10)
    expect(clock.get()).toBe(700)
  })

  it('forgets a good echo after sixteen others: clocks drift', () => {
    const clock = new ClockOffset()
    echo(clock, 500, 1, 1)
    for (let more = 0; more < 15; more += 1) echo(clock, 540, 50, 50)
    expect(clock.get()).toBe(500)
    echo(clock, 540, 50, 50)
    expect(clock.get()).toBe(540)
  })

  it('forgets at once what cannot be true together with the newest echo: a clock was set', () => {
    const clock = new ClockOffset()
    for (let more = 0; more < 10; more += 1) echo(clock, 500, 1, 1)
    echo(clock, 3_600_500, 40, 40)
    expect(clock.get()).toBe(3_600_500)
  })

  it.each([
    ['an echo from the future', 10_000, 9_000],
    ['an echo without a time', Number.NaN, 9_000],
  ])('leaves out %s', (_name, sent, received) => {
    const clock = new ClockOffset()
    clock.add(sent, 99_999, received)
    expect(clock.get()).toBe(0)
  })
})
