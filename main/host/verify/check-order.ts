import { hasId } from '../../../shared/core/id-set.ts'
import type { ItemId, VoteId } from '../../../shared/core/ids.ts'
import { lastIndexOf } from '../../../shared/core/per-item.ts'
import type { MeetingEvent } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting, MeetingState } from '../../../shared/meeting/state.ts'
import { pastAmendments, wasAmended } from '../../../shared/meeting/voting/amendments-first.ts'
import { votingEvents } from '../../../shared/meeting/voting/messages.ts'
import { type Draft, draftOf } from '../../../shared/meeting/voting/state.ts'
import { isBallotUsed } from '../../../shared/meeting/voting/used-ballots.ts'
import { repeatsRightly } from './check-openings.ts'

/**
 * Whether no meeting that stands like this could have brought the event forth. A second opening, a vote opened over
 * another or an act after the sealing would otherwise quietly replace what the checks of the votes rest on.
 */
export function isImpossible(meeting: MeetingState, event: MeetingEvent): boolean {
  if (meeting.phase === 'unopened') return event.type !== 'meetingOpened'
  const { agenda, phase, runningItem, usedIds, voting, writtenVotes } = meeting
  switch (event.type) {
    case 'meetingOpened':
      return true
    case 'meetingClosed':
      return phase !== 'open' || voting.open !== null || voting.held !== null
    case 'meetingSealed':
      return phase !== 'closed' || writtenVotes.some((vote) => vote.phase === 'open')
    case 'voteOpened': {
      const { itemId, voteId } = event.data
      if (phase !== 'open' || voting.open !== null || voting.held !== null || runningItem !== itemId) return true
      // 修正案 are voted on first.
      if (voting.drafts.some(({ amendment }) => amendment?.voteId === voteId)) return true
      const draft = draftOf(voting, voteId)
      // Other words than those of its own draft are said to be just that.
      const asDrafted = draft === null || draft.motion === event.data.motion
      if (asDrafted && pastAmendments(voting, event.data) !== null) return true
      return hasId(usedIds, voteId) && draft === null
    }
    case 'voteDrafted': {
      const { amendment, itemId, motion, versions, voteId } = event.data
      if (phase !== 'open' || hasId(usedIds, voteId) || lastIndexOf(agenda, itemId) === -1) return true
      if (!repeatsRightly(voting, event.data) || wasAmended(voting, versions ?? [], motion)) return true
      return amendment !== undefined && !isAmendment(meeting, amendment, itemId)
    }
    case 'draftRevised': {
      const { amendment, voteId } = event.data
      const draft = draftOf(voting, voteId)
      if (phase !== 'open' || draft === null) return true
      if (amendmentRuns(meeting, voteId)) return true
      if (wasAmended(voting, draft.versions, event.data.motion)) return true
      const amends = draft.amendment !== null && amendment !== undefined
      return amendment !== undefined && !(amends && isAmendment(meeting, amendment, draft.itemId))
    }
    case 'draftDropped':
      return (
        phase !== 'open' || draftOf(voting, event.data.voteId) === null || amendmentRuns(meeting, event.data.voteId)
      )
    case 'ballotCast':
      return phase !== 'open' || isBallotUsed(voting.usedBallots, event.data.ballotId)
    case 'writtenVoteOpened':
      return phase === 'sealed' || hasId(usedIds, event.data.voteId) || lastIndexOf(agenda, event.data.itemId) === -1
    case 'resolutionAdopted': {
      const { resolutionId, voteId } = event.data
      // What was asked in writing may come to its end after 散会.
      const inWriting = phase === 'closed' && writtenVotes.some((vote) => vote.voteId === voteId)
      return (phase !== 'open' && !inWriting) || hasId(usedIds, resolutionId)
    }
    // A result may turn out to be wrong until the record is sealed.
    case 'voteVoided':
    case 'textAmended':
      return phase === 'sealed'
    default:
      return Object.hasOwn(votingEvents, event.type) ? phase !== 'open' : phase === 'sealed'
  }
}

/** An amendment is to a draft on the same item that is none itself, and written against the words that this one has. */
function isAmendment({ voting }: HeldMeeting, { of, voteId }: NonNullable<Draft['amendment']>, itemId: ItemId) {
  const proposal = draftOf(voting, voteId)
  return proposal?.itemId === itemId && proposal.amendment === null && proposal.motion === of
}

/** A proposal stays as it is while people vote on an amendment to it. */
const amendmentRuns = ({ voting }: HeldMeeting, voteId: VoteId): boolean =>
  (voting.open ?? voting.held)?.amendment?.voteId === voteId
