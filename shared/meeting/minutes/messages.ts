import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { text } from '../../core/text.ts'

/** 意见要点, 议定事项, 待办. */
const pointKind = z.enum(['opinion', 'agreed', 'todo'])

export const minutesCommands = {
  addPoint: z.object({ pointId: idSchema.pointId, itemId: idSchema.itemId, kind: pointKind, text: text(1_000) }),
  revisePoint: z.object({ pointId: idSchema.pointId, itemId: idSchema.itemId, kind: pointKind, text: text(1_000) }),
  withdrawPoint: z.object({ pointId: idSchema.pointId, itemId: idSchema.itemId }),
}

export const minutesEvents = {
  pointAdded: minutesCommands.addPoint,
  pointRevised: minutesCommands.revisePoint,
  pointWithdrawn: minutesCommands.withdrawPoint,
}

export type MinutesEvent = MessageOf<typeof minutesEvents>
