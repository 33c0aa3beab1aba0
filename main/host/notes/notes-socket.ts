import type { LiveSocket } from '../live/socket.ts'

/** A connection that carries bytes as well as texts: over a WebSocket, or made by a test. */
export type NotesSocket = LiveSocket & { sendBytes(bytes: Uint8Array): void }

/** What whoever carries the frames calls. */
export type NotesLine = {
  readonly onText: (text: string) => void
  readonly onBytes: (bytes: Uint8Array) => void
  readonly onGone: () => void
}
