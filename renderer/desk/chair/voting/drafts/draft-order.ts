import type { VoteId } from '../../../../../shared/core/ids.ts'
import type { Draft } from '../../../../../shared/meeting/voting/state.ts'

/** Proposals in the order in which they were drafted, each after its own 修正案. */
export function draftsInOrder(drafts: readonly Draft[]): readonly Draft[] {
  const changing = (voteId: VoteId) => drafts.filter(({ amendment }) => amendment?.voteId === voteId)
  const alone = drafts.filter(
    ({ amendment }) => amendment === null || !drafts.some(({ voteId }) => voteId === amendment.voteId),
  )
  return alone.flatMap((draft) => [...changing(draft.voteId), draft])
}
