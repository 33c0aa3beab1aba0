import { clockText } from './clock-text.ts'

/**
 * What a group has left, or is over by, in whole seconds as every surface says it: what has begun counts, so that `还剩 0:01` is
 * followed by `0:00`, and the first moment over is `0:01`.
 */
export function groupTimeText(leftMs: number): { readonly over: boolean; readonly text: string } {
  const over = leftMs < 0
  return { over, text: clockText(Math.ceil(Math.abs(leftMs) / 1000)) }
}
