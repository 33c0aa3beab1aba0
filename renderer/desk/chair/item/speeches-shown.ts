import type { ItemId } from '../../../../shared/core/ids.ts'
import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { Speech } from '../../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'

export type ShownSpeech = Pick<
  Speech,
  'speechId' | 'kind' | 'seatId' | 'stance' | 'category' | 'startedAt' | 'note' | 'writtenAnswer'
> & {
  /** How long it was live, pauses left out; null while it goes on. */
  readonly seconds: number | null
}

/** What was said on an item, with what goes on, in the order in which it began. */
export function speechesOn({ floor }: HeldMeeting, itemId: ItemId): readonly ShownSpeech[] {
  const ended = entriesOf(floor.speeches, itemId).map((speech) => ({
    ...speech,
    seconds: Math.round(speech.spokenMs / 1000),
  }))
  const live = [floor.speaking, floor.interposed].flatMap((speech) =>
    speech?.itemId === itemId ? [{ ...speech, seconds: null }] : [],
  )
  return [...ended, ...live].sort((a, b) => a.startedAt - b.startedAt)
}

/** In its turn, for or against: what is shown side by side. */
export const takesSide = ({ kind, stance }: ShownSpeech, side: 'for' | 'against'): boolean =>
  kind === 'ordinary' && stance === side
