import type { MeetingId } from '../../../shared/core/ids.ts'
import { openJournal } from '../journal/journal.ts'
import type { Storage } from '../storage/storage.ts'
import type { NotesLog } from './notes-log.ts'

const NOTES_DIR = 'notes'

/** One Yjs update (V1), in base64. */
type Written = { readonly update: string }

/** The updates of one meeting's notes on the disk, in the order in which they were accepted. */
export type NotesJournal = {
  /** Resolves when the update is on the disk; rejects when it may not be, and from then on always. */
  append(update: Uint8Array): Promise<unknown>
  close(): Promise<void>
}

/**
 * Opens the journal of a meeting's notes, with all that it holds; null when it is damaged (logged, and nothing touched).
 * The same kind of file as every other journal of the host: group commit, hash chain, torn tail kept beside it.
 */
export async function openNotesJournal(
  meetingId: MeetingId,
  services: { readonly storage: Storage; readonly now: () => number; readonly log: NotesLog },
): Promise<{ readonly journal: NotesJournal; readonly updates: readonly Uint8Array[] } | null> {
  const { log, now, storage } = services
  const found = await openJournal<Written>({
    storage,
    now,
    dir: NOTES_DIR,
    name: `${meetingId}.jsonl`,
    stream: `notes/${meetingId}`,
    version: 1,
    upcasters: [],
    parseEvent,
  })
  const damaged = ({ line, reason }: { readonly line: number; readonly reason: string }) => {
    log({ event: 'notesDamaged', meetingId, line, reason })
    return null
  }
  if (!found.ok) return damaged(found.damage)
  const { journal, opened } = found
  if (opened.torn !== null) log({ event: 'notesTorn', meetingId, ...opened.torn })
  const decoded = opened.batchesAfter(0)
  if (!decoded.ok) {
    await journal.close()
    return damaged(decoded.damage)
  }
  log({ event: 'notesOpened', meetingId, seq: journal.lastSeq })
  const updates = decoded.batches.flatMap(({ events }) => events.map(({ update }) => Buffer.from(update, 'base64')))
  return {
    updates,
    journal: {
      append: (update) => journal.append([{ update: Buffer.from(update).toString('base64') }]),
      close: () => journal.close(),
    },
  }
}

function parseEvent(event: unknown): Written {
  const update = typeof event === 'object' && event !== null && 'update' in event ? event.update : null
  if (typeof update !== 'string') throw new Error('not an update')
  return { update }
}
