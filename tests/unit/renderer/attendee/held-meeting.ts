import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { opened } from '../../../fixtures/small-meeting.ts'

/** The small meeting after these events, as the host sees it. */
export function heldAfter(...events: MeetingEvent[]): HeldMeeting {
  const state = [opened, ...events].reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is open')
  return state
}
