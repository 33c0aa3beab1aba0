import { runsTheMeeting, type Viewer } from '../roles/roles.ts'
import { projectAgenda } from './agenda/state.ts'
import { projectAttendance, seatShown } from './attendance/state.ts'
import type { MeetingEvent, MeetingEventOf, SeenMeetingEvent } from './messages.ts'
import type { MeetingState } from './state.ts'
import { projectVoting, projectVotingEvent, seatsConcerned } from './voting/projection.ts'
import { projectWrittenEvent, projectWrittenVotes } from './written-votes/project.ts'

/** What a viewer may see of a meeting: what a fold over the events shown to that viewer gives. */
export function projectMeeting(state: MeetingState, viewer: Viewer): MeetingState {
  if (state.phase === 'unopened') return state
  return {
    ...state,
    agenda: projectAgenda(state.agenda, viewer),
    attendance: projectAttendance(state.attendance, viewer),
    voting: projectVoting(state.voting, viewer),
    writtenVotes: projectWrittenVotes(state.writtenVotes, viewer),
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
    case 'ballotCast':
    case 'ballotWithdrawn':
    case 'handsCounted':
    case 'papersIssued':
    case 'paperRecalled':
    case 'tallyEntered':
    case 'writeInFound':
    case 'writeInDropped':
    case 'voteClosed':
    case 'votePublished':
      return projectVotingEvent(event, viewer)
    case 'writtenVoteOpened':
    case 'papersHandedOut':
    case 'paperSpoilt':
    case 'returnRecorded':
    case 'returnWithdrawn':
    case 'unitAdded':
    case 'unitCorrected':
    case 'writtenVoteClosed':
    case 'writtenVoteVoided':
      return projectWrittenEvent(event, viewer)
    default:
      return event
  }
}

/**
 * The same in fewer words: neighbouring counts of one vote become one, and of figures shown the last ones are left. When
 * three hundred vote at once, everybody is sent a number and not three hundred messages. Folding gives the same.
 */
export function condenseMeetingEvents(events: readonly SeenMeetingEvent[]): readonly SeenMeetingEvent[] {
  const condensed: SeenMeetingEvent[] = []
  let counted: Counted | null = null
  for (const event of events) {
    if (event.type !== 'ballotCounted' && event.type !== 'figuresShown') {
      condensed.push(...told(counted), event)
      counted = null
      continue
    }
    const { voteId } = event.data
    if (counted !== null && counted.voteId !== voteId) {
      condensed.push(...told(counted))
      counted = null
    }
    const { count, figures }: Counted = counted ?? { voteId, count: 0, figures: null }
    counted =
      event.type === 'figuresShown'
        ? { voteId, count, figures: event.data }
        : { voteId, count: count + event.data.count, figures }
  }
  return [...condensed, ...told(counted)]
}

type Counted = MeetingEventOf<'ballotCounted'> & { readonly figures: MeetingEventOf<'figuresShown'> | null }

function told(counted: Counted | null): readonly SeenMeetingEvent[] {
  if (counted === null) return []
  const { count, figures, voteId } = counted
  const counts: readonly SeenMeetingEvent[] = count === 0 ? [] : [{ type: 'ballotCounted', data: { voteId, count } }]
  return figures === null ? counts : [...counts, { type: 'figuresShown', data: figures }]
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
      return [event.data.seatId]
    case 'ballotCast':
    case 'ballotWithdrawn':
    case 'handsCounted':
    case 'papersIssued':
    case 'paperRecalled':
      return seatsConcerned(event)
    default:
      return []
  }
}

const seesSeat = (viewer: Viewer, seatId: Viewer['seats'][number]): boolean =>
  runsTheMeeting(viewer.role) || viewer.seats.includes(seatId)
