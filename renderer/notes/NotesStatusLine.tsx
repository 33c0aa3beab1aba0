import type { NotesClient } from '../../shared/notes/notes-client.ts'
import { useLasting } from '../ui/use-lasting.ts'
import { statusWords } from './status-words.ts'
import { useNotesStatus } from './use-notes.ts'

/** What takes longer to reach the disk is said; what takes less would only flicker. */
const SLOW_MS = 1_000

export function NotesStatusLine({ client, peers }: { readonly client: NotesClient; readonly peers: number }) {
  const status = useNotesStatus(client)
  const slow = useLasting(status.unsaved > 0, SLOW_MS)
  return (
    <p className="notes-status" data-at={status.at} role={status.at === 'live' ? undefined : 'status'}>
      {statusWords(status, slow)}
      {peers > 0 && <span className="notes-peers">与 {peers} 位直连</span>}
    </p>
  )
}
