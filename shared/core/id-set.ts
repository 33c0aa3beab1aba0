/** Ids are made of 0-9 and a-z. */
const WIDTH = 36

/**
 * A set of ids that is never changed in place: adding copies a few short arrays, however many ids there are, so that
 * "is this id taken" costs the same at the end of a long meeting as at its beginning. A trie over an id's characters,
 * read from its end, where they are random. Plain arrays, so that it can be written into a snapshot as it is.
 */
export type IdSet = readonly (string | IdSet | null)[]

export const noIds: IdSet = []

export function hasId(set: IdSet, id: string): boolean {
  let node: IdSet = set
  for (let depth = 0; ; depth += 1) {
    const found = node[slotOf(id, depth)]
    if (typeof found === 'string') return found === id
    if (found === undefined || found === null) return false
    node = found
  }
}

export function withId(set: IdSet, id: string): IdSet {
  return added(set, id, 0)
}

function added(node: IdSet, id: string, depth: number): IdSet {
  const slot = slotOf(id, depth)
  const found = node[slot] ?? null
  if (found === id) return node
  const copy = node.length === WIDTH ? node.slice() : Array.from({ length: WIDTH }, (_, index) => node[index] ?? null)
  if (found === null) copy[slot] = id
  else if (typeof found === 'string') copy[slot] = added(added([], found, depth + 1), id, depth + 1)
  else copy[slot] = added(found, id, depth + 1)
  return copy
}

/** Whether an id ends like this: as quick as `hasId`. */
export function hasEnding(set: IdSet, ending: string): boolean {
  let node = set
  for (let depth = 0; depth < ending.length; depth += 1) {
    const found = node[slotOf(ending, depth)]
    if (typeof found === 'string') return found.endsWith(ending)
    if (found === undefined || found === null) return false
    node = found
  }
  return idsIn(node).some((id) => id.endsWith(ending))
}

/** All of them, in no order that means anything. */
export const idsIn = (set: IdSet): readonly string[] =>
  set.flatMap((found) => (found === null ? [] : typeof found === 'string' ? [found] : idsIn(found)))

/** The `depth`-th character from the end as a number; 35 for whatever is beyond the id's beginning. */
function slotOf(id: string, depth: number): number {
  const value = Number.parseInt(id.charAt(id.length - 1 - depth), WIDTH)
  return Number.isNaN(value) ? WIDTH - 1 : value
}
