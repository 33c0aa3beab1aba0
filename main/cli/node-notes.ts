import { WebSocket } from 'ws'
import { NOTES_PATH } from '../../shared/notes/limits.ts'
import type { NotesRuntime } from '../../shared/notes/notes-runtime.ts'
import { nodeRuntime } from './node-runtime.ts'

/** Runs a notes client under Node, against a host on this machine's loopback address; it keeps nothing over its end. */
export function nodeNotes(port: number, askPass: NotesRuntime['askPass']): NotesRuntime {
  const { after, now, random } = nodeRuntime(port)
  return {
    askPass,
    now,
    random,
    after,
    keep: { load: () => null, save: () => undefined },
    openSocket: ({ onBytes, onClose, onOpen, onText }) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${NOTES_PATH}`, { perMessageDeflate: false })
      socket.on('open', onOpen)
      socket.on('message', (data, isBinary) => {
        if (!isBinary) onText(data.toString())
        // ws hands over one buffer per message unless told otherwise.
        else if (data instanceof Uint8Array) onBytes(data)
      })
      socket.on('close', onClose)
      // A failed connection also closes; the close is what counts.
      socket.on('error', () => undefined)
      return {
        send: (frame) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(frame)
        },
        close: () => socket.close(),
      }
    },
  }
}
