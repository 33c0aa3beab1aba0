import { useEffect, useState } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import type { NotesClient } from '../../../shared/notes/notes-client.ts'
import { notesJson } from '../../../shared/notes/notes-json.ts'
import { minutesContent } from '../../../shared/papers/minutes-content.ts'
import { useNotes, useNotesStatus } from '../../notes/use-notes.ts'
import { hallOrigin } from '../../platform.ts'
import { useDesk } from '../desk-context.tsx'
import { MinutesPaper } from './MinutesPaper.tsx'

/** The minutes as they stand now, drawn again with everything that happens and everything that is written. */
export function MinutesPreview() {
  const { client, meetingId } = useDesk()
  const notes = useNotes({ askPass: () => client.notesPass(meetingId), origin: hallOrigin(), meetingId })
  return notes === null ? null : <PreviewWithNotes notes={notes} />
}

function PreviewWithNotes({ notes }: { readonly notes: NotesClient }) {
  const { client, meeting } = useDesk()
  const { at, loaded } = useNotesStatus(notes)
  useRedrawAfter(notes)
  const content = minutesContent(meeting, {
    names: client.names,
    notes: notesByItem(
      notes,
      meeting.agenda.map((item) => item.itemId),
    ),
    ledger: client.copies.ledger(meeting.councilId),
    now: client.hostNow(),
  })
  return (
    <>
      {!loaded && (
        <p className="note papers-note" role="status">
          {at === 'connecting'
            ? '正在读取大家一起记的内容……'
            : '笔记暂时读不到，下面缺“讨论情况”。笔记都在主机上，连上后自动补上。'}
        </p>
      )}
      <MinutesPaper content={content} />
      <p className="note papers-note">分页、页码以 Word 文件为准。</p>
    </>
  )
}

/** The notes of each item, read by the function that reads them for the Word file. */
function notesByItem(notes: NotesClient, items: readonly ItemId[]): ReadonlyMap<ItemId, unknown> {
  return new Map(items.map((itemId) => [itemId, notesJson(notes.doc.getXmlFragment(itemId))]))
}

function useRedrawAfter({ doc }: NotesClient): void {
  const [, redraw] = useState(0)
  useEffect(() => {
    const onUpdate = () => redraw((count) => count + 1)
    doc.on('update', onUpdate)
    return () => doc.off('update', onUpdate)
  }, [doc])
}
