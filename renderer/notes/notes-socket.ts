import { NOTES_PATH } from '../../shared/notes/limits.ts'
import type { NotesRuntime } from '../../shared/notes/notes-runtime.ts'
import { keptInBrowser } from './kept-in-browser.ts'

/** Runs a notes client in a browser, against the host at `origin` (`ws://name:port`). */
export function browserNotes(origin: string, meetingId: string, askPass: NotesRuntime['askPass']): NotesRuntime {
  return {
    askPass,
    openSocket: ({ onBytes, onClose, onOpen, onText }) => {
      const socket = new WebSocket(`${origin}${NOTES_PATH}`)
      socket.binaryType = 'arraybuffer'
      socket.addEventListener('open', onOpen)
      socket.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) onBytes(new Uint8Array(data))
        else onText(String(data))
      })
      // A connection that failed also closes; the close is what counts.
      socket.addEventListener('close', ({ code }) => onClose(code))
      return {
        send: (frame) => {
          // The same bytes: what is sent was never in shared memory.
          if (socket.readyState === WebSocket.OPEN) socket.send(frame as string | Uint8Array<ArrayBuffer>)
        },
        close: () => socket.close(),
      }
    },
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    keep: keptInBrowser(meetingId),
  }
}
