import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { CouncilDraft } from './council-draft.ts'

/** A command that brings the host's roster nearer to the one that was typed. */
export type RosterStep = {
  readonly stream: 'contacts' | 'council'
  readonly type: 'saveContact' | 'addSeat' | 'reviseSeat' | 'retireSeat'
  readonly data: unknown
}

/**
 * What is left to do for the host to have this roster: everything for a new council, the rest after a break, the
 * differences later on. The name goes first, so that no seat is ever without one. A seat that the draft does not know
 * is somebody else's doing and stays.
 */
export function rosterSteps(
  council: Pick<FoundedCouncil, 'seats'> | null,
  names: Readonly<Record<string, string>>,
  { removed, rows }: Pick<CouncilDraft, 'removed' | 'rows'>,
): readonly RosterStep[] {
  const kept = rows.flatMap((row): RosterStep[] => {
    const { kind, seatId, voting } = row
    const name = row.name.trim()
    const known = council?.seats.find((seat) => seat.seatId === seatId)
    const steps: RosterStep[] = []
    if (name !== '' && names[seatId] !== name) {
      steps.push({ stream: 'contacts', type: 'saveContact', data: { seatId, name } })
    }
    if (known === undefined) {
      if (name !== '') steps.push({ stream: 'council', type: 'addSeat', data: { seatId, kind, voting } })
    } else if (known.kind !== kind || known.voting !== voting) {
      steps.push({ stream: 'council', type: 'reviseSeat', data: { seatId, kind, voting } })
    }
    return steps
  })
  return [
    ...kept,
    ...leaving(council, removed).map(
      (seatId): RosterStep => ({ stream: 'council', type: 'retireSeat', data: { seatId } }),
    ),
  ]
}

/** Who of those whose lines were removed still has a seat. */
export function leaving(council: Pick<FoundedCouncil, 'seats'> | null, removed: CouncilDraft['removed']) {
  return removed.filter((id) => council?.seats.some((seat) => seat.seatId === id))
}
