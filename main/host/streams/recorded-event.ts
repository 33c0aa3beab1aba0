import { type CommandId, commandId, type SeatId, seatId } from '../../../shared/core/ids.ts'
import { parseMessage, type SchemaTable } from '../../../shared/core/messages.ts'
import type { Actor } from '../../../shared/roles/roles.ts'

export type Author = SeatId | 'operator' | 'host'

/** An event as a journal holds it: what happened, when, by whom, and the command that it answers. */
export type RecordedEvent<Event> = Event & {
  /** The host's clock when it was decided, ms since 1970. */
  readonly at: number
  readonly by: Author
  /** `hash` is over the command's payload: a resend under the same id must carry the same payload. */
  readonly command: { readonly id: CommandId; readonly hash: string }
  /** For a step across streams: the place of the event from which it follows. */
  readonly cause?: string
}

export const authorOf = (actor: Actor): Author => actor.seatId ?? (actor.role === 'host' ? 'host' : 'operator')

/** Parses one event of a journal; throws when it is none of the kind's events. */
export function parseRecordedEvent<Event>(table: SchemaTable, value: unknown): RecordedEvent<Event> {
  const record = recordOf(value)
  const command = recordOf(record['command'])
  const message = parseMessage(table, record['type'], record['data'])
  const by = record['by'] === 'operator' || record['by'] === 'host' ? record['by'] : seatId.parse(record['by'])
  const id = commandId.parse(command['id'])
  const { at, cause } = record
  const { hash } = command
  if (message === null || by === null || id === null) throw new Error(`no event of this stream: ${record['type']}`)
  if (typeof at !== 'number' || typeof hash !== 'string') throw new Error('an event without time or command')
  if (cause !== undefined && typeof cause !== 'string') throw new Error('an event with a bad cause')
  const recorded = { ...message, at, by, command: { id, hash }, ...(cause === undefined ? {} : { cause }) }
  // The table is the kind's own table of events, so the message is one of its events.
  return recorded as unknown as RecordedEvent<Event>
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('not an object')
  return value as Readonly<Record<string, unknown>>
}
