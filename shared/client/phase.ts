import type { MeetingId, SeatId } from '../core/ids.ts'
import type { DeviceKey } from '../identity/device-key.ts'
import type { CloseReason } from '../protocol/close-codes.ts'
import type { SeatAtDoor } from '../protocol/host-frames.ts'
import type { Viewer } from '../roles/roles.ts'

/** As whom a client comes. */
export type Who =
  | { readonly kind: 'operator'; readonly secret: string }
  | { readonly kind: 'screen'; readonly code: string }
  | { readonly kind: 'device'; readonly key: DeviceKey; readonly meetingId: MeetingId | null }

export type AtDoor = {
  readonly at: 'door'
  readonly meetingId: MeetingId
  readonly title: string
  readonly seats: readonly SeatAtDoor[]
}

/** How far a client has come: what its page shows. */
export type Phase =
  | { readonly at: 'connecting' }
  | { readonly at: 'stranger' }
  | AtDoor
  | { readonly at: 'waiting'; readonly seatId: SeatId }
  | { readonly at: 'live'; readonly viewer: Viewer; readonly meetingId: MeetingId | null }
  /** No connection; it comes back by itself and nothing unsent is lost. */
  | { readonly at: 'offline'; readonly reason: CloseReason | null }
  | { readonly at: 'ended'; readonly reason: CloseReason }

/** Ends after which coming back by itself would help nobody. */
const FINAL: readonly CloseReason[] = ['malformed', 'pageTooOld', 'hostTooOld', 'notProven', 'replaced', 'removed']

export const isFinal = (reason: CloseReason | null): reason is CloseReason => reason !== null && FINAL.includes(reason)
