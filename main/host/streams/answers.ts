import type { Rejection } from '../../../shared/protocol/rejections.ts'

/** What became of a command: the batch it is in, or why it was refused. */
export type Outcome =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly rejection: Rejection }

type Answer = { readonly hash: string; readonly outcome: Promise<Outcome> }

/** Refusals remembered for resends; the oldest give way, and are then simply decided afresh. */
const MAX_REMEMBERED_REFUSALS = 5_000

/**
 * Exactly once: the answer to every command of a stream, by who sent it and its id. Accepted ones are kept for the
 * life of the stream and rebuilt from its events, refused ones only for a while and in memory.
 */
export class Answers {
  readonly #accepted = new Map<string, Answer>()
  readonly #refused = new Map<string, Answer>()
  /** What a snapshot keeps: who/id, payload hash, batch. */
  readonly #durable = new Map<string, readonly [hash: string, seq: number]>()

  /** The first answer to this command, or null if it is new; the same id with another payload is refused. */
  find(by: string, id: string, hash: string): Promise<Outcome> | null {
    const key = `${by}/${id}`
    const durable = this.#durable.get(key)
    if (durable !== undefined) return Promise.resolve(sameOr(durable[0], hash, { ok: true, seq: durable[1] }))
    const known = this.#accepted.get(key) ?? this.#refused.get(key)
    if (known === undefined) return null
    return known.hash === hash ? known.outcome : Promise.resolve(reused)
  }

  /** A command whose events are on their way to the disk. */
  accepted(by: string, id: string, hash: string, outcome: Promise<Outcome>): void {
    this.#accepted.set(`${by}/${id}`, { hash, outcome })
  }

  refused(by: string, id: string, hash: string, rejection: Rejection): void {
    this.#refused.set(`${by}/${id}`, { hash, outcome: Promise.resolve({ ok: false, rejection }) })
    if (this.#refused.size <= MAX_REMEMBERED_REFUSALS) return
    const oldest = this.#refused.keys().next().value
    if (oldest !== undefined) this.#refused.delete(oldest)
  }

  /** A command whose events are on the disk, in batch `seq`. */
  durable(by: string, id: string, hash: string, seq: number): void {
    const key = `${by}/${id}`
    this.#durable.set(key, [hash, seq])
    this.#accepted.delete(key)
  }

  entries(): readonly (readonly [key: string, answer: readonly [hash: string, seq: number]])[] {
    return [...this.#durable]
  }

  restore(entries: Iterable<readonly [string, readonly [string, number]]>): void {
    for (const [key, answer] of entries) this.#durable.set(key, answer)
  }
}

const reused: Outcome = { ok: false, rejection: { code: 'commandIdReused' } }

const sameOr = (known: string, hash: string, outcome: Outcome): Outcome => (known === hash ? outcome : reused)
