type Waiting<T> = {
  readonly change: (data: T) => T
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs changes in order on the latest durable value; those that wait during a write share the next one. A failed write
 * takes its changes with it and leaves the value as it was for those behind.
 */
export class UpdateQueue<T> {
  readonly #write: (data: T) => Promise<void>
  #data: T
  #waiting: Waiting<T>[] = []
  #writing = false

  constructor(data: T, write: (data: T) => Promise<void>) {
    this.#data = data
    this.#write = write
  }

  get data(): T {
    return this.#data
  }

  update(change: (data: T) => T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject })
      if (!this.#writing) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#writing = true
    while (this.#waiting.length > 0) await this.#writeWaiting(this.#waiting.splice(0))
    this.#writing = false
  }

  async #writeWaiting(group: readonly Waiting<T>[]): Promise<void> {
    let data = this.#data
    const applied: Waiting<T>[] = []
    for (const waiting of group) {
      try {
        data = waiting.change(data)
        applied.push(waiting)
      } catch (error) {
        waiting.reject(error)
      }
    }
    if (applied.length === 0) return
    try {
      await this.#write(data)
      this.#data = data
      for (const waiting of applied) waiting.resolve()
    } catch (error) {
      for (const waiting of applied) waiting.reject(error)
    }
  }
}
