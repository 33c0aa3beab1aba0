import type { SeatId } from '../../core/ids.ts'
import { runsTheMeeting, type Viewer } from '../../roles/roles.ts'
import type { MeetingEventOf } from '../messages.ts'
import { withOthers } from './marks.ts'
import type { VotingEvent } from './messages.ts'
import type { OpenVote, PastVote, VoteFrame, Voting } from './state.ts'
import { usedBallotsOf } from './used-ballots.ts'

/** 记名: members and those who run the meeting see whose ballot is whose; guests and the screen see the result. */
const seesBallots = (viewer: Viewer): boolean => runsTheMeeting(viewer.role) || viewer.role === 'member'

/**
 * Until a vote is published no copy but the host's holds a figure that the display does not show: those who run the
 * meeting see who has voted and by which channel, everybody else only what concerns their own seats.
 */
export function projectVoting(state: Voting, viewer: Viewer): Voting {
  const desk = runsTheMeeting(viewer.role)
  return {
    ...state,
    open: state.open && openShown(state.open, viewer),
    held: state.held && {
      ...untold(state.held, viewer),
      ballots: [],
      verdict: desk ? state.held.verdict : null,
    },
    past: desk ? state.past : state.past.map((vote) => pastShown(vote, viewer)),
    usedBallots: usedBallotsOf(state.usedBallots, viewer.seats),
  }
}

function openShown(open: OpenVote, viewer: Viewer): OpenVote {
  const desk = runsTheMeeting(viewer.role)
  const { hands } = open
  return {
    ...untold(open, viewer),
    ballots: open.ballots.filter(ownedBy(viewer)),
    hands: hands && { ...hands, seatIds: shownSeats(hands.seatIds, viewer), rows: null, said: null },
    tallies: desk ? open.tallies.map((tally) => ({ ...tally, figures: null })) : [],
  }
}

const pastShown = (vote: PastVote, viewer: Viewer): PastVote => {
  // What was found is told of a void vote too, and so are those of whom it was found.
  const shown = vote.verdict === null ? untold(vote, viewer) : frameShown(vote, viewer)
  return shown.phase === 'closed' && !seesBallots(viewer) ? { ...shown, ballots: [] } : shown
}

function frameShown<Vote extends VoteFrame>(vote: Vote, viewer: Viewer): Vote {
  if (runsTheMeeting(viewer.role)) return vote
  const own = ownedBy(viewer)
  return { ...vote, voters: vote.voters.filter(own), spoilt: vote.spoilt.filter(own) }
}

/** 另选他人: that a name is in the box is a figure, and nobody's business before the result is published. */
function untold<Vote extends VoteFrame>(vote: Vote, viewer: Viewer): Vote {
  const shown = frameShown(vote, viewer)
  return runsTheMeeting(viewer.role) ? shown : { ...shown, terms: withOthers(shown.terms, []) }
}

const ownedBy =
  ({ seats }: Viewer) =>
  (entry: { readonly seatId: SeatId }): boolean =>
    seats.includes(entry.seatId)

const shownSeats = (seatIds: readonly SeatId[] | null, { role, seats }: Viewer): readonly SeatId[] | null =>
  seatIds === null || runsTheMeeting(role) ? seatIds : seatIds.filter((seatId) => seats.includes(seatId))

/** What a viewer is shown of an event of a vote. */
export function projectVotingEvent(event: VotingEvent, viewer: Viewer): VotingEvent | null {
  const desk = runsTheMeeting(viewer.role)
  switch (event.type) {
    case 'ballotCast':
      return ballotShown(event, viewer)
    case 'ballotWithdrawn': {
      if (desk || viewer.seats.includes(event.data.seatId)) return event
      return { type: 'ballotCounted', data: { voteId: event.data.voteId, count: -1 } }
    }
    case 'handsCounted': {
      const { at, change, seatIds, voteId } = event.data
      return { type: 'handsNoted', data: { voteId, seatIds: shownSeats(seatIds, viewer), change, at } }
    }
    case 'papersIssued': {
      const { at, issued, papers, voteId } = event.data
      const shown = desk ? papers : papers.filter(ownedBy(viewer))
      return { type: 'papersNoted', data: { voteId, papers: shown, issued, at } }
    }
    case 'paperRecalled': {
      const { at, issued, seatId, voteId } = event.data
      if (desk || viewer.seats.includes(seatId)) return event
      return { type: 'papersNoted', data: { voteId, papers: [], issued, at } }
    }
    case 'tallyEntered': {
      if (!desk) return null
      const { at, by, counter, differs, entry, voteId } = event.data
      return { type: 'tallyNoted', data: { voteId, entry, counter, by, at, differs } }
    }
    case 'writeInFound':
    case 'writeInDropped':
      return desk ? event : null
    case 'voteClosed': {
      if (event.data.held) {
        const { at, voteId } = event.data
        return desk ? { ...event, data: { ...event.data, ballots: [] } } : { type: 'voteEnded', data: { voteId, at } }
      }
      return resultShown(event, viewer)
    }
    case 'votePublished':
      return resultShown(event, viewer)
    default:
      return event
  }
}

function ballotShown(event: Extract<VotingEvent, { type: 'ballotCast' }>, viewer: Viewer): VotingEvent | null {
  const { at, channel, evidence, replaces, seatId, voteId } = event.data
  if (viewer.seats.includes(seatId)) return event
  if (!runsTheMeeting(viewer.role)) {
    return replaces === undefined ? { type: 'ballotCounted', data: { voteId, count: 1 } } : null
  }
  const by = channel ?? (evidence.kind === 'signed' ? 'device' : 'hands')
  return { type: 'ballotNoted', data: { voteId, seatId, channel: by, at: at ?? null, again: replaces !== undefined } }
}

function resultShown(
  event: { readonly type: 'voteClosed' | 'votePublished'; readonly data: MeetingEventOf<'votePublished'> },
  viewer: Viewer,
): VotingEvent {
  if (seesBallots(viewer)) return event
  const { ballots: _, ...announced } = event.data
  return { type: 'voteResultAnnounced', data: announced }
}

/** The seats whose own viewers are shown more of an event than others of their role. */
export function seatsConcerned(event: VotingEvent): readonly SeatId[] {
  switch (event.type) {
    case 'ballotCast':
    case 'ballotWithdrawn':
    case 'paperRecalled':
      return [event.data.seatId]
    case 'handsCounted':
      return event.data.seatIds ?? []
    case 'papersIssued':
      return event.data.papers.map(({ seatId }) => seatId)
    default:
      return []
  }
}
