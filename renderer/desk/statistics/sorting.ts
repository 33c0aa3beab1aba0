import type { ShownTotal } from './statistics-shown.ts'

export type SortKey = 'name' | 'party' | 'speeches' | 'seconds'
export type Sorting = { readonly by: SortKey; readonly descending: boolean }

const chinese = new Intl.Collator('zh-CN', { numeric: true })

/** A column is sorted figures first big, words first 阿; pressed again, the other way round. */
export const sortedBy = (now: Sorting, by: SortKey): Sorting =>
  now.by === by ? { by, descending: !now.descending } : { by, descending: by === 'speeches' || by === 'seconds' }

/** What is equal stands by time, then by name. */
export function sorted(lines: readonly ShownTotal[], { by, descending }: Sorting): readonly ShownTotal[] {
  const compare = (a: ShownTotal, b: ShownTotal) =>
    by === 'name' || by === 'party' ? chinese.compare(a[by], b[by]) : a[by] - b[by]
  return [...lines].sort(
    (a, b) => (descending ? -1 : 1) * compare(a, b) || b.seconds - a.seconds || chinese.compare(a.name, b.name),
  )
}
