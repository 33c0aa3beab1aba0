import * as z from 'zod/mini'
import { itemId, pointId } from '../../core/ids.ts'
import type { MessageOf } from '../../core/messages.ts'
import { text } from '../../core/text.ts'

/** 意见要点, 议定事项, 待办. */
const pointKind = z.enum(['opinion', 'agreed', 'todo'])

export const minutesCommands = {
  addPoint: z.object({ pointId: pointId.schema, itemId: itemId.schema, kind: pointKind, text: text(1_000) }),
  revisePoint: z.object({ pointId: pointId.schema, itemId: itemId.schema, kind: pointKind, text: text(1_000) }),
  withdrawPoint: z.object({ pointId: pointId.schema, itemId: itemId.schema }),
}

export const minutesEvents = {
  pointAdded: minutesCommands.addPoint,
  pointRevised: minutesCommands.revisePoint,
  pointWithdrawn: minutesCommands.withdrawPoint,
}

export type MinutesEvent = MessageOf<typeof minutesEvents>
