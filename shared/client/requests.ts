import type { CommandId } from '../core/ids.ts'
import type { HostFrame } from '../protocol/host-frames.ts'
import type { Runtime } from './transport.ts'

/** A host that is there has answered long before. */
const REPLY_WITHIN_MS = 20_000

type Reply = Extract<HostFrame, { t: 'notesPass' | 'paper' | 'contacts' | 'photo' | 'rejected' }>

/** Questions that are worth nothing later: the connection that carries them answers them, or nobody does. */
export class Requests {
  readonly #runtime: Pick<Runtime, 'after'>
  readonly #waiting = new Map<CommandId, (reply: Reply | null) => void>()

  constructor(runtime: Pick<Runtime, 'after'>) {
    this.#runtime = runtime
  }

  /** Resolves with the reply, or with null when the connection broke or the time was up before it came. */
  add(id: CommandId): Promise<Reply | null> {
    return new Promise((answer) => {
      const stop = this.#runtime.after(REPLY_WITHIN_MS, () => this.#settle(id, null))
      this.#waiting.set(id, (reply) => {
        stop()
        answer(reply)
      })
    })
  }

  /** Whether the reply was to one of these. */
  settle(reply: Reply): boolean {
    return this.#settle(reply.id, reply)
  }

  giveUp(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, null)
  }

  #settle(id: CommandId, reply: Reply | null): boolean {
    const answer = this.#waiting.get(id)
    this.#waiting.delete(id)
    answer?.(reply)
    return answer !== undefined
  }
}
