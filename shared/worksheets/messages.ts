import * as z from 'zod/mini'
import { idSchema } from '../core/id-schemas.ts'
import { type MessageOf, practice } from '../core/messages.ts'
import { calendarDate, instant, text } from '../core/text.ts'

const worksheet = {
  worksheetId: idSchema.worksheetId,
  councilCode: z.string().check(z.regex(/^[A-Z0-9]{2,12}$/)),
  meetingId: idSchema.meetingId,
  resolutionId: idSchema.resolutionId,
  matter: text(500),
  /** 责任单位. */
  unit: text(60),
  /** 办理时限. */
  dueOn: calendarDate,
  practice,
}

export const worksheetCommands = { issueWorksheet: z.object(worksheet) }

export const worksheetEvents = {
  /** `number` is 年份-社区码-流水, the serial without gaps within a year; a practice meeting's worksheet has neither. */
  worksheetIssued: z.object({
    ...worksheet,
    number: z.nullable(z.string().check(z.regex(/^\d{4}-[A-Z0-9]{2,12}-\d{4,}$/))),
    year: z.int(),
    serial: z.nullable(z.int().check(z.positive())),
    issuedAt: instant,
  }),
}

export type WorksheetCommand = MessageOf<typeof worksheetCommands>
export type WorksheetEvent = MessageOf<typeof worksheetEvents>
export type Worksheet = Extract<WorksheetEvent, { type: 'worksheetIssued' }>['data']
