import * as z from 'zod/mini'
import { itemId } from '../../core/ids.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'

export const agendaCommands = {
  addItem: z.object({ itemId: itemId.schema, title: text(120) }),
  startItem: z.object({ itemId: itemId.schema }),
  finishItem: z.object({ itemId: itemId.schema }),
}

export const agendaEvents = {
  itemAdded: z.object({ itemId: itemId.schema, title: text(120) }),
  itemStarted: z.object({ itemId: itemId.schema, at: instant }),
  itemFinished: z.object({ itemId: itemId.schema, at: instant }),
}

export type AgendaEvent = MessageOf<typeof agendaEvents>
