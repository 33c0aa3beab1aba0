import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import { practice } from '../../core/messages.ts'
import { calendarDate, instant, text } from '../../core/text.ts'
import { itemDraft, plannedMinutes } from '../../council/messages.ts'
import { seat } from '../../council/seat.ts'
import { meetingForm } from '../../formats/format.ts'
import { rule } from '../../rules/rule.ts'

/** What a meeting is given when it opens; the roster is a copy, so later edits never change it. */
const opening = {
  meetingId: idSchema.meetingId,
  councilId: idSchema.councilId,
  councilName: text(60),
  councilCode: z.string(),
  title: text(120),
  format: text(40),
  form: z.optional(meetingForm),
  place: text(80),
  startsAt: instant,
  rule: z.nullable(rule),
  region: z.optional(text(20)),
  noticedOn: z.optional(calendarDate),
  speakingSeconds: z.int().check(z.positive()),
  plannedMinutes: z.optional(plannedMinutes),
  seats: z.array(seat),
  agenda: z.array(itemDraft),
  chair: idSchema.seatId,
  scribe: idSchema.seatId,
  practice,
}

export const lifecycleCommands = {
  /** Sent by the host alone, carrying on from the council's meetingConvened. */
  openMeeting: z.object(opening),
  /** 散会: nothing more is discussed or decided. */
  closeMeeting: z.object({}),
  /** 封存: the record is complete; nothing is added any more. */
  sealMeeting: z.object({}),
  handOverChair: z.object({ seatId: idSchema.seatId }),
  /** 会议时间; null: none is set. */
  planMeeting: z.object({ minutes: z.nullable(plannedMinutes) }),
  handOverScribe: z.object({ seatId: idSchema.seatId }),
}

export const lifecycleEvents = {
  meetingOpened: z.object({ ...opening, openedAt: instant }),
  meetingClosed: z.object({ closedAt: instant }),
  meetingSealed: z.object({ sealedAt: instant }),
  /** `standsInFor` hands the chair over only to speak, and takes it back afterwards. */
  chairHandedOver: z.object({ seatId: idSchema.seatId, standsInFor: z.optional(idSchema.seatId) }),
  meetingPlanned: z.object({ minutes: z.nullable(plannedMinutes) }),
  scribeHandedOver: z.object({ seatId: idSchema.seatId }),
}
