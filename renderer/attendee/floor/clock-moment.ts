/** How far a speech is: `nearly` from `warnSeconds` before its end on; `paused` whatever is left. */
export type ClockMoment = 'paused' | 'before' | 'nearly' | 'up'

export function clockMoment(
  { runningSince }: { readonly runningSince: number | null },
  left: number,
  warnSeconds: number,
): ClockMoment {
  if (runningSince === null) return 'paused'
  if (left <= 0) return 'up'
  return left <= warnSeconds ? 'nearly' : 'before'
}
