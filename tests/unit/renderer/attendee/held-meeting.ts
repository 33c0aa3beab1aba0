import { plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { opened } from '../../../fixtures/small-meeting.ts'

/** The small meeting after these events, as the host sees it. */
export function heldAfter(...events: MeetingEvent[]): HeldMeeting {
  const state = [opened, ...events].reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is open')
  return state
}

/** The same meeting with these 发言规则 on every item, else the plain ones. */
export const withRules = (meeting: HeldMeeting, rules: Partial<SpeakingRules>): HeldMeeting => ({
  ...meeting,
  form: { ...meeting.form, speeches: { ...plainSpeaking, ...rules } },
})
