import type { RandomBytes } from '../core/ids.ts'
import type { Memory } from './memory.ts'

export type SocketHandlers = {
  readonly onOpen: () => void
  readonly onText: (text: string) => void
  /** Called once, with the close code; also when the connection could not be made. */
  readonly onClose: (code: number) => void
}

export type ClientSocket = { send(text: string): void; close(): void }

/** What a client needs of its runtime: a browser, Node or a test. */
export type Runtime = {
  /** Opens a connection to the host's live path; the handlers are called later, never from within. */
  readonly openSocket: (handlers: SocketHandlers) => ClientSocket
  /** This device's clock, ms since 1970; the host's may differ. */
  readonly now: () => number
  readonly random: RandomBytes
  /** Runs `act` once after `ms`; the function returned takes it back. */
  readonly after: (ms: number, act: () => void) => () => void
  /** Where a client keeps what must outlive its page; without one a reload forgets. */
  readonly memory?: Memory
}
