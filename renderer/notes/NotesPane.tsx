import type { NotesClient } from '../../shared/notes/notes-client.ts'
import { NotesEditor } from './NotesEditor.tsx'
import { NotesStatusLine } from './NotesStatusLine.tsx'
import { type NotesSource, useNotes, usePeers } from './use-notes.ts'
import './notes.css'

type Item = {
  readonly itemId: string
  readonly itemTitle: string
  /** Whom this device stands for; what others see beside the caret is said by the host. */
  readonly deviceName: string
}

/**
 * The notes of one agenda item, on any surface. One connection for as long as it is shown, whichever item it shows; where
 * it is not, nothing of the editor is loaded.
 */
export function NotesPane({ deviceName, itemId, itemTitle, ...source }: NotesSource & Item) {
  const client = useNotes(source)
  if (client === null) return null
  return <OpenNotes client={client} origin={source.origin} item={{ deviceName, itemId, itemTitle }} />
}

function OpenNotes({
  client,
  item,
  origin,
}: {
  readonly client: NotesClient
  readonly item: Item
  readonly origin: string
}) {
  const peers = usePeers(client, origin)
  return (
    <section className="notes" aria-label={`笔记：${item.itemTitle}`}>
      <NotesEditor
        key={`${client.doc.clientID} ${item.itemId}`}
        client={client}
        itemId={item.itemId}
        label={`${item.itemTitle}的笔记`}
        deviceName={item.deviceName}
      />
      <NotesStatusLine client={client} peers={peers} />
    </section>
  )
}
