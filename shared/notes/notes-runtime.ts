import type { RandomBytes } from '../core/ids.ts'
import type { NotesPass } from '../protocol/host-frames.ts'

export type NotesSocketHandlers = {
  readonly onOpen: () => void
  readonly onText: (text: string) => void
  readonly onBytes: (bytes: Uint8Array) => void
  /** Called once, with the close code; also when the connection could not be made. */
  readonly onClose: (code: number) => void
}

/** What is sent on a connection that is not open is lost. */
export type NotesClientSocket = { send(frame: string | Uint8Array): void; close(): void }

/** Where a page keeps what the host does not have yet, over a reload. Neither of the two may throw. */
export type NotesKeep = {
  load(): Uint8Array | null
  /** Null forgets. */
  save(bytes: Uint8Array | null): void
}

/** What a notes client needs of its runtime: a browser, Node or a test. */
export type NotesRuntime = {
  /** Asks the host for a pass, however long that takes; null when it gives none. May reject. */
  readonly askPass: () => Promise<NotesPass | null>
  /** Opens a connection to the notes' path; the handlers are called later, never from within. */
  readonly openSocket: (handlers: NotesSocketHandlers) => NotesClientSocket
  /** This device's clock, ms since 1970. */
  readonly now: () => number
  readonly random: RandomBytes
  /** Runs `act` once after `ms`; the function returned takes it back. */
  readonly after: (ms: number, act: () => void) => () => void
  readonly keep: NotesKeep
}
