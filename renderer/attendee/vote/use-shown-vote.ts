import { useState } from 'react'
import type { VoteId } from '../../../shared/core/ids.ts'
import type { HeldVote, OpenVote, PastVote, Voting } from '../../../shared/meeting/voting/state.ts'

/** The vote that the page shows: an open one comes up by itself and stays, with its result, until the person leaves it. */
export function useShownVote({ held, open, past }: Voting): {
  readonly shown: OpenVote | HeldVote | PastVote | null
  readonly show: () => void
  readonly hide: () => void
} {
  const [watched, setWatched] = useState<VoteId | null>(open?.voteId ?? null)
  const [hidden, setHidden] = useState<VoteId | null>(null)
  if (open !== null && open.voteId !== watched) setWatched(open.voteId)
  const found = [open, held, ...past].find((vote) => vote?.voteId === watched)
  return {
    shown: watched === hidden ? null : (found ?? null),
    show: () => setHidden(null),
    hide: () => setHidden(watched),
  }
}
