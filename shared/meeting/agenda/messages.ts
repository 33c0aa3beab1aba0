import * as z from 'zod/mini'
import { itemId, seatId } from '../../core/ids.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'
import { itemDraft } from '../../council/messages.ts'
import { enteredBy } from '../attendance/messages.ts'

export const agendaCommands = {
  addItem: z.omit(itemDraft, { announced: true }),
  startItem: z.object({ itemId: itemId.schema }),
  finishItem: z.object({ itemId: itemId.schema }),
  /** 回避: on this item the seat neither votes nor counts. */
  recordRecusal: z.object({ itemId: itemId.schema, seatId: seatId.schema, reason: text(200) }),
  withdrawRecusal: z.object({ itemId: itemId.schema, seatId: seatId.schema }),
}

export const agendaEvents = {
  itemAdded: z.omit(itemDraft, { announced: true }),
  itemStarted: z.object({ itemId: itemId.schema, at: instant }),
  itemFinished: z.object({ itemId: itemId.schema, at: instant }),
  recusalRecorded: z.object({
    itemId: itemId.schema,
    seatId: seatId.schema,
    reason: text(200),
    at: instant,
    enteredBy,
  }),
  recusalWithdrawn: z.object({ itemId: itemId.schema, seatId: seatId.schema, at: instant, enteredBy }),
}

/** That a seat has stood aside is for everybody, why is not. */
export const agendaRedactions = {
  recusalNoted: z.object({ itemId: itemId.schema, seatId: seatId.schema }),
}

export type AgendaEvent = MessageOf<typeof agendaEvents & typeof agendaRedactions>
