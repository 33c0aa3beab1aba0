import * as z from 'zod/mini'
import { itemId, seatId } from '../../core/ids.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant } from '../../core/text.ts'

/** 赞成, 反对, 补充, 提问. */
const stance = z.enum(['for', 'against', 'addition', 'question'])

export const floorCommands = {
  requestFloor: z.object({ seatId: seatId.schema, stance }),
  withdrawRequest: z.object({ seatId: seatId.schema }),
  /** 下一位: whoever waits first gets the floor; a speech still running ends. */
  callNextSpeaker: z.object({}),
  endSpeech: z.object({ seatId: seatId.schema }),
}

export const floorEvents = {
  floorRequested: z.object({ seatId: seatId.schema, stance, at: instant }),
  requestWithdrawn: z.object({ seatId: seatId.schema }),
  speechStarted: z.object({
    itemId: itemId.schema,
    seatId: seatId.schema,
    stance,
    at: instant,
    limitSeconds: z.int().check(z.positive()),
  }),
  speechEnded: z.object({ seatId: seatId.schema, at: instant }),
}

export type FloorEvent = MessageOf<typeof floorEvents>
