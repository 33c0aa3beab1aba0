import { type CommandId, commandId } from '../../../shared/core/ids.ts'
import { anyHello, type ClientFrame, clientFrame } from '../../../shared/protocol/client-frames.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'

/** Levels of arrays and objects in a frame: no command has more than six, and recursion over deep data ends badly. */
const MAX_DEPTH = 32

export type ReadFrame =
  | { readonly kind: 'frame'; readonly frame: ClientFrame }
  | { readonly kind: 'otherVersion'; readonly reason: 'pageTooOld' | 'hostTooOld' }
  /** A command that cannot be read but whose sender waits for an answer. */
  | { readonly kind: 'badCommand'; readonly id: CommandId }
  | { readonly kind: 'malformed' }

/** Parses what came from a client, once. A hello of another version is known before anything else of it is read. */
export function readFrame(text: string): ReadFrame {
  const value = parseJson(text)
  const greeting = anyHello.safeParse(value)
  if (greeting.success && greeting.data.protocol < PROTOCOL.oldest)
    return { kind: 'otherVersion', reason: 'pageTooOld' }
  if (greeting.success && greeting.data.protocol > PROTOCOL.current)
    return { kind: 'otherVersion', reason: 'hostTooOld' }
  const parsed = isDeeperThan(MAX_DEPTH, value) ? null : clientFrame.safeParse(value)
  if (parsed?.success) return { kind: 'frame', frame: parsed.data }
  const id = idOfCommand(value)
  return id === null ? { kind: 'malformed' } : { kind: 'badCommand', id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member))
}

function idOfCommand(value: unknown): CommandId | null {
  return typeof value === 'object' && value !== null && 'id' in value ? commandId.parse(value.id) : null
}
