import type { SeatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import { onlooks } from '../../../shared/council/standing.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { Format } from '../../../shared/formats/format.ts'

type Council = Pick<FoundedCouncil, 'meetings' | 'retired' | 'seats'>

/** 轮值主席: whose turn it is, with the side they stand for, and who had the last one. */
export type Turn = { readonly seat: Seat; readonly last: SeatId | null }

/**
 * Who chairs next where the chair rotates. Sides take turns, in the format's order and then in the roster's; where the
 * roster names fewer than two, its people do. Practice never counts. Null: nobody on the roster could.
 */
export function nextChair(format: Pick<Format, 'formatId' | 'parties'>, council: Council): Turn | null {
  const able = council.seats.filter(couldPreside)
  const last = lastChair(format.formatId, council.meetings)
  const sides = sidesOf(format, able)
  const seat = sides.length < 2 ? after(able, lastAt(able, last)) : ofNextSide(sides, able, sideOfChair(council, last))
  return seat === undefined ? null : { seat, last }
}

/** 召集人 and 常任委员; whose seat is suspended waits. */
const couldPreside = ({ kind, suspended }: Seat): boolean =>
  (kind === 'convener' || kind === 'standing') && suspended !== true && !onlooks(kind)

const sideOf = ({ party }: Pick<Seat, 'party'>): string => party?.trim() ?? ''

function sidesOf({ parties }: Pick<Format, 'parties'>, able: readonly Seat[]): readonly string[] {
  const present = new Set(able.map(sideOf).filter((side) => side !== ''))
  const named = parties.map((party) => party.name.trim()).filter((name) => present.has(name))
  return [...new Set([...named, ...present])]
}

function lastChair(formatId: string, meetings: Council['meetings']): SeatId | null {
  const held = meetings.filter((one) => one.formatId === formatId && !one.practice)
  return (
    held.reduce<(typeof held)[number] | null>((a, b) => (a === null || b.startsAt >= a.startsAt ? b : a), null)
      ?.chair ?? null
  )
}

/** Somebody who has left the roster still had the turn of their side. */
function sideOfChair({ retired, seats }: Council, chair: SeatId | null): string {
  const seat = [...seats, ...retired].find((one) => one.seatId === chair)
  return seat === undefined ? '' : sideOf(seat)
}

/** The side's 召集人, else its first on the roster. */
function ofNextSide(sides: readonly string[], able: readonly Seat[], lastSide: string): Seat | undefined {
  const side = after(sides, sides.indexOf(lastSide))
  const people = able.filter((seat) => sideOf(seat) === side)
  return people.find((seat) => seat.kind === 'convener') ?? people[0]
}

const lastAt = (able: readonly Seat[], last: SeatId | null): number => able.findIndex((seat) => seat.seatId === last)

/** The one behind `at`, the first behind the last. */
const after = <One>(all: readonly One[], at: number): One | undefined => all[(at + 1) % Math.max(1, all.length)]
