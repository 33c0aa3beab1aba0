import type { ClientFrame } from '../protocol/client-frames.ts'
import { type CloseReason, closeReasonOf } from '../protocol/close-codes.ts'
import { retryDelay } from './retry-delay.ts'
import type { ClientSocket, Runtime } from './transport.ts'

/** An echo is asked for so often, also to notice a host that is silently gone. */
const PING_EVERY_MS = 10_000
const SILENCE_MS = 25_000
/** What a connection that broke without a word counts as (RFC 6455 §7.1.5). */
const ABNORMAL_CLOSE = 1006

export type LineHandlers = {
  readonly onUp: () => void
  readonly onText: (text: string) => void
  /** The line is down and will be tried again, unless it is ended from within; the host's reason, if it gave one. */
  readonly onDown: (reason: CloseReason | null) => void
}

/** The line to the host: comes back by itself, spread out over time, and notices when the other end is silent. */
export class Line {
  readonly #runtime: Runtime
  readonly #handlers: LineHandlers
  #socket: ClientSocket | null = null
  #connection = 0
  #attempt = 0
  #heardAt = 0
  #stopTimer: () => void = () => undefined

  constructor(runtime: Runtime, handlers: LineHandlers) {
    this.#runtime = runtime
    this.#handlers = handlers
    this.#connect()
  }

  /** Sends now, or not at all. */
  send(text: string): void {
    this.#socket?.send(text)
  }

  ping(): void {
    this.send(JSON.stringify({ t: 'ping', sent: this.#runtime.now() } satisfies ClientFrame))
  }

  /** The host has let us in: the next break is a first one. */
  settled(): void {
    this.#attempt = 0
  }

  /** Hangs up for good. */
  end(): void {
    this.#connection += 1
    this.#stopTimer()
    this.#socket?.close()
    this.#socket = null
  }

  #connect(): void {
    this.#connection += 1
    const mine = this.#connection
    /** A connection that was given up may still report: nobody listens to it any more. */
    const current = (act: () => void) => mine === this.#connection && act()
    this.#socket = this.#runtime.openSocket({
      onOpen: () => current(() => this.#onOpen()),
      onText: (text) => current(() => this.#onText(text)),
      onClose: (code) => current(() => this.#onClose(code)),
    })
  }

  #onOpen(): void {
    this.#heardAt = this.#runtime.now()
    this.#keepAlive()
    this.#handlers.onUp()
  }

  #onText(text: string): void {
    this.#heardAt = this.#runtime.now()
    this.#handlers.onText(text)
  }

  #onClose(code: number): void {
    this.#socket = null
    this.#stopTimer()
    this.#stopTimer = this.#runtime.after(retryDelay(this.#attempt, this.#runtime.random), () => this.#connect())
    this.#attempt += 1
    this.#handlers.onDown(closeReasonOf(code))
  }

  #keepAlive(): void {
    this.#stopTimer = this.#runtime.after(PING_EVERY_MS, () => {
      if (this.#runtime.now() - this.#heardAt > SILENCE_MS) return this.#giveUp()
      this.ping()
      this.#keepAlive()
    })
  }

  /** A half-open line can take minutes to report its end; the person is told now. */
  #giveUp(): void {
    this.#socket?.close()
    this.#connection += 1
    this.#onClose(ABNORMAL_CLOSE)
  }
}
