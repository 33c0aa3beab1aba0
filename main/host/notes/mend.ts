import * as Y from 'yjs'
import { BLOCK_NAMES, MAX_DEPTH, NODE_ATTRIBUTES, NODE_NAMES } from '../../../shared/notes/vocabulary.ts'
import { isPlain } from './check-update.ts'

type AnyType = Y.AbstractType<unknown>

/**
 * Takes out of the document whatever this transaction has put where it may not be, and says how much that was. Runs inside
 * the transaction: nobody else ever sees it, and both go into the same update.
 */
export function mend(transaction: Y.Transaction): number {
  let mended = 0
  const drop = (item: Y.Item) => {
    item.delete(transaction)
    mended += 1
  }
  // Types that are new in this transaction are not in `changed`: they are reached from the parent that is.
  for (const type of [...transaction.changed.keys()] as AnyType[]) check(type, depthOf(type), transaction, drop)
  return mended
}

function check(type: AnyType, depth: number, transaction: Y.Transaction, drop: (item: Y.Item) => void): void {
  for (const [name, item] of type._map) {
    if (!item.deleted && !isAttribute(type, name, item)) drop(item)
  }
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (depth >= MAX_DEPTH || !mayHold(type, item)) drop(item)
    else if (item.content instanceof Y.ContentType && isNew(item, transaction))
      check(item.content.type, depth + 1, transaction, drop)
  }
}

function mayHold(type: AnyType, { content }: Y.Item): boolean {
  if (type instanceof Y.XmlText) return content instanceof Y.ContentString || content instanceof Y.ContentFormat
  if (!(content instanceof Y.ContentType)) return false
  const child: unknown = content.type
  if (child instanceof Y.XmlElement) return (type._item === null ? BLOCK_NAMES : NODE_NAMES).has(child.nodeName)
  return child instanceof Y.XmlText && type._item !== null
}

function isAttribute(type: AnyType, name: string, { content }: Y.Item): boolean {
  if (!(type instanceof Y.XmlElement) || !(content instanceof Y.ContentAny)) return false
  return (NODE_ATTRIBUTES[type.nodeName]?.includes(name) ?? false) && content.arr.every(isPlain)
}

function depthOf(type: AnyType): number {
  let depth = 0
  for (let item = type._item; item !== null && depth < MAX_DEPTH; depth++) {
    // The parent of an item that is in the document is a type.
    item = (item.parent as AnyType)._item
  }
  return depth
}

function isNew(item: Y.Item, { beforeState }: Y.Transaction): boolean {
  return item.id.clock >= (beforeState.get(item.id.client) ?? 0)
}
