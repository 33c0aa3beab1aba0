import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import type { Runtime } from '../../shared/client/transport.ts'
import type { RandomBytes } from '../../shared/core/ids.ts'
import { LIVE_PATH } from '../../shared/protocol/version.ts'

/** The code a socket reports when it closed without one (RFC 6455 §7.1.5). */
const NO_CLOSE_FRAME = 1006

/** Runs a hall client under Node, against a host on this machine's loopback address. */
export function nodeRuntime(
  port: number,
  random: RandomBytes = (length) => new Uint8Array(randomBytes(length)),
): Runtime {
  return {
    openSocket: ({ onClose, onOpen, onText }) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${LIVE_PATH}`, { perMessageDeflate: false })
      socket.on('open', onOpen)
      socket.on('message', (data) => onText(data.toString()))
      socket.on('close', (code) => onClose(code ?? NO_CLOSE_FRAME))
      // A failed connection also closes; the close is what counts.
      socket.on('error', () => undefined)
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text)
        },
        close: () => socket.close(),
      }
    },
    now: Date.now,
    random,
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  }
}
