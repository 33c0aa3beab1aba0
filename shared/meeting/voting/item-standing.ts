import type { ItemId } from '../../core/ids.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import type { Seat } from '../../council/seat.ts'
import type { MeetingBody } from '../state.ts'

/**
 * Why a seat that votes otherwise does not vote on one item: 公众议事委员 who are not invited for it, or 回避; null when
 * nothing stands in its way. As `electorateOf` counts them.
 */
export function itemStanding(
  { agenda }: Pick<MeetingBody, 'agenda'>,
  itemId: ItemId | null,
  { kind, seatId }: Pick<Seat, 'kind' | 'seatId'>,
): 'notInvited' | 'recused' | null {
  const item = itemId === null ? undefined : agenda[lastIndexOf(agenda, itemId)]
  if (item === undefined) return null
  if (kind === 'public' && item.invited !== null && !item.invited.includes(seatId)) return 'notInvited'
  return item.recusals.some((one) => one.seatId === seatId) ? 'recused' : null
}
