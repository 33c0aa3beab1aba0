import { canonicalJson } from '../../../shared/core/canonical.ts'
import { millionths } from '../../../shared/core/decimal.ts'
import { seatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import type { MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import {
  askedIds,
  correctedTotals,
  grownTotals,
  isAsked,
  type RosterUnit,
  rosterUnits,
  sumsOf,
  unitOf,
} from '../../../shared/meeting/written-votes/units.ts'

/**
 * Somebody is added once, as the meeting's copy of the roster has them; or, where the council's roster had come to say
 * something else, with their seats and the reason. The council's journal has what that roster said.
 */
export function checkAddition(
  vote: WrittenVote,
  seats: readonly Seat[],
  { reason, seatIds, totals, unit }: MeetingEventOf<'unitAdded'>,
): 'wrongUnits' | null {
  const own = rosterUnits(seats, vote.kind).find(({ unitId }) => unitId === unit.unitId)
  const added: RosterUnit | undefined = seatIds === undefined ? own : { ...unit, seatIds }
  if (added === undefined || canonicalJson(unitOf(added)) !== canonicalJson(unit)) return 'wrongUnits'
  if (isAsked(askedIds(vote, seats), added)) return 'wrongUnits'
  if (seatIds !== undefined) {
    const alone = seatId.parse(unit.unitId) !== null
    const whose = alone ? seatIds.length === 1 && seatIds[0] === unit.unitId : vote.kind === 'survey'
    const weighed = (unit.area !== undefined) === (vote.kind === 'owners')
    const same = canonicalJson(own) === canonicalJson(added)
    if (!whose || !weighed || same || reason === undefined || new Set(seatIds).size < seatIds.length)
      return 'wrongUnits'
  }
  const grown = vote.totals === null ? undefined : grownTotals(vote.totals, sumsOf([...vote.units, unit]))
  return canonicalJson(grown ?? null) === canonicalJson(totals ?? null) ? null : 'wrongUnits'
}

/** An area is corrected from what stood there, and the totals follow. */
export function checkCorrection(
  { totals, units }: WrittenVote,
  { area, totals: told, unitId, was }: MeetingEventOf<'unitCorrected'>,
): 'wrongUnits' | null {
  const unit = units.find((one) => one.unitId === unitId)
  if (totals === null || unit?.area !== was || millionths(area) === millionths(was)) return 'wrongUnits'
  const after = units.map((one) => (one.unitId === unitId ? { ...one, area } : one))
  const corrected = correctedTotals(totals, sumsOf(units), sumsOf(after))
  return canonicalJson(corrected) === canonicalJson(told) ? null : 'wrongUnits'
}
