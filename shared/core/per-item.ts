import type { ItemId } from './ids.ts'

/**
 * What belongs to agenda items, kept item by item: an addition copies one item's short list and the list of items,
 * never the whole meeting's history. Every item has its entry from the first, and the item that is talked about is
 * nearly always among the last: search begins there.
 */
export type PerItem<Entry> = readonly { readonly itemId: ItemId; readonly entries: readonly Entry[] }[]

export const groupFor = <Entry>(itemId: ItemId): PerItem<Entry>[number] => ({ itemId, entries: [] })

export function entriesOf<Entry>(all: PerItem<Entry>, itemId: ItemId): readonly Entry[] {
  return all[lastIndexOf(all, itemId)]?.entries ?? []
}

export function withEntries<Entry>(
  all: PerItem<Entry>,
  itemId: ItemId,
  change: (entries: readonly Entry[]) => readonly Entry[],
): PerItem<Entry> {
  const index = lastIndexOf(all, itemId)
  const group = all[index]
  return group === undefined ? all : replacedAt(all, index, { itemId, entries: change(group.entries) })
}

/** The index of an agenda item's entry, searched from the end; -1 when it has none. */
export function lastIndexOf(all: readonly { readonly itemId: ItemId }[], itemId: ItemId): number {
  let index = all.length - 1
  while (index >= 0 && all[index]?.itemId !== itemId) index -= 1
  return index
}

/** A copy with one entry replaced. (`Array.prototype.with` is not in the oldest browsers that phones bring.) */
export function replacedAt<Entry>(all: readonly Entry[], index: number, entry: Entry): readonly Entry[] {
  const copy = all.slice()
  copy[index] = entry
  return copy
}
