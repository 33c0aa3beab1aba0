import type { RandomBytes } from '../core/ids.ts'

/** First wait before a new connection; it doubles up to the longest. */
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 5_000

/** How long to wait before the next attempt, ms: spread out, so that a room full of phones does not come back at once. */
export function retryDelay(attempt: number, random: RandomBytes): number {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt)
  const share = (random(1)[0] ?? 0) / 256
  return longest * (0.5 + share / 2)
}
