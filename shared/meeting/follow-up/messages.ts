import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import { type MessageOf, practice } from '../../core/messages.ts'
import { calendarDate, text } from '../../core/text.ts'

const assignment = {
  worksheetId: idSchema.worksheetId,
  resolutionId: idSchema.resolutionId,
  /** 责任单位. */
  unit: text(60),
  /** 办理时限. */
  dueOn: calendarDate,
}

export const followUpCommands = { assignWorksheet: z.object(assignment) }

/** Carries all that the council's worksheet ledger needs, so that the step can be taken from this event alone. */
export const followUpEvents = {
  worksheetAssigned: z.object({
    ...assignment,
    councilId: idSchema.councilId,
    councilCode: z.string(),
    meetingId: idSchema.meetingId,
    matter: text(300),
    practice,
  }),
}

export type FollowUpEvent = MessageOf<typeof followUpEvents>
