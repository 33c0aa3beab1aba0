import { type CommandId, commandId, type MeetingId, meetingId, type SeatId, seatId } from '../core/ids.ts'

export type Asking =
  | { readonly t: 'claim'; readonly seatId: SeatId; readonly takeover: boolean }
  | { readonly t: 'walkIn'; readonly name: string }

/** What a client keeps over a reload of its page. */
export type Kept = {
  /** The meeting that the client is in or waits for. */
  readonly meetingId: MeetingId | null
  /** The code that was typed or scanned. */
  readonly code: string | null
  /** The seat that is asked for. */
  readonly asking: Asking | null
  /** Commands without an answer: id and the frame's text. */
  readonly outbox: [CommandId, string][]
}

type Field = keyof Kept | 't' | 'id' | 'name' | 'seatId' | 'takeover'

const nothingKept: Kept = { meetingId: null, code: null, asking: null, outbox: [] }

/** A place that outlives the page; what it gives back was written by an earlier version of us, or is nothing. */
export type Memory = {
  readonly load: () => unknown
  /** Whether it will be there after a reload. */
  readonly save: (kept: Kept) => boolean
}

/** What was kept, all of it or nothing. Read by hand: a phone's page loads no schemas. */
export function recalled(memory: Memory | undefined): Kept {
  const found = memory?.load()
  if (!isRecord(found)) return nothingKept
  const { asking, code, meetingId: meeting, outbox } = found
  const fits =
    (meeting === null || meetingId.parse(meeting) !== null) &&
    (code === null || typeof code === 'string') &&
    (asking === null || isAsking(asking)) &&
    Array.isArray(outbox) &&
    outbox.every(isEntry)
  if (!fits) return nothingKept
  return {
    meetingId: meetingId.parse(meeting),
    code,
    asking,
    outbox: outbox.filter(([id, text]) => isCommand(id, text)),
  }
}

function isAsking(value: unknown): value is Asking {
  if (!isRecord(value)) return false
  if (value.t === 'walkIn') return typeof value.name === 'string'
  return value.t === 'claim' && seatId.parse(value.seatId) !== null && typeof value.takeover === 'boolean'
}

const isEntry = (value: unknown): value is [CommandId, string] =>
  Array.isArray(value) && value.length === 2 && commandId.parse(value[0]) !== null && typeof value[1] === 'string'

/** What has been spoilt would stop the page at every load; it is no command that could still be sent. */
function isCommand(id: CommandId, text: string): boolean {
  try {
    const frame: unknown = JSON.parse(text)
    if (!isRecord(frame)) return false
    return frame.id === id && ['command', 'admit', 'turnAway'].some((t) => t === frame.t)
  } catch {
    return false
  }
}

const isRecord = (value: unknown): value is Readonly<Partial<Record<Field, unknown>>> =>
  typeof value === 'object' && value !== null
