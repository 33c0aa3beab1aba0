/** How far a speech is: with `left` whole seconds of its time, `nearly` from `warnSeconds` before its end on. */
export type ClockMoment = 'before' | 'nearly' | 'up'

/** The same on every surface, and for the sound. */
export function clockMoment(left: number, warnSeconds: number): ClockMoment {
  if (left <= 0) return 'up'
  return left <= warnSeconds ? 'nearly' : 'before'
}
