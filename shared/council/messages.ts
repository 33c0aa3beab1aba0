import * as z from 'zod/mini'
import { idSchema } from '../core/id-schemas.ts'
import { type MessageOf, practice } from '../core/messages.ts'
import { calendarDate, instant, text } from '../core/text.ts'
import { formatId, meetingForm } from '../formats/format.ts'
import { speakingSeconds } from '../formats/speaking-rules.ts'
import { rule } from '../rules/rule.ts'
import { seat } from './seat.ts'

const MAX_SEATS = 5_000
const MAX_ITEMS_AT_OPENING = 100
/** All formats of a busy street office. */
const MAX_FORMATS = 60

/** 街道, 社区, 网格, 楼院. */
const level = z.enum(['street', 'community', 'grid', 'courtyard'])

/** The short code that worksheet numbers carry (年份+社区码+流水). */
const councilCode = z.string().check(z.regex(/^[A-Z0-9]{2,12}$/))

/** Which local rules apply, such as 北京. */
const region = z.optional(text(20))

const seats = z.array(seat).check(z.maxLength(MAX_SEATS))

/** Minutes that are meant for an item or a meeting: at most a day. */
export const plannedMinutes = z.int().check(z.minimum(1), z.maximum(1_440))

export const itemDraft = z.object({
  itemId: idSchema.itemId,
  title: text(120),
  /** 公众议事委员 who are invited for this item; left out: all of them. */
  invited: z.optional(z.array(idSchema.seatId).check(z.maxLength(MAX_SEATS))),
  /** 议题时间: how many minutes are meant for it. */
  minutes: z.optional(plannedMinutes),
  /** The item stood in the notice of the meeting. */
  announced: z.optional(z.literal(true)),
})

const plan = {
  meetingId: idSchema.meetingId,
  title: text(120),
  format: text(40),
  /** What the meeting keeps of its format; missing from journals of earlier versions. */
  form: z.optional(meetingForm),
  place: text(80),
  startsAt: instant,
  agenda: z.array(itemDraft).check(z.maxLength(MAX_ITEMS_AT_OPENING)),
  /** Null where nothing is voted on. */
  rule: z.nullable(rule),
  /** 公示: the day of the notice, in China. */
  noticedOn: z.optional(calendarDate),
  speakingSeconds,
  /** 会议时间: how long the whole is meant to take. */
  plannedMinutes: z.optional(plannedMinutes),
  chair: idSchema.seatId,
  scribe: idSchema.seatId,
  practice,
}

const rosterChange = {
  added: seats,
  revised: seats,
  retired: z.array(idSchema.seatId).check(z.maxLength(MAX_SEATS)),
}

const chosenFormats = z.array(formatId).check(z.maxLength(MAX_FORMATS))

export const councilCommands = {
  foundCouncil: z.object({ councilId: idSchema.councilId, name: text(60), code: councilCode, level, region }),
  reviseCouncil: z.object({ name: text(60), code: councilCode, level, region }),
  /** Changes a roster as a whole: all of it or nothing. */
  reviseRoster: z.object(rosterChange),
  /** The forms in which this council meets: those that recur are watched over. */
  chooseFormats: z.object({ formatIds: chosenFormats }),
  addSeat: seat,
  reviseSeat: seat,
  retireSeat: z.object({ seatId: idSchema.seatId }),
  /** Calls a meeting: the meeting gets a copy of the roster, so later edits never change a past meeting. */
  conveneMeeting: z.object(plan),
}

export const councilEvents = {
  councilFounded: z.object({ councilId: idSchema.councilId, name: text(60), code: councilCode, level, region }),
  councilRevised: z.object({ name: text(60), code: councilCode, level, region }),
  seatAdded: seat,
  seatRevised: seat,
  /** When, is missing from journals of earlier versions. */
  seatRetired: z.object({ seatId: idSchema.seatId, at: z.optional(instant) }),
  rosterRevised: z.object({ ...rosterChange, at: instant }),
  formatsChosen: z.object({ formatIds: chosenFormats, at: instant }),
  meetingConvened: z.object({
    ...plan,
    councilId: idSchema.councilId,
    councilName: text(60),
    councilCode,
    region,
    seats,
  }),
}

export type CouncilCommand = MessageOf<typeof councilCommands>
export type CouncilEvent = MessageOf<typeof councilEvents>
export type MeetingConvened = Extract<CouncilEvent, { type: 'meetingConvened' }>['data']
