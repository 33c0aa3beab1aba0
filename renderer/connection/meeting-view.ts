import type { HallClient } from '../../shared/client/hall-client.ts'
import type { Answer } from '../../shared/client/outbox.ts'
import { NAME_DELETED } from '../../shared/contacts/deleted-name.ts'
import type { MeetingId, SeatId } from '../../shared/core/ids.ts'
import type { MeetingCommand, MeetingCommandOf } from '../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { UNNAMED } from '../../shared/wording/speech-words.ts'

/** The meeting as this page may see it; null until its copy has come. */
export function meetingOf(client: HallClient, meetingId: MeetingId | null): HeldMeeting | null {
  const state = meetingId === null ? null : client.copies.meeting(meetingId)
  return state === null || state.phase === 'unopened' ? null : state
}

/** A seat's name; one whose contact was deleted has none any more, and null is whoever spoke without a name. */
export function nameOf(client: HallClient, seatId: SeatId | 'operator' | null): string {
  if (seatId === null) return UNNAMED
  return seatId === 'operator' ? '操作台' : (client.names[seatId] ?? NAME_DELETED)
}

/** Sends commands to a meeting on behalf of a seat, or of the operator when `seatId` is null. */
export const actFor =
  (client: HallClient, meetingId: MeetingId, seatId: SeatId | null) =>
  <Type extends MeetingCommand['type']>(type: Type, data: MeetingCommandOf<Type>): Promise<Answer> =>
    client.send(meetingStream(meetingId), seatId, type, data)

export type Act = ReturnType<typeof actFor>
