import * as z from 'zod/mini'
import { type CommandId, commandId, meetingId, seatId } from '../core/ids.ts'

const asking = z.discriminatedUnion('t', [
  z.object({ t: z.literal('claim'), seatId: seatId.schema, takeover: z.boolean() }),
  z.object({ t: z.literal('walkIn'), name: z.string() }),
])

const kept = z.object({
  /** The meeting that the client is in or waits for. */
  meetingId: z.nullable(meetingId.schema),
  /** The code that was typed or scanned. */
  code: z.nullable(z.string()),
  /** The seat that is asked for. */
  asking: z.nullable(asking),
  /** Commands without an answer: id and the frame's text. */
  outbox: z.array(z.tuple([commandId.schema, z.string()])),
})

export type Asking = z.infer<typeof asking>

/** What a client keeps over a reload of its page. */
export type Kept = Readonly<z.infer<typeof kept>>

const nothingKept: Kept = { meetingId: null, code: null, asking: null, outbox: [] }

/** A place that outlives the page; what it gives back was written by an earlier version of us, or is nothing. */
export type Memory = {
  readonly load: () => unknown
  /** Whether it will be there after a reload. */
  readonly save: (kept: Kept) => boolean
}

export function recalled(memory: Memory | undefined): Kept {
  const found = kept.safeParse(memory?.load())
  if (!found.success) return nothingKept
  return { ...found.data, outbox: found.data.outbox.filter(([id, text]) => isCommand(id, text)) }
}

/** What has been spoilt would stop the page at every load; it is no command that could still be sent. */
function isCommand(id: CommandId, text: string): boolean {
  try {
    const frame: unknown = JSON.parse(text)
    if (typeof frame !== 'object' || frame === null || !('t' in frame) || !('id' in frame)) return false
    return frame.id === id && ['command', 'admit', 'turnAway'].some((t) => t === frame.t)
  } catch {
    return false
  }
}
