import { type Batch, encodeBatch } from './batch-line.ts'

/** Appends that wait together go into one batch up to this size in bytes; a single larger append goes alone. */
export const MAX_BATCH_BYTES = 1024 * 1024

/** A write or a sync failed (`cause`). Nothing is accepted any more and nothing is tried again. */
export class JournalFailed extends Error {
  override readonly name = 'JournalFailed'
}

export class JournalClosed extends Error {
  override readonly name = 'JournalClosed'
}

type Waiting<E> = {
  readonly events: readonly E[]
  /** Their JSON without the brackets of the array: encoded when handed in, written as it is. */
  readonly text: string
  readonly bytes: number
  readonly resolve: (batch: Batch<E>) => void
  readonly reject: (error: Error) => void
}

/** The file as this needs it: both reject when the disk fails. */
export type CommitLog = {
  append(line: Uint8Array): Promise<void>
  sync(): Promise<void>
}

/** Where the chain stands on disk. */
export type ChainEnd = { readonly seq: number; readonly at: number; readonly hash: string }

export type CommitOptions<E> = {
  readonly version: number
  readonly now: () => number
  /** `bytes`: the length of the line on disk, newline included. */
  readonly onDurable: (batch: Batch<E>, bytes: number) => void
  readonly onFailure: (failure: JournalFailed) => void
}

/** Writes batches one after the other; what is handed in during a write and its sync shares the next one. */
export class GroupCommit<E> {
  readonly #log: CommitLog
  readonly #options: CommitOptions<E>
  #end: ChainEnd
  #queue: Waiting<E>[] = []
  #writing: Promise<void> | null = null
  #failure: JournalFailed | null = null
  #closed = false

  constructor(log: CommitLog, end: ChainEnd, options: CommitOptions<E>) {
    this.#log = log
    this.#end = end
    this.#options = options
  }

  get end(): ChainEnd {
    return this.#end
  }

  append(events: readonly E[]): Promise<Batch<E>> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) throw this.#failure
      if (this.#closed) throw new JournalClosed('the journal is closed')
      if (events.length === 0) throw new RangeError('an append carries at least one event')
      const text = JSON.stringify(events).slice(1, -1)
      this.#queue.push({ events, text, bytes: Buffer.byteLength(text), resolve, reject })
      this.#writing ??= this.#writeQueue()
    })
  }

  /** Takes nothing more and waits for what was accepted. Never rejects: the appends themselves say what failed. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#writing
  }

  async #writeQueue(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#takeGroup()
      try {
        const batch = await this.#write(group)
        for (const waiting of group) waiting.resolve(batch)
      } catch (error) {
        this.#fail(error, group)
      }
    }
    this.#writing = null
  }

  #takeGroup(): readonly Waiting<E>[] {
    let bytes = 0
    const over = this.#queue.findIndex((waiting, index) => {
      bytes += waiting.bytes + 1
      return index > 0 && bytes > MAX_BATCH_BYTES
    })
    return this.#queue.splice(0, over === -1 ? this.#queue.length : over)
  }

  async #write(group: readonly Waiting<E>[]): Promise<Batch<E>> {
    const { version, now, onDurable } = this.#options
    const seq = this.#end.seq + 1
    const at = Math.max(this.#end.at, Math.trunc(now()))
    const text = group.map((waiting) => waiting.text).join(',')
    const { line, hash } = encodeBatch({ seq, at, version, prev: this.#end.hash }, text)
    await this.#log.append(line)
    await this.#log.sync()
    this.#end = { seq, at, hash }
    const batch = { seq, at, events: group.flatMap((waiting) => waiting.events), hash }
    onDurable(batch, line.length)
    return batch
  }

  #fail(cause: unknown, group: readonly Waiting<E>[]): void {
    const failure = new JournalFailed('the journal could not be written', { cause })
    this.#failure = failure
    const pending = [...group, ...this.#queue]
    this.#queue = []
    for (const waiting of pending) waiting.reject(failure)
    this.#options.onFailure(failure)
  }
}
