import type { Draft } from '../../shared/meeting/voting/state.ts'

/** At least one. */
export type Drafts = readonly [Draft, ...Draft[]]

/** The first proposal, the 修正案 to it, which are voted on before it, and the other proposals. */
export function nextDrafts(drafts: Drafts): {
  readonly first: Draft
  readonly amendments: readonly Draft[]
  readonly later: readonly Draft[]
} {
  const [some] = drafts
  const [first = some, ...later] = drafts.filter(({ amendment }) => amendment === null)
  return { first, amendments: drafts.filter(({ amendment }) => amendment?.voteId === first.voteId), later }
}
