import { chinaDate, daysBetween } from '../../core/china-time.ts'
import type { ItemId, SeatId } from '../../core/ids.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import type { Circumstances } from '../../rules/evaluate.ts'
import { entitledSeats, isPresent, presentVoters } from '../attendance/state.ts'
import type { MeetingBody } from '../state.ts'
import type { OpenVote } from './state.ts'

type Electorate = {
  /** 应到 on this item. */
  readonly entitled: number
  /** The seats that may vote on it now. */
  readonly electors: readonly SeatId[]
  /** 回避: would be entitled, but count for nothing here. */
  readonly recused: number
}

/** Who decides on an item: 公众议事委员 only where they are invited, nobody who stands aside. */
export function electorateOf(
  { agenda, attendance }: Pick<MeetingBody, 'agenda' | 'attendance'>,
  itemId: ItemId | null,
): Electorate {
  const item = itemId === null ? undefined : agenda[lastIndexOf(agenda, itemId)]
  const invited = item?.invited == null ? null : new Set(item.invited)
  const recused = new Set(item?.recusals.map((one) => one.seatId) ?? [])
  const concerned = entitledSeats(attendance).filter(
    (seat) => invited === null || seat.kind !== 'public' || invited.has(seat.seatId),
  )
  const entitled = new Set(concerned.map((seat) => seat.seatId).filter((seatId) => !recused.has(seatId)))
  return {
    entitled: entitled.size,
    electors: presentVoters(attendance).filter((seatId) => entitled.has(seatId)),
    recused: concerned.length - entitled.size,
  }
}

/** How many of those who may vote have not left; where nobody is signed in one by one, how many were counted. */
export const stillHere = (
  { attendance }: Pick<MeetingBody, 'attendance'>,
  { electors, headcount }: Pick<OpenVote, 'electors' | 'headcount'>,
): number => headcount ?? electors.filter((seatId) => isPresent(attendance, seatId)).length

/** What a rule may ask besides figures, of a vote on an item that is opened at `at`, ms since 1970. */
export function circumstancesOf(
  { agenda, noticedOn, region, startsAt }: Pick<MeetingBody, 'agenda' | 'noticedOn' | 'region' | 'startsAt'>,
  itemId: ItemId,
  at: number,
): Circumstances {
  return {
    // Without a notice on record there was none.
    noticeDays: noticedOn === null ? 0 : Math.max(0, daysBetween(noticedOn, chinaDate(startsAt))),
    announced: agenda[lastIndexOf(agenda, itemId)]?.announced ?? false,
    ...(region === null ? {} : { region }),
    on: chinaDate(at),
  }
}
