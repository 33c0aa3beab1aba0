/** A line of a list that is being edited; the key stays with it wherever it moves. */
export type Keyed<T> = T & { readonly key: number }

export const keyed = <T>(entries: readonly T[]): readonly Keyed<T>[] => entries.map((entry, key) => ({ ...entry, key }))

/** With one more line behind the one at `index`. */
export function inserted<T>(lines: readonly Keyed<T>[], index: number, entry: T): readonly Keyed<T>[] {
  const key = Math.max(-1, ...lines.map((line) => line.key)) + 1
  return [...lines.slice(0, index + 1), { ...entry, key }, ...lines.slice(index + 1)]
}

/** The line at `index` one place up (-1) or down (1); the same list where there is no such place. */
export function moved<T>(lines: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const line = lines[index]
  const to = index + by
  if (line === undefined || to < 0 || to >= lines.length) return lines
  const rest = lines.filter((_, at) => at !== index)
  return [...rest.slice(0, to), line, ...rest.slice(to)]
}
