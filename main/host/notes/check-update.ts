import * as Y from 'yjs'
import { MARK_NAMES, NODE_NAMES } from '../../../shared/notes/vocabulary.ts'

/** Most new elements and texts in one update: a paste is cut at far less, and deleting them recursively stays shallow. */
const MAX_TYPES = 3_000
/** Longest value of an attribute, characters. */
const MAX_VALUE_CHARS = 100

/**
 * Looks at a V1 update before it touches the document: whether it can be read to its end (also a count that claims more than
 * the bytes hold ends here, before anything is allocated for it) and brings only what notes may consist of. Where things
 * are put is known only afterwards: `mend.ts`.
 *
 * Left out on purpose: whose client ids these are. An update under another page's id is taken, as from the peer that brings
 * back what was written while the host was away; telling the two apart needs signed frames.
 */
export function isAcceptable(update: Uint8Array, items: ReadonlySet<string>): boolean {
  let structs: ReturnType<typeof Y.decodeUpdate>['structs']
  try {
    structs = Y.decodeUpdate(update).structs
  } catch {
    return false
  }
  const types = structs.filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType)
  return types.length <= MAX_TYPES && structs.every((struct) => !(struct instanceof Y.Item) || fits(struct, items))
}

function fits(item: Y.Item, items: ReadonlySet<string>): boolean {
  // In an update that is only decoded, a top-level parent is its name.
  const parent: unknown = item.parent
  if (typeof parent === 'string' && (!items.has(parent) || item.parentSub !== null)) return false
  const { content } = item
  if (content instanceof Y.ContentType) return isKnownType(content.type)
  if (content instanceof Y.ContentFormat) return MARK_NAMES.has(content.key) && isSmall(content.value)
  if (content instanceof Y.ContentAny) return content.arr.every(isPlain)
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted
}

function isKnownType(type: unknown): boolean {
  if (type instanceof Y.XmlElement) return NODE_NAMES.has(type.nodeName)
  return type instanceof Y.XmlText
}

/** A value of an attribute. */
export function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_CHARS
  return value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean'
}

function isSmall(value: unknown): boolean {
  return (JSON.stringify(value)?.length ?? 0) <= MAX_VALUE_CHARS
}
