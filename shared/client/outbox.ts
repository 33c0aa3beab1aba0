import type { CommandId } from '../core/ids.ts'
import type { Rejection } from '../protocol/rejections.ts'

/** The answer to a command: durably done in batch `seq`, or refused with a sentence for the person. */
export type Answer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly rejection: Rejection; readonly sentence: string }

type Waiting = { readonly text: string; readonly answer: (answer: Answer) => void }

/**
 * Commands without an answer yet. They are sent again, in order and under the same id, on every new connection: the
 * host does each once, however often it comes.
 */
export class Outbox {
  readonly #waiting = new Map<CommandId, Waiting>()

  add(id: CommandId, text: string): Promise<Answer> {
    return new Promise((answer) => this.#waiting.set(id, { text, answer }))
  }

  /** Takes up again what an earlier life of the page left without an answer; `late` hears how it ended. */
  restore(kept: readonly (readonly [CommandId, string])[], late: (answer: Answer) => void): void {
    for (const [id, text] of kept) this.#waiting.set(id, { text, answer: late })
  }

  settle(id: CommandId, answer: Answer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.answer(answer)
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
