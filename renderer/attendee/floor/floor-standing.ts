import type { SeatId } from '../../../shared/core/ids.ts'
import { timesSpoken } from '../../../shared/meeting/floor/order.ts'
import type { MeetingCommandOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { aheadOf, speakingQueue, spokenWords } from '../../ui/speaking-queue.ts'
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
  /** Has spoken on this item as often as one may. */
  | { readonly at: 'spokenEnough'; readonly times: number }
  /** `spoken` as it is said; `waiting`: how many would come first. */
  | { readonly at: 'free'; readonly spoken: string; readonly waiting: number }

export const stances: readonly FloorStance[] = ['for', 'against', 'addition', 'question']

export function floorStanding(meeting: HeldMeeting, seatId: SeatId, pending: readonly CommandFrame[]): FloorStanding {
  if (meeting.phase !== 'open') return { at: 'over' }
  if (signInStanding(meeting, seatId).at !== 'present') {
    return { at: pendingData(pending, 'signIn', seatId) === undefined ? 'notHere' : 'signingIn' }
  }
  const { speaking } = meeting.floor
  const queue = speakingQueue(meeting)
  if (speaking?.seatId === seatId) return { at: 'speaking', ...speaking }
  if (meeting.chair === seatId) return { at: 'chairing' }
  if (meeting.runningItem === null) return { at: 'noItem' }
  const ahead = queue.findIndex((request) => request.seatId === seatId)
  const request = queue[ahead]
  if (request !== undefined) return { at: 'queued', stance: request.stance, ahead }
  const sent = pendingData(pending, 'requestFloor', seatId)
  if (sent !== undefined) return { at: 'sending', stance: stances.find((stance) => stance === sent['stance']) ?? null }
  const { times } = meeting.form.speeches
  if (times !== null && timesSpoken(meeting.floor, meeting.runningItem, seatId) >= times) {
    return { at: 'spokenEnough', times }
  }
  return { at: 'free', spoken: spokenWords(meeting, seatId), waiting: aheadOf(meeting, seatId) }
}
