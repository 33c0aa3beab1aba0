import { hasEnding, type IdSet, idsIn, noIds, withId } from '../../core/id-set.ts'
import type { BallotId, SeatId } from '../../core/ids.ts'

/**
 * Every ballot that ever came in and whose it was, also those that were replaced, taken back or cast in a vote that is
 * void: no ballot's id is used twice in a meeting. The owner is kept so that a copy holds its viewer's own and no others.
 */
export type UsedBallots = IdSet

export const noUsedBallots: UsedBallots = noIds

const BEFORE_ID = '/'

export const withUsedBallot = (
  used: UsedBallots,
  { ballotId, seatId }: { readonly ballotId: BallotId; readonly seatId: SeatId },
): UsedBallots => withId(used, `${seatId}${BEFORE_ID}${ballotId}`)

export const isBallotUsed = (used: UsedBallots, ballotId: BallotId): boolean =>
  hasEnding(used, `${BEFORE_ID}${ballotId}`)

/** As `withUsedBallot` would have gathered those of these seats alone. */
export function usedBallotsOf(used: UsedBallots, seatIds: readonly SeatId[]): UsedBallots {
  const owners = new Set<string>(seatIds)
  const own = idsIn(used).filter((entry) => owners.has(entry.slice(0, entry.indexOf(BEFORE_ID))))
  return own.reduce(withId, noUsedBallots)
}
