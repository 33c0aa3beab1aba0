import * as z from 'zod/mini'
import { councilId, itemId, meetingId, seatId } from '../core/ids.ts'
import { type MessageOf, practice } from '../core/messages.ts'
import { instant, text } from '../core/text.ts'
import { rule } from '../rules/rule.ts'
import { seat } from './seat.ts'

const MAX_SEATS = 5_000
const MAX_ITEMS_AT_OPENING = 100
/** 10 minutes: longer than any speaking limit seen in practice (2 to 3 minutes). */
const MAX_SPEAKING_SECONDS = 600

/** 街道, 社区, 网格, 楼院. */
const level = z.enum(['street', 'community', 'grid', 'courtyard'])

/** The short code that worksheet numbers carry (年份+社区码+流水). */
const councilCode = z.string().check(z.regex(/^[A-Z0-9]{2,12}$/))

const agendaDraft = z
  .array(z.object({ itemId: itemId.schema, title: text(120) }))
  .check(z.maxLength(MAX_ITEMS_AT_OPENING))

const plan = {
  meetingId: meetingId.schema,
  title: text(120),
  format: text(40),
  place: text(80),
  startsAt: instant,
  agenda: agendaDraft,
  rule,
  speakingSeconds: z.int().check(z.minimum(10), z.maximum(MAX_SPEAKING_SECONDS)),
  chair: seatId.schema,
  scribe: seatId.schema,
  practice,
}

export const councilCommands = {
  foundCouncil: z.object({ councilId: councilId.schema, name: text(60), code: councilCode, level }),
  addSeat: seat,
  reviseSeat: seat,
  retireSeat: z.object({ seatId: seatId.schema }),
  /** Calls a meeting: the meeting gets a copy of the roster, so later edits never change a past meeting. */
  conveneMeeting: z.object(plan),
}

export const councilEvents = {
  councilFounded: z.object({ councilId: councilId.schema, name: text(60), code: councilCode, level }),
  seatAdded: seat,
  seatRevised: seat,
  seatRetired: z.object({ seatId: seatId.schema }),
  meetingConvened: z.object({
    ...plan,
    councilId: councilId.schema,
    councilName: text(60),
    councilCode,
    seats: z.array(seat).check(z.maxLength(MAX_SEATS)),
  }),
}

export type CouncilCommand = MessageOf<typeof councilCommands>
export type CouncilEvent = MessageOf<typeof councilEvents>
export type MeetingConvened = Extract<CouncilEvent, { type: 'meetingConvened' }>['data']
