import type { ItemId } from '../../../../shared/core/ids.ts'
import { keyOf } from '../../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { channelsOf } from '../../../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'

type Meeting = Pick<HeldMeeting, 'agenda' | 'attendance'>

/** Who is left out where people vote on devices alone: how many of those present, of how many. */
function unreached({ agenda, attendance }: Meeting, itemId: ItemId, { channels }: Terms) {
  const { electors } = electorateOf({ agenda, attendance }, itemId)
  if (!channels.device || channelsOf(channels).length > 1) return { left: 0, of: electors.length }
  const votes = electors.filter(
    (seatId) =>
      keyOf(attendance, seatId) !== null && !attendance.delegations.some((delegation) => delegation.seatId === seatId),
  )
  return { left: electors.length - votes.length, of: electors.length }
}

/** That some people could not vote on these terms, and what to add; null: everybody can, or nobody, which hinders the vote. */
export function unreachedWords(meeting: Meeting, itemId: ItemId, terms: Terms): string | null {
  const { left, of } = unreached(meeting, itemId, terms)
  return left === 0 || left === of ? null : `还有 ${left} 位没有手机（或已委托别人），投不了：请加上举手或纸票。`
}

/** Whether nobody at all could vote on these terms. */
export function nobodyReached(meeting: Meeting, itemId: ItemId, terms: Terms): boolean {
  const { left, of } = unreached(meeting, itemId, terms)
  return of > 0 && left === of
}
