import { assertNever } from '../../core/assert-never.ts'
import { runsTheMeeting, type Viewer } from '../../roles/roles.ts'
import type { SeenMeetingEvent } from '../messages.ts'
import type { RecordedWrittenEvent } from './messages.ts'
import type { WrittenVote, WrittenVotes } from './state.ts'

/**
 * Who is asked and whose paper is back is for the desk, which hands them out; what a paper says is for nobody before the
 * close. Afterwards the desk keeps what the owners' signed papers say and all opinions, everybody else the figures. What
 * a household answered stays on its paper.
 */
export const projectWrittenVotes = (votes: WrittenVotes, viewer: Viewer): WrittenVotes =>
  votes.map(runsTheMeeting(viewer.role) ? forDesk : forOthers)

function forDesk(vote: WrittenVote): WrittenVote {
  if (vote.phase === 'open') return { ...vote, choices: [], opinions: [] }
  return vote.kind === 'owners' ? vote : { ...vote, choices: [] }
}

const forOthers = (vote: WrittenVote): WrittenVote => ({
  ...vote,
  units: [],
  changes: [],
  papers: [],
  spoilt: [],
  returns: [],
  choices: [],
  opinions: [],
})

/** By the viewer's role alone: nobody is shown more of a paper for being asked. */
export function projectWrittenEvent(event: RecordedWrittenEvent, viewer: Viewer): SeenMeetingEvent {
  const desk = runsTheMeeting(viewer.role)
  switch (event.type) {
    case 'writtenVoteOpened': {
      if (desk) return event
      const { units, ...question } = event.data
      return { type: 'writtenVoteShown', data: { ...question, asked: units.length } }
    }
    case 'unitAdded': {
      if (desk) return event
      const { totals, voteId } = event.data
      return { type: 'unitsCounted', data: { voteId, count: 1, ...(totals === undefined ? {} : { totals }) } }
    }
    case 'unitCorrected': {
      const { totals, voteId } = event.data
      return desk ? event : { type: 'unitsCounted', data: { voteId, count: 0, totals } }
    }
    case 'papersHandedOut':
    case 'paperSpoilt':
    case 'returnWithdrawn': {
      const { at, counts, voteId } = event.data
      return desk ? event : { type: 'returnsCounted', data: { voteId, counts, at } }
    }
    case 'returnRecorded': {
      const { at, by, counts, on, unitId, voteId } = event.data
      if (desk) return { type: 'returnNoted', data: { voteId, counts, at, unitId, on, by } }
      return { type: 'returnsCounted', data: { voteId, counts, at } }
    }
    case 'writtenVoteClosed': {
      const { at, verdict, voteId } = event.data
      if (!desk) return { type: 'writtenVoteAnnounced', data: { voteId, at, verdict } }
      // Only the papers of owners have figures of owners.
      return verdict.figures.owners === undefined ? { ...event, data: { ...event.data, choices: [] } } : event
    }
    case 'writtenVoteVoided':
      return event
    default:
      return assertNever(event)
  }
}
