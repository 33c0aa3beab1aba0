import type { MeetingId } from '../../../shared/core/ids.ts'
import type { NotesCloseReason } from '../../../shared/notes/close-codes.ts'

/** All that the notes ever log: no name and no text can slip in. */
export type NotesLogEntry =
  | { readonly event: 'notesOpened'; readonly meetingId: MeetingId; readonly seq: number }
  | { readonly event: 'notesTorn'; readonly meetingId: MeetingId; readonly bytes: number; readonly keptAs: string }
  | { readonly event: 'notesDamaged'; readonly meetingId: MeetingId; readonly line: number; readonly reason: string }
  | { readonly event: 'notesClosed'; readonly reason: NotesCloseReason }
  | { readonly event: 'fault'; readonly where: string; readonly error: string }

export type NotesLog = (entry: NotesLogEntry) => void
