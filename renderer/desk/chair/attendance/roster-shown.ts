import type { SeatId } from '../../../../shared/core/ids.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import { onlooks } from '../../../../shared/council/standing.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'

/** A seat as the sign-in list shows it. */
export type RosterEntry = Pick<Seat, 'seatId' | 'kind' | 'voting' | 'party' | 'duty' | 'suspended'> & {
  readonly name: string
  readonly office: 'chair' | 'scribe' | null
  readonly device: boolean
  /** 委托表决: who votes for this one; null: nobody. */
  readonly proxyId: SeatId | null
  readonly presence:
    | { readonly at: 'missing' }
    | { readonly at: 'here'; readonly since: number; readonly enteredBy: SeatId | 'operator' | null }
    | { readonly at: 'gone'; readonly since: number }
    | { readonly at: 'excused'; readonly reason: string | null }
}

export function rosterOf(meeting: HeldMeeting, name: (seatId: SeatId) => string): readonly RosterEntry[] {
  const { attendance, chair, scribe } = meeting
  return attendance.seats.map(({ duty, kind, party, seatId, suspended, voting }) => ({
    seatId,
    name: name(seatId),
    kind,
    voting,
    party,
    duty,
    suspended,
    office: seatId === chair ? 'chair' : seatId === scribe ? 'scribe' : null,
    device: attendance.devices.some((device) => device.seatId === seatId),
    proxyId: attendance.delegations.find((one) => one.seatId === seatId)?.proxyId ?? null,
    presence: presenceOf(attendance, seatId),
  }))
}

/** `公众议事委员，无表决权`, `列席，法律顾问`: what is usual for a kind of seat goes without saying. */
export function seatWords({ duty, kind, voting }: Pick<RosterEntry, 'duty' | 'kind' | 'voting'>): string {
  const usual = !onlooks(kind) && kind !== 'scribe'
  const words = [seatKindNames[kind], ...(duty === undefined ? [] : [duty])]
  if (voting !== usual) words.push(voting ? '有表决权' : '无表决权')
  return words.join('，')
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
