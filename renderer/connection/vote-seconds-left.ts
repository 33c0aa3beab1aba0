import { useEffect, useState } from 'react'
import { endsAt, type OpenVote } from '../../shared/meeting/voting/state.ts'
import { useHall } from './hall-context.tsx'

/** So late, at most, a clock shows the next second. */
const LOOK_EVERY_MS = 100

/**
 * Whole seconds that devices may still vote at `now`, by the host's clock: the limit during its first second, 0 when the
 * time is up. Null where nothing runs out. The same on every surface.
 */
export function voteSecondsLeft(vote: OpenVote, now: number): number | null {
  const end = endsAt(vote)
  if (end === null || vote.stoppedAt !== null) return null
  // A device whose estimate of the host's clock is behind shows no more than was given.
  return Math.max(0, Math.ceil((end - Math.max(now, vote.openedAt)) / 1000))
}

/** As `voteSecondsLeft`, second by second. */
export function useVoteSecondsLeft(vote: OpenVote): number | null {
  const client = useHall()
  const [, draw] = useState<number | null>(null)
  const runs = voteSecondsLeft(vote, 0) !== null
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => draw(voteSecondsLeft(vote, client.hostNow())), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [client, runs, vote])
  return voteSecondsLeft(vote, client.hostNow())
}
