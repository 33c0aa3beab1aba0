import type { CommandId } from '../core/ids.ts'
import type { Rejection } from '../protocol/rejections.ts'

/** The answer to a command: durably done in batch `seq`, or refused with a sentence for the person. */
export type Answer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly rejection: Rejection; readonly sentence: string }

type Waiting = {
  readonly text: string
  readonly answer: (answer: Answer) => void
  /** It has waited without a connection: whoever sent it may have gone on and hear the answer no more. */
  readonly late: boolean
}

/**
 * Commands without an answer yet. They are sent again, in order and under the same id, on every new connection: the
 * host does each once, however often it comes.
 */
export class Outbox {
  readonly #waiting = new Map<CommandId, Waiting>()

  add(id: CommandId, text: string, isLive: boolean): Promise<Answer> {
    return new Promise((answer) => this.#waiting.set(id, { text, answer, late: !isLive }))
  }

  /** Takes up again what an earlier life of the page left without an answer. */
  restore(kept: readonly (readonly [CommandId, string])[]): void {
    for (const [id, text] of kept) this.#waiting.set(id, { text, answer: () => undefined, late: true })
  }

  /** The connection is gone. */
  down(): void {
    for (const [id, waiting] of this.#waiting) this.#waiting.set(id, { ...waiting, late: true })
  }

  /** Gives the answer; the command's text if that comes late, null otherwise. */
  settle(id: CommandId, answer: Answer): string | null {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.answer(answer)
    return waiting?.late === true ? waiting.text : null
  }

  texts(): readonly string[] {
    return [...this.#waiting.values()].map((waiting) => waiting.text)
  }

  entries(): [CommandId, string][] {
    return [...this.#waiting].map(([id, { text }]) => [id, text])
  }

  get size(): number {
    return this.#waiting.size
  }
}
