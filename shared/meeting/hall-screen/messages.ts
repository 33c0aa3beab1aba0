import * as z from 'zod/mini'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'

/** What the hall screen shows: whatever is on (follow), or a page that somebody chose. */
const shown = z.discriminatedUnion('page', [
  z.object({ page: z.literal('follow') }),
  z.object({ page: z.literal('join') }),
  z.object({ page: z.literal('item') }),
  z.object({ page: z.literal('floor') }),
  z.object({ page: z.literal('vote') }),
  z.object({ page: z.literal('result') }),
  /** 休息: until when, where that is known. */
  z.object({ page: z.literal('break'), until: z.nullable(instant), text: z.nullable(text(60)) }),
  z.object({ page: z.literal('text'), text: text(200) }),
])

export const screenCommands = {
  showOnScreen: z.object({ shown }),
}

export const screenEvents = {
  screenSwitched: z.object({ shown }),
}

export type ScreenShown = MessageOf<typeof screenEvents>['data']['shown']
