import type { CommandId } from '../core/ids.ts'
import type { HostFrame } from '../protocol/host-frames.ts'

type Reply = Extract<HostFrame, { t: 'notesPass' | 'paper' | 'rejected' }>

/** Questions that are worth nothing later: the connection that carries them answers them, or nobody does. */
export class Requests {
  readonly #waiting = new Map<CommandId, (reply: Reply | null) => void>()

  /** Resolves with the reply, or with null when the connection broke before it came. */
  add(id: CommandId): Promise<Reply | null> {
    return new Promise((answer) => this.#waiting.set(id, answer))
  }

  /** Whether the reply was to one of these. */
  settle(reply: Reply): boolean {
    const answer = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    answer?.(reply)
    return answer !== undefined
  }

  giveUp(): void {
    for (const answer of this.#waiting.values()) answer(null)
    this.#waiting.clear()
  }
}
