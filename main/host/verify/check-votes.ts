import type { MeetingEvent } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { Verifies } from '../identity/signatures.ts'
import type { RecordedEvent } from '../streams/recorded-event.ts'
import { checkBallot, checkWithdrawn } from './check-ballots.ts'
import { checkHands, checkIssued, checkRecalled, checkShown, checkTally, checkWriteIn } from './check-counts.ts'
import { checkAdded, checkClock, checkOpening, checkTellers } from './check-openings.ts'
import { checkAmended, checkClosing, checkPublishing, checkResolution, checkVoiding } from './check-results.ts'
import type { VoteFault } from './vote-faults.ts'

/**
 * Checks one event of a meeting against all that went before, and against the `next` of its batch: a vote that passes
 * is closed and brings its resolution in one act. Null when nothing is wrong. `version` is that of the recorded data.
 */
export function checkVote(
  meeting: HeldMeeting,
  event: RecordedEvent<MeetingEvent>,
  {
    next,
    verifies,
    version,
  }: { readonly next: MeetingEvent | undefined; readonly verifies: Verifies; readonly version: number },
): VoteFault | null {
  switch (event.type) {
    case 'voteOpened':
      return checkOpening(meeting, event.data, version)
    case 'tellersNamed':
      return checkTellers(meeting, event.data)
    case 'electorAdded':
      return checkAdded(meeting, event.data, event.by)
    case 'voteExtended':
    case 'ballotsStopped':
      return checkClock(meeting, event)
    case 'ballotCast':
      return checkBallot(meeting, event.data, event, verifies)
    case 'ballotWithdrawn':
      return checkWithdrawn(meeting, event.data, event.by)
    case 'handsCounted':
      return checkHands(meeting, event.data, event.by)
    case 'papersIssued':
      return checkIssued(meeting, event.data, event.by)
    case 'paperRecalled':
      return checkRecalled(meeting, event.data, event.by)
    case 'tallyEntered':
      return checkTally(meeting, event.data, event.by)
    case 'writeInFound':
    case 'writeInDropped':
      return checkWriteIn(meeting, event, event.by)
    case 'figuresShown':
      return checkShown(meeting, event.data)
    case 'voteClosed':
      return checkClosing(meeting, event.data, { next, version })
    case 'votePublished':
      return checkPublishing(meeting, event.data, next)
    case 'voteVoided':
      return checkVoiding(meeting, event.data, next)
    case 'textAmended':
      return checkAmended(meeting, event.data)
    case 'resolutionAdopted':
      return checkResolution(meeting, event.data)
    default:
      return null
  }
}
