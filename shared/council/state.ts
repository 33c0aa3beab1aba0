import { assertNever } from '../core/assert-never.ts'
import type { CouncilId, MeetingId, SeatId } from '../core/ids.ts'
import { runsTheMeeting, type Viewer } from '../roles/roles.ts'
import type { CouncilEvent } from './messages.ts'
import type { Seat } from './seat.ts'

type CalledMeeting = {
  readonly meetingId: MeetingId
  readonly title: string
  readonly startsAt: number
  readonly formatId: string | null
  readonly chair: SeatId
  readonly practice: boolean
}

/** 议事组织: its roster of seats and the meetings that it has called. */
export type CouncilState =
  | { readonly phase: 'absent' }
  | {
      readonly phase: 'founded'
      readonly councilId: CouncilId
      readonly name: string
      readonly code: string
      readonly level: string
      readonly region: string | null
      readonly seats: readonly Seat[]
      /** `retiredAt` is null in journals of earlier versions. */
      readonly retired: readonly (Seat & { readonly retiredAt: number | null })[]
      /** The formats it meets in, and since when that is so. */
      readonly formats: readonly { readonly formatId: string; readonly since: number }[]
      readonly meetings: readonly CalledMeeting[]
    }

export type FoundedCouncil = Extract<CouncilState, { phase: 'founded' }>

/** Who belongs to a council by now, and who has left it. */
export type RosterNow = { readonly seats: readonly Seat[]; readonly retired: readonly Seat[] }

export const emptyRoster: RosterNow = { seats: [], retired: [] }

export const noCouncil: CouncilState = { phase: 'absent' }

export function evolveCouncil(state: CouncilState, event: CouncilEvent): CouncilState {
  if (event.type === 'councilFounded') {
    const { region = null, ...council } = event.data
    return { phase: 'founded', ...council, region, seats: [], retired: [], formats: [], meetings: [] }
  }
  if (state.phase === 'absent') return state
  switch (event.type) {
    case 'seatAdded':
      return { ...state, seats: [...state.seats, event.data] }
    case 'seatRevised':
      return { ...state, seats: state.seats.map((seat) => (seat.seatId === event.data.seatId ? event.data : seat)) }
    case 'seatRetired':
      return withRetired(state, [event.data.seatId], event.data.at ?? null)
    case 'councilRevised': {
      const { region = null, ...council } = event.data
      return { ...state, ...council, region }
    }
    case 'rosterRevised': {
      const { added, at, retired, revised } = event.data
      const changed = new Map(revised.map((seat) => [seat.seatId, seat]))
      const left = withRetired(state, retired, at)
      return { ...left, seats: [...left.seats.map((seat) => changed.get(seat.seatId) ?? seat), ...added] }
    }
    case 'formatsChosen': {
      const { at, formatIds } = event.data
      const since = (formatId: string) => state.formats.find((known) => known.formatId === formatId)?.since ?? at
      return { ...state, formats: formatIds.map((formatId) => ({ formatId, since: since(formatId) })) }
    }
    case 'meetingConvened': {
      const { chair, form, meetingId, practice = false, startsAt, title } = event.data
      const meeting = { meetingId, title, startsAt, formatId: form?.formatId ?? null, chair, practice }
      return { ...state, meetings: [...state.meetings, meeting] }
    }
    default:
      return assertNever(event)
  }
}

function withRetired(state: FoundedCouncil, gone: readonly SeatId[], retiredAt: number | null): FoundedCouncil {
  const leaving = new Set(gone)
  return {
    ...state,
    seats: state.seats.filter((seat) => !leaving.has(seat.seatId)),
    retired: [
      ...state.retired,
      ...state.seats.filter((seat) => leaving.has(seat.seatId)).map((seat) => ({ ...seat, retiredAt })),
    ],
  }
}

/** The roster and the calendar belong to those who run meetings; others learn of a meeting by being in it. */
export function projectCouncil(state: CouncilState, viewer: Viewer): CouncilState {
  return runsTheMeeting(viewer.role) ? state : noCouncil
}

export function projectCouncilEvent(event: CouncilEvent, viewer: Viewer): CouncilEvent | null {
  return runsTheMeeting(viewer.role) ? event : null
}
