import type { SeatId } from '../../../../shared/core/ids.ts'
import type { SeatKind } from '../../../../shared/council/seat.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'

/** A seat as the sign-in list shows it. */
export type RosterEntry = {
  readonly seatId: SeatId
  readonly name: string
  readonly kind: SeatKind
  readonly voting: boolean
  readonly office: 'chair' | 'scribe' | null
  readonly device: boolean
  readonly presence:
    | { readonly at: 'missing' }
    | { readonly at: 'here'; readonly since: number; readonly enteredBy: SeatId | 'operator' | null }
    | { readonly at: 'gone'; readonly since: number }
    | { readonly at: 'excused'; readonly reason: string | null }
}

export function rosterOf(meeting: HeldMeeting, name: (seatId: SeatId) => string): readonly RosterEntry[] {
  const { attendance, chair, scribe } = meeting
  return attendance.seats.map(({ kind, seatId, voting }) => ({
    seatId,
    name: name(seatId),
    kind,
    voting,
    office: seatId === chair ? 'chair' : seatId === scribe ? 'scribe' : null,
    device: attendance.devices.some((device) => device.seatId === seatId),
    presence: presenceOf(attendance, seatId),
  }))
}

function presenceOf({ leaves, presence }: HeldMeeting['attendance'], seatId: SeatId): RosterEntry['presence'] {
  const entry = presence.find((known) => known.seatId === seatId)
  if (entry?.present === true) return { at: 'here', since: entry.at, enteredBy: entry.enteredBy }
  const leave = leaves.find((known) => known.seatId === seatId)
  if (leave !== undefined) return { at: 'excused', reason: leave.reason }
  return entry === undefined ? { at: 'missing' } : { at: 'gone', since: entry.at }
}

export const filters = [
  { filter: 'all', name: '全部' },
  { filter: 'missing', name: '没到' },
  { filter: 'here', name: '到了' },
  { filter: 'excused', name: '请假' },
] as const

export type Filter = (typeof filters)[number]['filter']

/** Whoever has left is missing again. */
export const passes = ({ presence }: RosterEntry, filter: Filter): boolean =>
  filter === 'all' || presence.at === filter || (filter === 'missing' && presence.at === 'gone')
