import type { ContactRejection } from '../contacts/messages.ts'
import type { CouncilRejection } from '../council/decide.ts'
import type { LibraryRejection } from '../library/library.ts'
import type { MeetingRejection } from '../meeting/rejections.ts'
import type { CommandType } from '../roles/permissions.ts'
import type { Role } from '../roles/roles.ts'
import type { WorksheetRejection } from '../worksheets/ledger.ts'

/** Why the host itself refuses, before or beside the rules of an area. */
type HostRejection =
  | { readonly code: 'malformed' }
  | { readonly code: 'outOfOrder' }
  | { readonly code: 'tooFast' }
  /** Said by the client itself: a frame of that size never leaves it. */
  | { readonly code: 'tooLarge' }
  | { readonly code: 'notPermitted'; readonly command: CommandType; readonly role: Role }
  | { readonly code: 'notBound' }
  | { readonly code: 'commandIdReused' }
  | { readonly code: 'streamUnknown' }
  | { readonly code: 'streamDamaged'; readonly line: number }
  | { readonly code: 'storageFailed' }
  | { readonly code: 'hostEnding' }
  | { readonly code: 'wrongJoinCode' }
  | { readonly code: 'joinTooOften'; readonly waitSeconds: number }
  | { readonly code: 'seatTaken' }
  | { readonly code: 'requestUnknown' }
  | { readonly code: 'turnedAway' }
  | { readonly code: 'notesNotYours' }
  | { readonly code: 'notesDamaged' }
  /** A text has characters in it that nobody sees, or that turn the direction of writing. */
  | { readonly code: 'unprintable' }
  | { readonly code: 'contactsNotYours' }
  | { readonly code: 'paperNotYours' }
  | { readonly code: 'paperUnknown' }
  | { readonly code: 'handoutFailed' }

export type Rejection =
  | HostRejection
  | CouncilRejection
  | MeetingRejection
  | WorksheetRejection
  | LibraryRejection
  | ContactRejection
