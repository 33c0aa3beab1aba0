import type { SeatId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { roleOfSeat } from '../../shared/roles/role-of-seat.ts'
import type { Viewer } from '../../shared/roles/roles.ts'

/**
 * The seat through which a viewer runs the meeting, the chair's before the scribe's: null for the operator, who acts
 * without one; undefined when the viewer may not run it at all.
 */
export function actingSeat({ role, seats }: Viewer, meeting: HeldMeeting): SeatId | null | undefined {
  if (role === 'operator') return null
  const inOffice = (office: 'chair' | 'scribe') => seats.find((seatId) => roleOfSeat(meeting, seatId) === office)
  return inOffice('chair') ?? inOffice('scribe')
}
