import type { Viewer, ViewerRole } from '../../../shared/roles/roles.ts'
import type { StreamKind } from '../../../shared/streams/stream-kinds.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'
import type { ShownBatch } from './live-stream.ts'

/**
 * Projects a batch for its viewers. What a role sees is worked out once; a viewer with seats of its own is shown
 * more of the few events that are about these seats, and the same of all others.
 */
export function showBatch<State, Command, Event extends { readonly type: string }, Seen, Refusal>(
  kind: StreamKind<State, Command, Event, Seen, Refusal>,
  batch: {
    readonly stream: StreamName
    readonly seq: number
    readonly mark: string
    readonly events: readonly Event[]
  },
): ShownBatch {
  const { events, mark, seq, stream } = batch
  const bySeat = new Map<string, number[]>()
  for (const [index, event] of events.entries()) {
    for (const seatId of kind.seatsShownMore(event)) bySeat.set(seatId, [...(bySeat.get(seatId) ?? []), index])
  }
  const byRole = new Map<ViewerRole, readonly (Seen | null)[]>()
  const seenByRole = (role: ViewerRole): readonly (Seen | null)[] => {
    const known = byRole.get(role)
    if (known !== undefined) return known
    const seen = events.map((event) => kind.projectEvent(event, { role, seats: [] }))
    byRole.set(role, seen)
    return seen
  }
  const shownTo = (viewer: Viewer): readonly Seen[] => {
    const seen = [...seenByRole(viewer.role)]
    for (const index of viewer.seats.flatMap((seatId) => bySeat.get(seatId) ?? [])) {
      const event = events[index]
      if (event !== undefined) seen[index] = kind.projectEvent(event, viewer)
    }
    return kind.condense(seen.filter((event) => event !== null))
  }
  const types = new Set(events.map((event) => event.type))
  return { stream, seq, mark, types, shownTo, seatsShownMore: new Set(bySeat.keys()) }
}
