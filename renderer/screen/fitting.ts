/** As many of these names as fit into so many characters, one after the other; the first in any case. */
export function fitting(names: readonly string[], room: number): readonly string[] {
  const taken = names.map((_, index) => names.slice(0, index + 1).join('').length)
  return names.filter((_, index) => index === 0 || (taken[index] ?? 0) <= room)
}
