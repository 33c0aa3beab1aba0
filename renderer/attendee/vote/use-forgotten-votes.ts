import { useEffect } from 'react'
import type { VoteId } from '../../../shared/core/ids.ts'
import { DRAFT_PREFIX, devicePlace } from '../../connection/keeping-place.ts'

/** How a choice that is not handed in yet is kept. */
export const choiceName = (voteId: VoteId, seatId: string): string => `vote.${voteId}.${seatId}`

/** Whether this was kept for a vote other than the one that is open: nobody needs to find it on this device later. */
export function isOfPastVote(name: string, open: VoteId | null): boolean {
  const kept = `${DRAFT_PREFIX}vote.`
  return name.startsWith(kept) && (open === null || !name.startsWith(`${kept}${open}.`))
}

/** Lets go of what this device remembers of votes that have ended, of this meeting or an earlier one. */
export function useForgottenVotes(open: VoteId | null): void {
  useEffect(() => devicePlace.removeWhere((name) => isOfPastVote(name, open)), [open])
}
