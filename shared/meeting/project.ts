import { runsTheMeeting, type Viewer } from '../roles/roles.ts'
import { projectAgenda } from './agenda/state.ts'
import { projectAttendance, seatShown } from './attendance/state.ts'
import type { MeetingEvent, MeetingEventOf, SeenMeetingEvent } from './messages.ts'
import type { MeetingState } from './state.ts'
import { projectVoting, seesBallots } from './voting/state.ts'

/** What a viewer may see of a meeting: what a fold over the events shown to that viewer gives. */
export function projectMeeting(state: MeetingState, viewer: Viewer): MeetingState {
  if (state.phase === 'unopened') return state
  return {
    ...state,
    agenda: projectAgenda(state.agenda, viewer),
    attendance: projectAttendance(state.attendance, viewer),
    voting: projectVoting(state.voting, viewer),
  }
}

/**
 * What a viewer is shown of an event: itself, a redaction with a type of its own, or nothing. An event never becomes
 * visible later: what is revealed is carried by the event that reveals it.
 */
export function projectMeetingEvent(event: MeetingEvent, viewer: Viewer): SeenMeetingEvent | null {
  switch (event.type) {
    case 'meetingOpened':
      if (runsTheMeeting(viewer.role)) return event
      return { ...event, data: { ...event.data, seats: event.data.seats.map(seatShown) } }
    case 'deviceBound':
    case 'deviceUnbound':
      return seesSeat(viewer, event.data.seatId) ? event : null
    case 'leaveRecorded':
      return seesSeat(viewer, event.data.seatId) ? event : { type: 'leaveNoted', data: { seatId: event.data.seatId } }
    case 'recusalRecorded': {
      const { itemId, seatId } = event.data
      return seesSeat(viewer, seatId) ? event : { type: 'recusalNoted', data: { itemId, seatId } }
    }
    case 'ballotCast': {
      const { voteId, seatId } = event.data
      if (viewer.seats.includes(seatId)) return event
      if (runsTheMeeting(viewer.role)) return { type: 'ballotNoted', data: { voteId, seatId } }
      return { type: 'ballotCounted', data: { voteId, count: 1 } }
    }
    case 'voteClosed': {
      if (seesBallots(viewer)) return event
      const { voteId, at, verdict } = event.data
      return { type: 'voteResultAnnounced', data: { voteId, at, verdict } }
    }
    default:
      return event
  }
}

/**
 * The same in fewer words: neighbouring counts of one vote become one. When three hundred vote at once, everybody is
 * sent a number and not three hundred messages. Folding gives the same.
 */
export function condenseMeetingEvents(events: readonly SeenMeetingEvent[]): readonly SeenMeetingEvent[] {
  const condensed: SeenMeetingEvent[] = []
  let counted: MeetingEventOf<'ballotCounted'> | null = null
  const endCount = () => {
    if (counted !== null) condensed.push({ type: 'ballotCounted', data: counted })
    counted = null
  }
  for (const event of events) {
    if (event.type === 'ballotCounted' && event.data.voteId === counted?.voteId) {
      counted = { voteId: counted.voteId, count: counted.count + event.data.count }
      continue
    }
    endCount()
    if (event.type === 'ballotCounted') counted = event.data
    else condensed.push(event)
  }
  endCount()
  return condensed
}

/**
 * The seats whose own viewers are shown more of this event than others of their role: a host encodes a batch once
 * for each role, and once more only for these.
 */
export function seatsShownMore(event: MeetingEvent): readonly string[] {
  switch (event.type) {
    case 'deviceBound':
    case 'deviceUnbound':
    case 'leaveRecorded':
    case 'recusalRecorded':
    case 'ballotCast':
      return [event.data.seatId]
    default:
      return []
  }
}

const seesSeat = (viewer: Viewer, seatId: Viewer['seats'][number]): boolean =>
  runsTheMeeting(viewer.role) || viewer.seats.includes(seatId)
