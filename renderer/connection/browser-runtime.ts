import type { Memory } from '../../shared/client/memory.ts'
import type { Runtime } from '../../shared/client/transport.ts'
import type { RandomBytes } from '../../shared/core/ids.ts'
import { LIVE_PATH } from '../../shared/protocol/version.ts'

/** There on insecure pages too: a phone on plain http has no more than this. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** Runs a hall client in a browser, against the host at `origin` (`ws://name:port`). */
export function browserRuntime(origin: string, memory?: Memory): Runtime {
  return {
    openSocket: ({ onClose, onOpen, onText }) => {
      const socket = new WebSocket(`${origin}${LIVE_PATH}`)
      socket.addEventListener('open', onOpen)
      socket.addEventListener('message', ({ data }) => onText(String(data)))
      // A connection that failed also closes; the close is what counts.
      socket.addEventListener('close', ({ code }) => onClose(code))
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text)
        },
        close: () => socket.close(),
      }
    },
    now: Date.now,
    random: randomBytes,
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    ...(memory === undefined ? {} : { memory }),
  }
}
