import { useEffect } from 'react'
import type { VoteId } from '../../../shared/core/ids.ts'
import type { Voting } from '../../../shared/meeting/voting/state.ts'
import { forgetDraft } from '../../connection/use-draft.ts'

/** The names under which what is ticked or typed for a vote is kept until it is entered. */
export const ballotsDraft = (voteId: VoteId): string => `ballots.${voteId}`
export const handsDraft = (voteId: VoteId): string => `hands.${voteId}`
export const tallyDraft = (voteId: VoteId, entry: 1 | 2): string => `tally.${voteId}.${entry}`

/** What was about to be entered is nobody's business once the vote has ended. */
export function useForgottenEntries({ held, past }: Pick<Voting, 'held' | 'past'>): void {
  useEffect(() => {
    for (const { voteId } of held === null ? past : [...past, held]) {
      for (const name of [ballotsDraft(voteId), handsDraft(voteId), tallyDraft(voteId, 1), tallyDraft(voteId, 2)]) {
        forgetDraft(name)
      }
    }
  }, [held, past])
}
