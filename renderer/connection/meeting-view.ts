import type { HallClient } from '../../shared/client/hall-client.ts'
import type { Answer } from '../../shared/client/outbox.ts'
import type { MeetingId, SeatId } from '../../shared/core/ids.ts'
import type { MeetingCommand, MeetingCommandOf } from '../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { roleOfSeat } from '../../shared/roles/role-of-seat.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'

/** The meeting as this page may see it; null until its copy has come. */
export function meetingOf(client: HallClient, meetingId: MeetingId | null): HeldMeeting | null {
  const state = meetingId === null ? null : client.copies.meeting(meetingId)
  return state === null || state.phase === 'unopened' ? null : state
}

/** A seat's name; one whose contact was deleted has none any more. */
export const nameOf = (client: HallClient, seatId: SeatId | 'operator'): string =>
  seatId === 'operator' ? '操作台' : (client.names[seatId] ?? '（姓名已删除）')

/**
 * The seat through which this page runs the meeting: null for the operator, who acts without one; undefined when it
 * may not run it at all.
 */
export function deskSeat(client: HallClient, meeting: HeldMeeting): SeatId | null | undefined {
  if (client.phase.at !== 'live') return undefined
  const { role, seats } = client.phase.viewer
  if (role === 'operator') return null
  const offices = ['chair', 'scribe']
  return seats.find((seatId) => offices.includes(roleOfSeat(meeting, seatId) ?? ''))
}

/** Sends commands to a meeting on behalf of a seat, or of the operator when `seatId` is null. */
export const actFor =
  (client: HallClient, meetingId: MeetingId, seatId: SeatId | null) =>
  <Type extends MeetingCommand['type']>(type: Type, data: MeetingCommandOf<Type>): Promise<Answer> =>
    client.send(meetingStream(meetingId), seatId, type, data)

export type Act = ReturnType<typeof actFor>
