import type { SeatId } from '../core/ids.ts'
import { onlooks } from '../council/standing.ts'
import { seatOf } from '../meeting/attendance/state.ts'
import type { MeetingState } from '../meeting/state.ts'
import { type Viewer, viewerRoles } from './roles.ts'

type SeatRole = 'chair' | 'scribe' | 'member' | 'guest'

/** The role a seat has now: the offices of chair and scribe go with the meeting, the rest with the kind of seat. */
export function roleOfSeat(meeting: MeetingState, seatId: SeatId): SeatRole | null {
  if (meeting.phase === 'unopened') return null
  const seat = seatOf(meeting.attendance, seatId)
  if (seat === undefined) return null
  if (meeting.chair === seatId) return 'chair'
  if (meeting.scribe === seatId) return 'scribe'
  const seldomVotes = onlooks(seat.kind) || seat.kind === 'scribe'
  return seldomVotes && !seat.voting ? 'guest' : 'member'
}

/** The viewer behind a device: all seats bound to its key, and the highest of their roles; null when there is none. */
export function viewerOfDevice(meeting: MeetingState, publicKey: string): Viewer | null {
  if (meeting.phase === 'unopened') return null
  const seats = meeting.attendance.devices
    .filter((device) => device.publicKey === publicKey)
    .map((device) => device.seatId)
    .sort()
  const roles = new Set(seats.map((seatId) => roleOfSeat(meeting, seatId)))
  const role = viewerRoles.find((candidate) => (roles as ReadonlySet<string | null>).has(candidate))
  return role === undefined ? null : { role, seats }
}
