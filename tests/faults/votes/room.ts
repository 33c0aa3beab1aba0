import type { LiveConnection, LiveHost } from '../../../main/host/live/live-host.ts'
import type { ClientSocket, Runtime, SocketHandlers } from '../../../shared/client/transport.ts'
import { seededBytes } from '../../fixtures/seeded-random.ts'

/** The code that a socket reports when it closed without a word (RFC 6455 §7.1.5). */
const NO_WORD = 1006
/** So much of the room's time passes in one turn of the event loop. */
const TURN_MS = 20
/** Most frames that a line carries each way in one turn. */
const MOST_AT_ONCE = 3

type Timer = { readonly due: number; readonly act: () => void }

/** A network and a clock that move only turn by turn; at its other end a host that may be gone at any moment. */
export class Room {
  readonly #random: () => number
  readonly #wires = new Set<Wire>()
  #host: LiveHost | null = null
  #timers: readonly Timer[] = []
  #now: number

  constructor(random: () => number, now: number) {
    this.#random = random
    this.#now = now
  }

  readonly now = (): number => this.#now

  /** A host is there: whoever tries to connect from now on reaches it. */
  reach(host: LiveHost): void {
    this.#host = host
  }

  /** The host is gone without a word. What it has sent on a line arrives, or is lost with the line. */
  cut(): void {
    this.#host = null
    for (const wire of this.#wires) wire.cut(this.#random() < 0.5)
  }

  runtime(seed: number, memory: Runtime['memory']): Runtime {
    return {
      now: this.now,
      random: seededBytes(seed),
      after: (ms, act) => {
        const timer = { due: this.#now + ms, act }
        this.#timers = [...this.#timers, timer]
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer)
        }
      },
      openSocket: (handlers) => {
        const wire = new Wire(handlers)
        this.#wires.add(wire)
        return wire
      },
      ...(memory === undefined ? {} : { memory }),
    }
  }

  /** Lets everybody, and the disk, go on for a turn. */
  async turn(): Promise<void> {
    this.#now += TURN_MS
    await new Promise((resolve) => setImmediate(resolve))
    for (const timer of this.#timers.filter(({ due }) => due <= this.#now)) {
      if (!this.#timers.includes(timer)) continue
      this.#timers = this.#timers.filter((other) => other !== timer)
      timer.act()
    }
    for (const wire of this.#wires) {
      wire.turn(this.#host, Math.floor(this.#random() * (MOST_AT_ONCE + 1)))
      if (wire.isOver) this.#wires.delete(wire)
    }
  }
}

/** One connection: frames arrive later, in order, or not at all. */
class Wire implements ClientSocket {
  readonly #handlers: SocketHandlers
  #toHost: string[] = []
  #toClient: string[] = []
  #connection: LiveConnection | null = null
  #isOpen = false
  /** The code with which it ends for the client once everything under way has arrived. */
  #ending: number | null = null
  isOver = false

  constructor(handlers: SocketHandlers) {
    this.#handlers = handlers
  }

  send(text: string): void {
    if (this.#isOpen && !this.isOver) this.#toHost.push(text)
  }

  close(): void {
    this.isOver = true
    this.#leave()
  }

  cut(arrives: boolean): void {
    if (!arrives) this.#toClient = []
    this.#toHost = []
    this.#ending = NO_WORD
    this.#leave()
  }

  turn(host: LiveHost | null, frames: number): void {
    if (!this.#isOpen && this.#ending === null) return this.#open(host)
    for (const text of this.#toHost.splice(0, frames)) this.#connection?.onText(text)
    for (const text of this.#toClient.splice(0, frames)) if (!this.isOver) this.#handlers.onText(text)
    if (this.#ending === null || this.#toClient.length > 0 || this.isOver) return
    this.isOver = true
    this.#handlers.onClose(this.#ending)
  }

  #open(host: LiveHost | null): void {
    if (host === null) {
      this.#ending = NO_WORD
      return
    }
    this.#connection = host.connect({
      address: '10.0.0.1',
      isLoopback: false,
      send: (text) => void (this.#connection !== null && this.#ending === null && this.#toClient.push(text.toString())),
      bufferedBytes: () => 0,
      close: (code) => {
        this.#ending ??= code
      },
    })
    this.#isOpen = true
    this.#handlers.onOpen()
  }

  #leave(): void {
    const connection = this.#connection
    this.#connection = null
    connection?.onGone()
  }
}
