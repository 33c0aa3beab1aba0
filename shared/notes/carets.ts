import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Colours of carets, by tone: dark enough for white words on them, and apart from one another for colour-blind eyes. */
export const CARET_TONES = [
  '#1e5b80',
  '#93501a',
  '#2c6847',
  '#6b3f8c',
  '#8f1b14',
  '#4b5058',
  '#73530c',
  '#2a5373',
] as const

/** Longest JSON of one caret, characters. */
const MAX_CARET_CHARS = 512
/** Most carets in one frame: more than can hold the pen in a hall. */
const MAX_CARETS = 1_000

/**
 * A caret as it travels: positions are Yjs relative positions in base64, `h` (head) is left out where it is the same as `a`
 * (anchor), both where the caret is nowhere. `n` and `k`, name and tone, are the host's alone.
 */
export type CaretState = {
  readonly n?: string
  readonly k?: number
  readonly a?: string
  readonly h?: string
}

/** `state` null: gone. The layout is that of an awareness update of y-protocols. */
export type Caret = { readonly clientId: number; readonly clock: number; readonly state: CaretState | null }

export function writeCarets(carets: readonly Caret[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, carets.length)
  for (const { clientId, clock, state } of carets) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}

/** Null when the bytes are no carets, or too many or too large ones. */
export function readCarets(bytes: Uint8Array): readonly Caret[] | null {
  const decoder = decoding.createDecoder(new Uint8Array(bytes))
  try {
    const count = decoding.readVarUint(decoder)
    if (count > MAX_CARETS) return null
    const carets: Caret[] = []
    for (let read = 0; read < count; read++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = readState(decoding.readVarString(decoder))
      if (state === undefined) return null
      carets.push({ clientId, clock, state })
    }
    return decoding.hasContent(decoder) ? null : carets
  } catch {
    return null
  }
}

/** Undefined when the text is no caret. What is not of a caret is left out. */
function readState(text: string): CaretState | null | undefined {
  if (text.length > MAX_CARET_CHARS) return undefined
  const value: unknown = JSON.parse(text)
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  const { n, k, a, h } = value as Record<string, unknown>
  return {
    ...(typeof n === 'string' ? { n } : {}),
    ...(typeof k === 'number' ? { k } : {}),
    ...(typeof a === 'string' ? { a } : {}),
    ...(typeof h === 'string' ? { h } : {}),
  }
}
