import { setImmediate as turn } from 'node:timers/promises'

/** Most event-loop turns or microtasks between two steps of an operation. */
const MAX_TURNS = 3

/** Every operation of a disk whose power was cut, or whose process was killed, ends with this. */
export class PowerCut extends Error {}

export type FailingOperation = 'append' | 'sync' | 'syncFile' | 'syncDir' | 'write' | 'rename'

/** What makes a simulated disk unreliable in time: waiting, dying in the middle, and failing on demand. */
export class SimulatedMachine {
  readonly #random: () => number
  readonly #onStep: (step: number) => void
  readonly #failures = new Map<FailingOperation, Error[]>()
  #steps = 0
  #running = true

  constructor(random: () => number, onStep: (step: number) => void) {
    this.#random = random
    this.#onStep = onStep
  }

  stop(): void {
    this.#running = false
  }

  /** Lets others run for a while; the power may be cut here. */
  async step(): Promise<void> {
    this.#check()
    for (let turns = Math.floor(this.#random() * (MAX_TURNS + 1)); turns > 0; turns--) {
      if (this.#random() < 0.5) await null
      else await turn()
    }
    this.#check()
    this.#steps++
    this.#onStep(this.#steps)
    this.#check()
  }

  /** One operation that happens at a single moment, with waiting before and after it. */
  async once<T>(happens: () => T): Promise<T> {
    await this.step()
    const result = happens()
    await this.step()
    return result
  }

  failNext(operation: FailingOperation, error: Error): void {
    this.#failures.set(operation, [...(this.#failures.get(operation) ?? []), error])
  }

  /** The error this operation has to end with, or null. */
  failure(operation: FailingOperation): Error | null {
    return this.#failures.get(operation)?.shift() ?? null
  }

  #check(): void {
    if (!this.#running) throw new PowerCut('the power was cut')
  }
}
