import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

export type SignInStanding =
  | { readonly at: 'present'; readonly since: number }
  | { readonly at: 'left'; readonly since: number }
  | { readonly at: 'excused' }
  /** Nobody has said anything of this seat yet. */
  | { readonly at: 'absent' }

export function signInStanding({ attendance }: HeldMeeting, seatId: SeatId): SignInStanding {
  const entry = attendance.presence.find((one) => one.seatId === seatId)
  if (entry !== undefined) return { at: entry.present ? 'present' : 'left', since: entry.at }
  return { at: attendance.leaves.some((leave) => leave.seatId === seatId) ? 'excused' : 'absent' }
}

/** The seats that sign in by themselves: let in for the first time. Who has left or is excused says so first. */
export const toSignIn = (meeting: HeldMeeting, seats: readonly SeatId[]): readonly SeatId[] =>
  meeting.phase === 'open' ? seats.filter((seatId) => signInStanding(meeting, seatId).at === 'absent') : []
