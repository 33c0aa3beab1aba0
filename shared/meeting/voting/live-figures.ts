import type { MeetingEvent } from '../messages.ts'
import type { MeetingBody } from '../state.ts'
import { evolveVoting } from './evolve.ts'
import { countsOf } from './result.ts'

/** Live display: with what comes in everybody is told how the vote stands. */
export function withLiveFigures(
  meeting: Pick<MeetingBody, 'rule' | 'voting'>,
  event: Extract<MeetingEvent, { type: 'ballotCast' | 'ballotWithdrawn' | 'handsCounted' }>,
): readonly MeetingEvent[] {
  const { open } = evolveVoting(meeting.voting, event, meeting.rule)
  if (open === null || open.terms.display !== 'live') return [event]
  return [event, { type: 'figuresShown', data: { voteId: open.voteId, rows: countsOf(open) } }]
}
