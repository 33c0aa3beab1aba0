import { fromBase64, toBase64 } from 'lib0/buffer'
import * as encoding from 'lib0/encoding'
import { type Awareness, applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { CARET_TONES, type Caret, type CaretState } from './carets.ts'

/** The origin of every change of the awareness that came from the host: nothing of that is ever sent back. */
const FROM_HOST = 'host'

/** This page's own caret as it travels; null when it is nowhere. The editor keeps it in the awareness, in its own form. */
export function ownCaret(awareness: Awareness): CaretState | null {
  const cursor: unknown = awareness.getLocalState()?.['cursor']
  if (typeof cursor !== 'object' || cursor === null || !('anchor' in cursor) || !('head' in cursor)) return null
  const [a, h] = [encoded(cursor.anchor), encoded(cursor.head)]
  return a === h ? { a } : { a, h }
}

/** Puts the carets of others where the editor looks for them. */
export function showCarets(awareness: Awareness, carets: readonly Caret[]): void {
  const others = carets.filter(({ clientId }) => clientId !== awareness.clientID)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, others.length)
  for (const { clientId, clock, state } of others) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state && shown(state)))
  }
  applyAwarenessUpdate(awareness, encoding.toUint8Array(encoder), FROM_HOST)
}

/** The line is down, nobody's caret is known any more; the host that comes back counts its clock from the start. */
export function forgetCarets(awareness: Awareness): void {
  const others = [...awareness.meta.keys()].filter((clientId) => clientId !== awareness.clientID)
  removeAwarenessStates(awareness, others, FROM_HOST)
  for (const clientId of others) awareness.meta.delete(clientId)
}

function shown({ a, h, k = 0, n = '' }: CaretState): object {
  const tone = k % CARET_TONES.length
  const user = { name: n, color: CARET_TONES[tone], tone }
  const anchor = a === undefined ? null : decoded(a)
  const head = h === undefined ? anchor : decoded(h)
  return anchor === null || head === null ? { user } : { user, cursor: { anchor, head } }
}

const encoded = (position: unknown): string =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromJSON(position)))

function decoded(position: string): unknown {
  try {
    return Y.relativePositionToJSON(Y.decodeRelativePosition(fromBase64(position)))
  } catch {
    return null
  }
}
