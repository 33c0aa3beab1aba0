import { fromBase64, toBase64 } from 'lib0/buffer'
import type { NotesKeep } from '../../shared/notes/notes-runtime.ts'

/** A browser gives an origin some five million characters: the notes of one meeting must not take them all. */
const MAX_KEPT_CHARS = 2_000_000

/** Keeps what the host does not have yet in the browser's storage; a browser that forbids it forgets on a reload. */
export function keptInBrowser(meetingId: string): NotesKeep {
  const name = `yishiting.notes.${meetingId}`
  return {
    load: () => {
      try {
        const text = window.localStorage.getItem(name)
        return text === null ? null : fromBase64(text)
      } catch {
        return null
      }
    },
    save: (bytes) => {
      try {
        const text = bytes === null ? null : toBase64(bytes)
        if (text === null) window.localStorage.removeItem(name)
        else if (text.length <= MAX_KEPT_CHARS) window.localStorage.setItem(name, text)
      } catch {
        // Full or forbidden: the text stays on the open page, and its status says that it is not saved.
      }
    },
  }
}
