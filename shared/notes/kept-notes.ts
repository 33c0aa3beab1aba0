import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { NOTES_SCHEMA } from './limits.ts'
import type { NotesKeep } from './notes-runtime.ts'

/** The whole document is kept and not just what is missing: after a reload without a host there is nothing to add it to. */
export function keepDocument(keep: NotesKeep, doc: Y.Doc): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, NOTES_SCHEMA)
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  keep.save(encoding.toUint8Array(encoder))
}

/** Brings back what an earlier life of this page kept; false when there is nothing that this version can read. */
export function restoreDocument(keep: NotesKeep, doc: Y.Doc, origin: unknown): boolean {
  const bytes = keep.load()
  if (bytes === null) return false
  try {
    const decoder = decoding.createDecoder(new Uint8Array(bytes))
    if (decoding.readVarUint(decoder) !== NOTES_SCHEMA) return false
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), origin)
    return true
  } catch {
    return false
  }
}
