type After = (ms: number, act: () => void) => () => void

/** One timer of each kind: what is to happen soon is not put off by what comes meanwhile. */
export class Timers<Kind extends string> {
  readonly #after: After
  readonly #running = new Map<Kind, () => void>()

  constructor(after: After) {
    this.#after = after
  }

  start(kind: Kind, ms: number, act: () => void): void {
    if (this.#running.has(kind)) return
    const stop = this.#after(ms, () => {
      this.#running.delete(kind)
      act()
    })
    this.#running.set(kind, stop)
  }

  stop(kind: Kind): void {
    this.#running.get(kind)?.()
    this.#running.delete(kind)
  }

  stopAll(): void {
    for (const kind of [...this.#running.keys()]) this.stop(kind)
  }
}
