import type { CloseReason } from '../../../shared/protocol/close-codes.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'
import type { NotesLogEntry } from '../notes/notes-log.ts'

/**
 * All that a host ever logs. A closed list, so that no name, phone, secret or choice can slip into a log: there is
 * no member that could carry one.
 */
export type HallLogEntry =
  | {
      readonly event: 'streamOpened'
      readonly stream: StreamName
      readonly seq: number
      readonly fromSnapshot: boolean
    }
  | { readonly event: 'tornTail'; readonly stream: StreamName; readonly bytes: number; readonly keptAs: string }
  | { readonly event: 'damaged'; readonly stream: StreamName; readonly line: number; readonly reason: string }
  | { readonly event: 'stepRefused'; readonly stream: StreamName; readonly cause: string; readonly code: string }
  /** 到期删除: of how many seats phone, house number and photo were deleted. */
  | { readonly event: 'contactsExpired'; readonly seats: number }
  | { readonly event: 'storageFailed'; readonly error: string }
  | { readonly event: 'closed'; readonly reason: CloseReason }
  | NotesLogEntry

export type HallLog = (entry: HallLogEntry) => void
