import { assertNever } from '../core/assert-never.ts'
import type { CouncilId, MeetingId } from '../core/ids.ts'
import { runsTheMeeting, type Viewer } from '../roles/roles.ts'
import type { CouncilEvent } from './messages.ts'
import type { Seat } from './seat.ts'

/** 议事组织: its roster of seats and the meetings that it has called. */
export type CouncilState =
  | { readonly phase: 'absent' }
  | {
      readonly phase: 'founded'
      readonly councilId: CouncilId
      readonly name: string
      readonly code: string
      readonly level: string
      readonly seats: readonly Seat[]
      readonly retired: readonly Seat[]
      readonly meetings: readonly { readonly meetingId: MeetingId; readonly title: string; readonly startsAt: number }[]
    }

export type FoundedCouncil = Extract<CouncilState, { phase: 'founded' }>

export const noCouncil: CouncilState = { phase: 'absent' }

export function evolveCouncil(state: CouncilState, event: CouncilEvent): CouncilState {
  if (event.type === 'councilFounded') return { phase: 'founded', ...event.data, seats: [], retired: [], meetings: [] }
  if (state.phase === 'absent') return state
  switch (event.type) {
    case 'seatAdded':
      return { ...state, seats: [...state.seats, event.data] }
    case 'seatRevised':
      return { ...state, seats: state.seats.map((seat) => (seat.seatId === event.data.seatId ? event.data : seat)) }
    case 'seatRetired':
      return {
        ...state,
        seats: state.seats.filter((seat) => seat.seatId !== event.data.seatId),
        retired: [...state.retired, ...state.seats.filter((seat) => seat.seatId === event.data.seatId)],
      }
    case 'meetingConvened': {
      const { meetingId, title, startsAt } = event.data
      return { ...state, meetings: [...state.meetings, { meetingId, title, startsAt }] }
    }
    default:
      return assertNever(event)
  }
}

/** The roster and the calendar belong to those who run meetings; others learn of a meeting by being in it. */
export function projectCouncil(state: CouncilState, viewer: Viewer): CouncilState {
  return runsTheMeeting(viewer.role) ? state : noCouncil
}

export function projectCouncilEvent(event: CouncilEvent, viewer: Viewer): CouncilEvent | null {
  return runsTheMeeting(viewer.role) ? event : null
}
