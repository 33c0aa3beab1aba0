/** What notes may consist of: few things, so that every one of them has its place in a Word file. */

/** Elements that may stand at the top of an item's notes. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'bulletList', 'orderedList'])

/** All elements, by the name that the editor's schema gives them. */
export const NODE_NAMES: ReadonlySet<string> = new Set([...BLOCK_NAMES, 'listItem', 'hardBreak'])

export const MARK_NAMES: ReadonlySet<string> = new Set(['bold'])

/** Attributes that an element may carry; all are numbers or short texts. */
export const NODE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start', 'type'],
}

/** Lists within lists, in elements: deeper than anybody writes, shallow enough for every recursion. */
export const MAX_DEPTH = 20
