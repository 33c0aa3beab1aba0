import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { named, type RosterRow } from './roster-rows.ts'

/** A command that brings the host's roster nearer to the one that was typed. */
export type RosterStep = {
  readonly stream: 'contacts' | 'council'
  readonly type: 'saveContact' | 'addSeat' | 'reviseSeat' | 'retireSeat'
  readonly data: unknown
}

/**
 * What is left to do for the host to have this roster: everything for a new council, the rest after a break, the
 * differences later on. The name goes first, so that no seat is ever without one.
 */
export function rosterSteps(
  council: Pick<FoundedCouncil, 'seats'> | null,
  names: Readonly<Record<string, string>>,
  rows: readonly RosterRow[],
): readonly RosterStep[] {
  const people = named(rows)
  const seats = council?.seats ?? []
  const kept = people.flatMap(({ kind, name, seatId, voting }): RosterStep[] => {
    const known = seats.find((seat) => seat.seatId === seatId)
    const steps: RosterStep[] = []
    if (names[seatId] !== name) {
      steps.push({ stream: 'contacts', type: 'saveContact', data: { seatId, name, phone: null, house: null } })
    }
    if (known === undefined) steps.push({ stream: 'council', type: 'addSeat', data: { seatId, kind, voting } })
    else if (known.kind !== kind || known.voting !== voting) {
      steps.push({ stream: 'council', type: 'reviseSeat', data: { seatId, kind, voting } })
    }
    return steps
  })
  const gone = seats.filter((seat) => !people.some((person) => person.seatId === seat.seatId))
  return [
    ...kept,
    ...gone.map(({ seatId }): RosterStep => ({ stream: 'council', type: 'retireSeat', data: { seatId } })),
  ]
}
