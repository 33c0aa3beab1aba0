import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'
import { itemDraft, plannedMinutes } from '../../council/messages.ts'
import { enteredBy } from '../attendance/messages.ts'

export const agendaCommands = {
  addItem: z.omit(itemDraft, { announced: true }),
  startItem: z.object({ itemId: idSchema.itemId }),
  /** 议题时间; null: none is set. */
  planItem: z.object({ itemId: idSchema.itemId, minutes: z.nullable(plannedMinutes) }),
  finishItem: z.object({ itemId: idSchema.itemId }),
  /** 回避: on this item the seat neither votes nor counts. */
  recordRecusal: z.object({ itemId: idSchema.itemId, seatId: idSchema.seatId, reason: text(200) }),
  withdrawRecusal: z.object({ itemId: idSchema.itemId, seatId: idSchema.seatId }),
}

export const agendaEvents = {
  itemAdded: z.omit(itemDraft, { announced: true }),
  itemPlanned: z.object({ itemId: idSchema.itemId, minutes: z.nullable(plannedMinutes) }),
  itemStarted: z.object({ itemId: idSchema.itemId, at: instant }),
  itemFinished: z.object({ itemId: idSchema.itemId, at: instant }),
  recusalRecorded: z.object({
    itemId: idSchema.itemId,
    seatId: idSchema.seatId,
    reason: text(200),
    at: instant,
    enteredBy,
  }),
  recusalWithdrawn: z.object({ itemId: idSchema.itemId, seatId: idSchema.seatId, at: instant, enteredBy }),
}

/** That a seat has stood aside is for everybody, why is not. */
export const agendaRedactions = {
  recusalNoted: z.object({ itemId: idSchema.itemId, seatId: idSchema.seatId }),
}

export type AgendaEvent = MessageOf<typeof agendaEvents & typeof agendaRedactions>
