import { useEffect } from 'react'
import type { VoteId } from '../../../../shared/core/ids.ts'
import { forgetDraft } from '../../../connection/use-draft.ts'

/** The name under which ticks of 代录 are kept until they are entered. */
export const ballotsDraft = (voteId: VoteId): string => `ballots.${voteId}`

/** How somebody was about to be recorded is nobody's business once the vote has ended. */
export function useForgottenBallots(past: readonly { readonly voteId: VoteId }[]): void {
  useEffect(() => {
    for (const { voteId } of past) forgetDraft(ballotsDraft(voteId))
  }, [past])
}
