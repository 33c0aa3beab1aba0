import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant } from '../../core/text.ts'

/** 赞成, 反对, 补充, 提问. */
const stance = z.enum(['for', 'against', 'addition', 'question'])

export const floorCommands = {
  requestFloor: z.object({ seatId: idSchema.seatId, stance }),
  withdrawRequest: z.object({ seatId: idSchema.seatId }),
  /** 下一位: whoever waits first gets the floor; a speech still running ends. */
  callNextSpeaker: z.object({}),
  endSpeech: z.object({ seatId: idSchema.seatId }),
}

export const floorEvents = {
  floorRequested: z.object({ seatId: idSchema.seatId, stance, at: instant }),
  requestWithdrawn: z.object({ seatId: idSchema.seatId }),
  speechStarted: z.object({
    itemId: idSchema.itemId,
    seatId: idSchema.seatId,
    stance,
    at: instant,
    limitSeconds: z.int().check(z.positive()),
  }),
  speechEnded: z.object({ seatId: idSchema.seatId, at: instant }),
}

export type FloorEvent = MessageOf<typeof floorEvents>
