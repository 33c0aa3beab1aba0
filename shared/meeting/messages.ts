import type { MessageOf } from '../core/messages.ts'
import { agendaCommands, agendaEvents, agendaRedactions } from './agenda/messages.ts'
import { attendanceCommands, attendanceEvents, attendanceRedactions } from './attendance/messages.ts'
import { conclusionCommands, conclusionEvents } from './conclusions/messages.ts'
import { floorCommands, floorEvents } from './floor/messages.ts'
import { followUpCommands, followUpEvents } from './follow-up/messages.ts'
import { screenCommands, screenEvents } from './hall-screen/messages.ts'
import { lifecycleCommands, lifecycleEvents } from './lifecycle/messages.ts'
import { minutesCommands, minutesEvents } from './minutes/messages.ts'
import { votingCommands, votingEvents, votingRedactions } from './voting/messages.ts'
import { writtenVoteCommands, writtenVoteEvents, writtenVoteRedactions } from './written-votes/messages.ts'

export const meetingCommands = {
  ...lifecycleCommands,
  ...attendanceCommands,
  ...agendaCommands,
  ...floorCommands,
  ...votingCommands,
  ...writtenVoteCommands,
  ...conclusionCommands,
  ...minutesCommands,
  ...followUpCommands,
  ...screenCommands,
}

/** What the journal of a meeting holds. */
export const meetingEvents = {
  ...lifecycleEvents,
  ...attendanceEvents,
  ...agendaEvents,
  ...floorEvents,
  ...votingEvents,
  ...writtenVoteEvents,
  ...conclusionEvents,
  ...minutesEvents,
  ...followUpEvents,
  ...screenEvents,
}

/** Made only by `project`: never in a journal, never from a client. */
const meetingRedactions = {
  ...attendanceRedactions,
  ...agendaRedactions,
  ...votingRedactions,
  ...writtenVoteRedactions,
}

export type MeetingCommand = MessageOf<typeof meetingCommands>
export type MeetingEvent = MessageOf<typeof meetingEvents>
type MeetingRedaction = MessageOf<typeof meetingRedactions>
/** What a viewer's copy of the state is built from. */
export type SeenMeetingEvent = MeetingEvent | MeetingRedaction

export type MeetingEventOf<Type extends SeenMeetingEvent['type']> = Extract<SeenMeetingEvent, { type: Type }>['data']
export type MeetingCommandOf<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>['data']
