import { useState } from 'react'
import type { VoteId } from '../../../shared/core/ids.ts'
import type { OpenVote, Voting } from '../../../shared/meeting/voting/state.ts'

export type PastVote = Voting['past'][number]

/** The vote that the page shows: an open one comes up by itself and stays, with its result, until the person leaves it. */
export function useShownVote({ open, past }: Voting): {
  readonly shown: OpenVote | PastVote | null
  readonly show: () => void
  readonly hide: () => void
} {
  const [watched, setWatched] = useState<VoteId | null>(open?.voteId ?? null)
  const [hidden, setHidden] = useState<VoteId | null>(null)
  if (open !== null && open.voteId !== watched) setWatched(open.voteId)
  const found = open?.voteId === watched ? open : past.find((vote) => vote.voteId === watched)
  return {
    shown: watched === hidden ? null : (found ?? null),
    show: () => setHidden(null),
    hide: () => setHidden(watched),
  }
}
