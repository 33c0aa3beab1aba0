import type { ItemId, SeatId } from '../../../../shared/core/ids.ts'
import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'

type Stance = HeldMeeting['floor']['queue'][number]['stance']

export type ShownSpeech = {
  readonly seatId: SeatId
  readonly stance: Stance
  readonly startedAt: number
  /** Seconds; null while it goes on. */
  readonly seconds: number | null
}

/** What was said on an item, with the speech that goes on, in the order in which it was said. */
export function speechesOn({ floor }: HeldMeeting, itemId: ItemId): readonly ShownSpeech[] {
  const ended = entriesOf(floor.speeches, itemId).map(({ endedAt, seatId, stance, startedAt }) => ({
    seatId,
    stance,
    startedAt,
    seconds: Math.round((endedAt - startedAt) / 1000),
  }))
  const { speaking } = floor
  if (speaking === null || speaking.itemId !== itemId) return ended
  return [...ended, { seatId: speaking.seatId, stance: speaking.stance, startedAt: speaking.startedAt, seconds: null }]
}
