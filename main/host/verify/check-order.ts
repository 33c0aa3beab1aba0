import { hasId } from '../../../shared/core/id-set.ts'
import { lastIndexOf } from '../../../shared/core/per-item.ts'
import type { MeetingEvent } from '../../../shared/meeting/messages.ts'
import type { MeetingState } from '../../../shared/meeting/state.ts'

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
      return phase !== 'open' || voting.open !== null
    case 'meetingSealed':
      return phase !== 'closed' || writtenVotes.some((vote) => vote.phase === 'open')
    case 'voteOpened': {
      const { itemId, voteId } = event.data
      return phase !== 'open' || voting.open !== null || runningItem !== itemId || hasId(usedIds, voteId)
    }
    case 'ballotCast': {
      const { ballotId } = event.data
      return phase !== 'open' || voting.open?.ballots.some((ballot) => ballot.ballotId === ballotId) === true
    }
    case 'writtenVoteOpened':
      return phase === 'sealed' || hasId(usedIds, event.data.voteId) || lastIndexOf(agenda, event.data.itemId) === -1
    case 'resolutionAdopted': {
      const { resolutionId, voteId } = event.data
      // What was asked in writing may come to its end after 散会.
      const inWriting = phase === 'closed' && writtenVotes.some((vote) => vote.voteId === voteId)
      return (phase !== 'open' && !inWriting) || hasId(usedIds, resolutionId)
    }
    case 'voteClosed':
    case 'voteVoided':
      return phase !== 'open'
    default:
      return phase === 'sealed'
  }
}
