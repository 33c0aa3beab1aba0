import type { ItemId, SeatId } from '../../../shared/core/ids.ts'
import { votes } from '../../../shared/council/standing.ts'
import { seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { itemStanding } from '../../../shared/meeting/voting/item-standing.ts'
import { ruleInUse } from '../../ui/rule-in-use.ts'

/**
 * Why a seat that votes otherwise does not vote on an item, to the person on it; null when nothing stands in the way.
 * `isVotedOn`: whether anything is voted on at all, in this meeting or just now.
 */
export function asideWords(
  meeting: HeldMeeting,
  itemId: ItemId | null,
  seatId: SeatId,
  isVotedOn = ruleInUse(meeting) !== null,
): string | null {
  const seat = seatOf(meeting.attendance, seatId)
  if (seat === undefined || !votes(seat)) return null
  switch (itemStanding(meeting, itemId, seat)) {
    case null:
      return null
    case 'notInvited':
      return isVotedOn ? '本题没有邀请公众委员表决，您可以旁听、发言' : null
    case 'recused':
      return isVotedOn ? '本题回避，不参加表决' : '本题回避'
  }
}
