import type { Context } from '../core/context.ts'
import type { SchemaTable } from '../core/messages.ts'
import type { Result } from '../core/result.ts'
import { decideCouncil } from '../council/decide.ts'
import { type CouncilEvent, councilCommands, councilEvents } from '../council/messages.ts'
import { noCouncil, projectCouncil, projectCouncilEvent } from '../council/state.ts'
import { decideMeeting } from '../meeting/decide.ts'
import { meetingCommands, meetingEvents } from '../meeting/messages.ts'
import { condenseMeetingEvents, projectMeeting, projectMeetingEvent, seatsShownMore } from '../meeting/project.ts'
import { unopenedMeeting } from '../meeting/state.ts'
import type { Viewer } from '../roles/roles.ts'
import { decideLedger, emptyLedger, projectLedger, projectLedgerEvent } from '../worksheets/ledger.ts'
import { type WorksheetEvent, worksheetCommands, worksheetEvents } from '../worksheets/messages.ts'
import { evolvers } from './evolvers.ts'

/** All that a host, a client or a test needs to know of one kind of stream. */
export type StreamKind<State, Command, Event, Seen, Rejection> = {
  /** Version of the data in its journal; a change of shape raises it and adds an upcaster. */
  readonly version: number
  /** Version of the folded state's shape; a change of shape raises it, and snapshots of the old shape are ignored. */
  readonly stateVersion: number
  readonly commands: SchemaTable
  readonly events: SchemaTable
  readonly initial: State
  readonly decide: (state: State, command: Command, context: Context) => Result<readonly Event[], Rejection>
  readonly evolve: (state: State, event: Seen) => State
  readonly project: (state: State, viewer: Viewer) => State
  readonly projectEvent: (event: Event, viewer: Viewer) => Seen | null
  /** The seats whose own viewers are shown more of an event than others of their role. */
  readonly seatsShownMore: (event: Event) => readonly string[]
  /** What is shown of a batch, in fewer words: folding it gives the same. */
  readonly condense: (events: readonly Seen[]) => readonly Seen[]
}

const nobody = () => []
const asTheyAre = <Seen>(events: readonly Seen[]): readonly Seen[] => events

export const councilKind = {
  version: 2,
  stateVersion: 2,
  commands: councilCommands,
  events: councilEvents,
  initial: noCouncil,
  decide: decideCouncil,
  evolve: evolvers.council,
  project: projectCouncil,
  projectEvent: projectCouncilEvent,
  seatsShownMore: nobody,
  condense: asTheyAre<CouncilEvent>,
}

export const meetingKind = {
  version: 4,
  stateVersion: 6,
  commands: meetingCommands,
  events: meetingEvents,
  initial: unopenedMeeting,
  decide: decideMeeting,
  evolve: evolvers.meeting,
  project: projectMeeting,
  projectEvent: projectMeetingEvent,
  seatsShownMore,
  condense: condenseMeetingEvents,
}

export const worksheetKind = {
  version: 1,
  stateVersion: 1,
  commands: worksheetCommands,
  events: worksheetEvents,
  initial: emptyLedger,
  decide: decideLedger,
  evolve: evolvers.worksheets,
  project: projectLedger,
  projectEvent: projectLedgerEvent,
  seatsShownMore: nobody,
  condense: asTheyAre<WorksheetEvent>,
}

export const streamKinds = { council: councilKind, meeting: meetingKind, worksheets: worksheetKind }
