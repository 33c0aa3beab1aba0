/** Changes that come within this time are drawn together: a burst of a hundred frames is one drawing. */
const GATHER_MS = 16

export type Changes = {
  readonly subscribe: (redraw: () => void) => () => void
  /** Rises with every drawing that is due. */
  readonly count: () => number
}

/**
 * The changes of a client, for React. Told later and never from within a change: what a drawing itself sets off (a
 * command sent, an answer read) could otherwise draw again within the same drawing, without end.
 */
export function changesOf(client: { subscribe(listener: () => void): () => void }): Changes {
  const redraws = new Set<() => void>()
  let count = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  let unsubscribe: (() => void) | null = null
  const tell = () => {
    timer = null
    count += 1
    for (const redraw of redraws) redraw()
  }
  return {
    count: () => count,
    subscribe: (redraw) => {
      redraws.add(redraw)
      unsubscribe ??= client.subscribe(() => {
        if (timer === null) timer = setTimeout(tell, GATHER_MS)
      })
      return () => {
        redraws.delete(redraw)
        if (redraws.size > 0) return
        unsubscribe?.()
        unsubscribe = null
      }
    },
  }
}
