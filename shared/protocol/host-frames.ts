import type { Contact } from '../contacts/messages.ts'
import type { CommandId, MeetingId, SeatId } from '../core/ids.ts'
import type { Seat } from '../council/seat.ts'
import type { Library } from '../library/messages.ts'
import type { Viewer } from '../roles/roles.ts'
import type { HallSettings } from '../settings/messages.ts'
import type { StreamName } from '../streams/stream-name.ts'
import type { CloseReason } from './close-codes.ts'
import type { Rejection } from './rejections.ts'

/** Somebody at the door, as those who run the meeting see it. */
export type AdmissionRequest = {
  readonly meetingId: MeetingId
  readonly publicKey: string
  readonly seatId: SeatId
  readonly name: string
  readonly walkIn: boolean
  /** The seat has a device already, which would give way. */
  readonly takeover: boolean
}

export type SeatAtDoor = {
  readonly seatId: SeatId
  readonly kind: Seat['kind']
  readonly name: string
  readonly taken: boolean
}

/** What those who let people in must know of a meeting: its code, and after sealing the digest to print. */
export type MeetingNotice = {
  readonly meetingId: MeetingId
  readonly title: string
  readonly phase: 'open' | 'closed' | 'sealed'
  readonly joinCode: string
  readonly digest: string | null
}

/** A pass to a meeting's notes: good for one connection, soon after it was given out. */
export type NotesPass = {
  readonly token: string
  /** Whether this viewer may write; the host asks again on every frame. */
  readonly write: boolean
  /** The room in which writers on secure pages meet each other directly; null when that is switched off or not for this viewer. */
  readonly room: string | null
}

export type HostFrame =
  | {
      readonly t: 'challenge'
      readonly protocol: number
      readonly hostId: string
      readonly nonce: string
      readonly at: number
    }
  /** The device is bound to no seat yet: the meeting's code comes first. */
  | { readonly t: 'stranger' }
  | { readonly t: 'door'; readonly meetingId: MeetingId; readonly title: string; readonly seats: readonly SeatAtDoor[] }
  | { readonly t: 'waiting'; readonly seatId: SeatId }
  | {
      readonly t: 'welcome'
      readonly viewer: Viewer
      readonly meetingId: MeetingId | null
      readonly streams: readonly StreamName[]
      readonly at: number
    }
  | {
      readonly t: 'snapshot'
      readonly stream: StreamName
      readonly seq: number
      readonly mark: string
      readonly viewer: string
      readonly state: unknown
    }
  /** Everything the viewer may see of the batches up to `seq`; often nothing but the number. */
  | {
      readonly t: 'events'
      readonly stream: StreamName
      readonly seq: number
      readonly mark: string
      readonly events: readonly unknown[]
    }
  | { readonly t: 'ack'; readonly id: CommandId; readonly seq: number }
  | { readonly t: 'rejected'; readonly id: CommandId; readonly rejection: Rejection; readonly sentence: string }
  /** The answer to a frame that is no command. */
  | { readonly t: 'refused'; readonly to: string; readonly rejection: Rejection; readonly sentence: string }
  | { readonly t: 'names'; readonly names: Readonly<Record<string, string>> }
  | { readonly t: 'admissions'; readonly requests: readonly AdmissionRequest[] }
  | { readonly t: 'meetings'; readonly meetings: readonly MeetingNotice[] }
  /** The addresses that phones in the room can open, best first: for those who let people in, and the hall screen. */
  | { readonly t: 'addresses'; readonly urls: readonly string[] }
  | { readonly t: 'settings'; readonly settings: HallSettings }
  | { readonly t: 'library'; readonly library: Library }
  | { readonly t: 'contacts'; readonly id: CommandId; readonly contacts: readonly Contact[] }
  /** A JPEG, or null when there is none. */
  | { readonly t: 'photo'; readonly id: CommandId; readonly base64: string | null }
  | { readonly t: 'notesPass'; readonly id: CommandId; readonly pass: NotesPass }
  /** A Word file, ready to be saved under its name. */
  | { readonly t: 'paper'; readonly id: CommandId; readonly name: string; readonly base64: string }
  | { readonly t: 'pong'; readonly sent: number; readonly at: number }
  /** Sent before the socket is closed; an unknown reason of a later version is closed all the same. */
  | { readonly t: 'goodbye'; readonly reason: CloseReason; readonly sentence: string }

/** One text for one viewer: two viewers with the same text are shown the same. */
export const viewerKey = (viewer: Viewer): string => [viewer.role, ...[...viewer.seats].sort()].join(' ')
