/** One connection as the sessions use it: over a WebSocket, or made by a test. */
export type LiveSocket = {
  /** The other end's IP address. */
  readonly address: string
  /** Whether the other end is this very machine. */
  readonly isLoopback: boolean
  send(text: string | Buffer): void
  /** Bytes accepted by `send` and not yet taken by the network. */
  bufferedBytes(): number
  close(code: number, reason: string): void
}
