import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { SIGNAL_PATH } from '../../shared/notes/limits.ts'
import { NotesClient, type NotesStatus } from '../../shared/notes/notes-client.ts'
import type { NotesRuntime } from '../../shared/notes/notes-runtime.ts'
import { browserNotes } from './notes-socket.ts'

export type NotesSource = {
  readonly askPass: NotesRuntime['askPass']
  /** The host, `ws://name:port`. */
  readonly origin: string
  readonly meetingId: string
}

/** A client of a meeting's notes, from mount to unmount; null for the first moment. */
export function useNotes({ askPass, meetingId, origin }: NotesSource): NotesClient | null {
  const [client, setClient] = useState<NotesClient | null>(null)
  // A new function on every drawing is no reason to connect anew.
  const ask = useRef(askPass)
  ask.current = askPass
  useEffect(() => {
    const made = new NotesClient(browserNotes(origin, meetingId, () => ask.current()))
    const keep = () => made.keepNow()
    window.addEventListener('pagehide', keep)
    setClient(made)
    return () => {
      window.removeEventListener('pagehide', keep)
      setClient(null)
      made.end()
    }
  }, [origin, meetingId])
  return client
}

export const useNotesStatus = (client: NotesClient): NotesStatus =>
  useSyncExternalStore(
    (redraw) => client.subscribe(redraw),
    () => client.status,
  )

/** Meets the other writers directly, where this page and the host allow it; how many there are. */
export function usePeers(client: NotesClient, origin: string): number {
  const [peers, setPeers] = useState(0)
  const { room, write } = useNotesStatus(client)
  useEffect(() => {
    // Browsers connect pages with each other only from secure ones: never a phone on plain http.
    if (room === null || !write || !window.isSecureContext) return
    let here = true
    let leave = () => {}
    void import('./peer-notes.ts').then(({ meetPeers }) => {
      if (here) leave = meetPeers(client.doc, { room, signalUrl: `${origin}${SIGNAL_PATH}`, onPeers: setPeers })
    })
    return () => {
      here = false
      leave()
      setPeers(0)
    }
  }, [client, origin, room, write])
  return peers
}
