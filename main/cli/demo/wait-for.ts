const POLL_MS = 2
/** A step of the demo that takes longer has failed. */
const PATIENCE_MS = 60_000

/** Waits until `probe` finds something; rejects, naming what was waited for, when it never does. */
export async function waitFor<T>(
  what: string,
  probe: () => T | null | undefined | false,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = probe()
    if (found !== null && found !== undefined && found !== false) return found
    if (Date.now() > deadline) throw new Error(`一直没有等到：${what}`)
    await new Promise((later) => setTimeout(later, POLL_MS))
  }
}
