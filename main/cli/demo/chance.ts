import type { RandomBytes } from '../../../shared/core/ids.ts'

/** All chance in the demo comes from one seed: the same seed plays the same meeting. */
export type Chance = {
  /** A number in [0, 1). */
  readonly next: () => number
  readonly bytes: RandomBytes
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
  readonly between: (min: number, max: number) => number
}

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    between,
    bytes: (length) => Uint8Array.from({ length }, () => between(0, 255)),
    shuffled: (list) => {
      const left = [...list]
      return list.flatMap(() => left.splice(between(0, left.length - 1), 1))
    },
  }
}
