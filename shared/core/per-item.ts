import type { ItemId } from './ids.ts'

/**
 * What belongs to agenda items, kept item by item: an addition copies one item's short list and the list of items,
 * never the whole meeting's history.
 */
export type PerItem<Entry> = readonly { readonly itemId: ItemId; readonly entries: readonly Entry[] }[]

export function entriesOf<Entry>(all: PerItem<Entry>, itemId: ItemId): readonly Entry[] {
  return all.find((group) => group.itemId === itemId)?.entries ?? []
}

export function withEntries<Entry>(
  all: PerItem<Entry>,
  itemId: ItemId,
  change: (entries: readonly Entry[]) => readonly Entry[],
): PerItem<Entry> {
  if (!all.some((group) => group.itemId === itemId)) return [...all, { itemId, entries: change([]) }]
  return all.map((group) => (group.itemId === itemId ? { itemId, entries: change(group.entries) } : group))
}
