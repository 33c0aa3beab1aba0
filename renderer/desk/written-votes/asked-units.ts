import type { SeatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import type { UnitId } from '../../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { askedSeats, type RosterUnit } from '../../../shared/meeting/written-votes/units.ts'

/** A household or an owner, as people know them: who lives there, and where. */
export type NamedUnit = {
  readonly unitId: UnitId
  /** All of them, as one text to search: 张三、李四. */
  readonly name: string
  /** 门牌; null where none is known, or where this page may not have it. */
  readonly house: string | null
  /** 平方米, of owners. */
  readonly area: string | null
}

/** The same on the list of a written vote, with what has become of the paper; days as `YYYY-MM-DD`. */
export type AskedUnit = NamedUnit & {
  readonly paper: { readonly number: number; readonly on: string } | null
  readonly returnedOn: string | null
  /** Came onto the list after the opening. */
  readonly late: boolean
}

/** Names and house numbers by seat. */
export type People = {
  readonly nameOf: (seatId: SeatId) => string
  readonly houses: Readonly<Record<string, string>>
}

/** How far a paper is. */
export type PaperStanding = 'none' | 'out' | 'back'

export const standingOf = ({ paper, returnedOn }: AskedUnit): PaperStanding =>
  returnedOn !== null ? 'back' : paper === null ? 'none' : 'out'

export function namedUnit({ area, seatIds, unitId }: RosterUnit, { houses, nameOf }: People): NamedUnit {
  return {
    unitId,
    name: seatIds.map(nameOf).join('、'),
    house: seatIds.flatMap((seatId) => houses[seatId] ?? [])[0] ?? null,
    area: area ?? null,
  }
}

/** Who is asked, in the order of the list. */
export function askedUnits(vote: WrittenVote, seats: readonly Seat[], people: People): readonly AskedUnit[] {
  const seatsOf = askedSeats(vote, seats)
  const late = new Set(vote.changes.flatMap(({ unitId, was }) => (was === null ? [unitId] : [])))
  const papers = new Map(vote.papers.map((paper) => [paper.unitId, paper]))
  const returns = new Map(vote.returns.map((one) => [one.unitId, one]))
  return vote.units.map((unit) => {
    const paper = papers.get(unit.unitId)
    return {
      ...namedUnit({ ...unit, seatIds: seatsOf.get(unit.unitId) ?? [] }, people),
      paper: paper === undefined ? null : { number: paper.number, on: paper.on },
      returnedOn: returns.get(unit.unitId)?.on ?? null,
      late: late.has(unit.unitId),
    }
  })
}

/** Whom a household or owner is called in one line: 3 栋 201　张三、李四. */
export const unitWords = ({ house, name }: NamedUnit): string => (house === null ? name : `${house}　${name}`)
