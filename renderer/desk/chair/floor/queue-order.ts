/** The same things with `one` at `index`; the same list when it is not in it, or nothing would move. */
export function movedTo<Id>(ids: readonly Id[], one: Id, index: number): readonly Id[] {
  const from = ids.indexOf(one)
  if (from === -1 || index < 0 || index >= ids.length || index === from) return ids
  const others = ids.filter((id) => id !== one)
  return [...others.slice(0, index), one, ...others.slice(index)]
}
