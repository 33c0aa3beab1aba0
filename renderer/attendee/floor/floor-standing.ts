import type { SeatId } from '../../../shared/core/ids.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import type { MeetingCommandOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { pendingData } from '../meeting/pending.ts'
import { signInStanding } from '../meeting/sign-in.ts'

export type FloorStance = MeetingCommandOf<'requestFloor'>['stance']

/** How a seat stands with the floor: what its dock offers. */
export type FloorStanding =
  | { readonly at: 'over' }
  | { readonly at: 'signingIn' }
  | { readonly at: 'notHere' }
  | { readonly at: 'chairing' }
  | { readonly at: 'noItem' }
  | { readonly at: 'speaking'; readonly startedAt: number; readonly limitSeconds: number }
  | { readonly at: 'queued'; readonly stance: FloorStance; readonly ahead: number }
  /** Pressed, and not yet at the host. */
  | { readonly at: 'sending'; readonly stance: FloorStance | null }
  | { readonly at: 'free'; readonly spoken: number; readonly waiting: number }

export const stances: readonly FloorStance[] = ['for', 'against', 'addition', 'question']

export function floorStanding(meeting: HeldMeeting, seatId: SeatId, pending: readonly CommandFrame[]): FloorStanding {
  if (meeting.phase !== 'open') return { at: 'over' }
  if (signInStanding(meeting, seatId).at !== 'present') {
    return { at: pendingData(pending, 'signIn', seatId) === undefined ? 'notHere' : 'signingIn' }
  }
  const { queue, speaking, speeches } = meeting.floor
  if (speaking?.seatId === seatId) return { at: 'speaking', ...speaking }
  if (meeting.chair === seatId) return { at: 'chairing' }
  if (meeting.runningItem === null) return { at: 'noItem' }
  const ahead = queue.findIndex((request) => request.seatId === seatId)
  const request = queue[ahead]
  if (request !== undefined) return { at: 'queued', stance: request.stance, ahead }
  const sent = pendingData(pending, 'requestFloor', seatId)
  if (sent !== undefined) return { at: 'sending', stance: stances.find((stance) => stance === sent['stance']) ?? null }
  const spoken = entriesOf(speeches, meeting.runningItem).filter((speech) => speech.seatId === seatId).length
  return { at: 'free', spoken, waiting: queue.length }
}
