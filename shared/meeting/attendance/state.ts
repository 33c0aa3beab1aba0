import { assertNever } from '../../core/assert-never.ts'
import type { SeatId } from '../../core/ids.ts'
import type { Seat } from '../../council/seat.ts'
import { votes } from '../../council/standing.ts'
import { runsTheMeeting, type Viewer } from '../../roles/roles.ts'
import type { MeetingEventOf } from '../messages.ts'
import type { AttendanceEvent } from './messages.ts'

type Presence = {
  readonly seatId: SeatId
  readonly present: boolean
  /** When the seat signed in or, once it has left, when it left. */
  readonly at: number
  readonly enteredBy: SeatId | 'operator' | null
}

/** 名册与签到: the meeting's own copy of the roster, who is here, who is excused, whose device is whose. */
export type Attendance = {
  readonly seats: readonly Seat[]
  readonly presence: readonly Presence[]
  /** 请假: the reason is null for a viewer who may not see it. */
  readonly leaves: readonly { readonly seatId: SeatId; readonly reason: string | null }[]
  /** 委托表决: who has handed the vote to whom. */
  readonly delegations: readonly { readonly seatId: SeatId; readonly proxyId: SeatId }[]
  readonly devices: readonly { readonly seatId: SeatId; readonly publicKey: string }[]
  /** 到场约几人, where nobody is signed in one by one; null until somebody has counted. */
  readonly headcount: number | null
}

export const attendanceOf = (seats: readonly Seat[]): Attendance => ({
  seats,
  presence: [],
  leaves: [],
  delegations: [],
  devices: [],
  headcount: null,
})

export function evolveAttendance(state: Attendance, event: AttendanceEvent): Attendance {
  switch (event.type) {
    case 'deviceBound': {
      const { seatId, publicKey } = event.data
      return { ...state, devices: [...without(state.devices, seatId), { seatId, publicKey }] }
    }
    case 'deviceUnbound':
      return { ...state, devices: without(state.devices, event.data.seatId) }
    case 'walkInRegistered':
      return { ...state, seats: [...state.seats, { seatId: event.data.seatId, kind: 'walkIn', voting: false }] }
    case 'seatSignedIn':
      return { ...withPresence(state, event.data, true), leaves: without(state.leaves, event.data.seatId) }
    case 'seatSignedOut':
      return withPresence(state, event.data, false)
    case 'voteDelegated': {
      const { proxyId, seatId } = event.data
      return { ...state, delegations: [...without(state.delegations, seatId), { seatId, proxyId }] }
    }
    case 'delegationWithdrawn':
      return { ...state, delegations: without(state.delegations, event.data.seatId) }
    case 'headcountRecorded':
      return { ...state, headcount: event.data.count }
    case 'leaveRecorded':
      return { ...state, leaves: [...without(state.leaves, event.data.seatId), event.data] }
    case 'leaveNoted':
      return {
        ...state,
        leaves: [...without(state.leaves, event.data.seatId), { seatId: event.data.seatId, reason: null }],
      }
    default:
      return assertNever(event)
  }
}

export const seatOf = (state: Attendance, seatId: SeatId): Seat | undefined =>
  state.seats.find((seat) => seat.seatId === seatId)

export const isPresent = (state: Attendance, seatId: SeatId): boolean =>
  state.presence.some((entry) => entry.seatId === seatId && entry.present)

export const hasDelegated = (state: Attendance, seatId: SeatId): boolean =>
  state.delegations.some((delegation) => delegation.seatId === seatId)

export const keyOf = (state: Attendance, seatId: SeatId): string | null =>
  state.devices.find((device) => device.seatId === seatId)?.publicKey ?? null

/** 应到: the seats that vote, without those whose right is suspended. */
export const entitledSeats = (state: Attendance): readonly Seat[] => state.seats.filter(votes)

/** 实到 among those entitled. */
export function presentVoters(state: Attendance): readonly SeatId[] {
  const here = new Set(state.presence.filter((entry) => entry.present).map((entry) => entry.seatId))
  return entitledSeats(state)
    .map((seat) => seat.seatId)
    .filter((seatId) => here.has(seatId))
}

/**
 * Reasons for leave, device keys and what else is known of a seat are for those who run the meeting; reasons and keys also
 * for the seat itself.
 */
export function projectAttendance(state: Attendance, viewer: Viewer): Attendance {
  if (runsTheMeeting(viewer.role)) return state
  return {
    ...state,
    seats: state.seats.map(seatShown),
    leaves: state.leaves.map((leave) => (viewer.seats.includes(leave.seatId) ? leave : { ...leave, reason: null })),
    devices: state.devices.filter((device) => viewer.seats.includes(device.seatId)),
  }
}

/** What everybody may know of a seat: not its household, its flats, its term, nor why it does not vote. */
export function seatShown(seat: Seat): Seat {
  const { duty, kind, party, seatId } = seat
  return {
    seatId,
    kind,
    voting: votes(seat),
    ...(party === undefined ? {} : { party }),
    ...(duty === undefined ? {} : { duty }),
  }
}

function withPresence(
  state: Attendance,
  { seatId, at, enteredBy }: MeetingEventOf<'seatSignedIn'>,
  present: boolean,
): Attendance {
  return { ...state, presence: [...without(state.presence, seatId), { seatId, present, at, enteredBy }] }
}

function without<Entry extends { readonly seatId: SeatId }>(all: readonly Entry[], seatId: SeatId): readonly Entry[] {
  return all.filter((entry) => entry.seatId !== seatId)
}
