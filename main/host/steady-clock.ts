/**
 * A clock (ms since 1970) that never runs backwards: when the machine's is set back, this one goes on from where it was. What was
 * recorded then stays before what is recorded now, and nobody's speaking time grows or shrinks.
 */
export function steadyClock(now: () => number): () => number {
  let ahead = 0
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const read = now()
    if (read + ahead < last) ahead = last - read
    last = read + ahead
    return last
  }
}
