import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'

/** 形成共识, 未形成, 已处置 (急哨: what was done first is recorded afterwards). */
const outcome = z.enum(['reached', 'notReached', 'handled'])

const conclusion = { itemId: idSchema.itemId, outcome, text: text(300) }

export const conclusionCommands = {
  /** How an item ended where nothing is voted on. The resolution's id is used unless no agreement was reached. */
  concludeItem: z.object({ ...conclusion, resolutionId: idSchema.resolutionId }),
  /** A conclusion is never reworded: it is taken back, with the reason, and drawn again. */
  withdrawConclusion: z.object({ itemId: idSchema.itemId, reason: text(200) }),
}

export const conclusionEvents = {
  itemConcluded: z.object({
    ...conclusion,
    /** Null when no agreement was reached. */
    resolutionId: z.nullable(idSchema.resolutionId),
    at: instant,
    by: z.union([idSchema.seatId, z.literal('operator')]),
  }),
  conclusionWithdrawn: z.object({ itemId: idSchema.itemId, reason: text(200), at: instant }),
}

export type ConclusionEvent = MessageOf<typeof conclusionEvents>
