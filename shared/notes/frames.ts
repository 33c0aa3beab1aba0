import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Kinds of message of the y-websocket protocol, and one of our own: 100. */
const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const SAVED = 100
const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2

export type NotesFrame =
  /** What the sender has; the other end answers with everything that is missing. */
  | { readonly kind: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'syncStep2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'carets'; readonly carets: Uint8Array }
  | { readonly kind: 'queryCarets' }
  /**
   * Host to page: the first `frames` syncStep2 and update frames of this connection are on the disk. One that was not
   * accepted counts as well, but then the host has asked again (syncStep1) before it said so.
   */
  | { readonly kind: 'saved'; readonly frames: number }

export function writeFrame(frame: NotesFrame): Uint8Array {
  const encoder = encoding.createEncoder()
  const bytes = (kinds: readonly number[], content: Uint8Array) => {
    for (const kind of kinds) encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, content)
  }
  switch (frame.kind) {
    case 'syncStep1':
      bytes([SYNC, SYNC_STEP_1], frame.stateVector)
      break
    case 'syncStep2':
      bytes([SYNC, SYNC_STEP_2], frame.update)
      break
    case 'update':
      bytes([SYNC, SYNC_UPDATE], frame.update)
      break
    case 'carets':
      bytes([AWARENESS], frame.carets)
      break
    case 'queryCarets':
      encoding.writeVarUint(encoder, QUERY_AWARENESS)
      break
    case 'saved':
      encoding.writeVarUint(encoder, SAVED)
      encoding.writeVarUint(encoder, frame.frames)
  }
  return encoding.toUint8Array(encoder)
}

/** Whether these are the bytes of a syncStep2 or update frame: each of them is counted, read or not (see `saved`). */
export function carriesUpdate(bytes: Uint8Array): boolean {
  return bytes[0] === SYNC && (bytes[1] === SYNC_STEP_2 || bytes[1] === SYNC_UPDATE)
}

/** Null when the bytes are no frame of this protocol, or more than one. */
export function readFrame(bytes: Uint8Array): NotesFrame | null {
  // A copy: of a view into a larger buffer, lib0 would read on into the bytes behind it.
  const decoder = decoding.createDecoder(new Uint8Array(bytes))
  try {
    const frame = readKind(decoder)
    return decoding.hasContent(decoder) ? null : frame
  } catch {
    return null
  }
}

function readKind(decoder: decoding.Decoder): NotesFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoder)
    case AWARENESS:
      return { kind: 'carets', carets: decoding.readVarUint8Array(decoder) }
    case QUERY_AWARENESS:
      return { kind: 'queryCarets' }
    case SAVED:
      return { kind: 'saved', frames: decoding.readVarUint(decoder) }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): NotesFrame | null {
  const step = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  switch (step) {
    case SYNC_STEP_1:
      return { kind: 'syncStep1', stateVector: content }
    case SYNC_STEP_2:
      return { kind: 'syncStep2', update: content }
    case SYNC_UPDATE:
      return { kind: 'update', update: content }
    default:
      return null
  }
}
