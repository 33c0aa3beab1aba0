import type { ItemId, SeatId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import type { MeetingBody } from '../state.ts'
import { spokenMs } from './clock.ts'
import type { SpeechKind } from './state.ts'

/** How often somebody spoke and for how long, in ms, pauses left out. */
export type SpokenTotal = { readonly speeches: number; readonly milliseconds: number }

export type SpeakingStatistics = {
  readonly total: SpokenTotal
  /** Whoever spoke, most time first; null: all without a name together. */
  readonly seats: readonly ({ readonly seatId: SeatId | null } & SpokenTotal)[]
  /** 方 by 方, most time first; null: people of no 方. */
  readonly parties: readonly ({ readonly party: string | null } & SpokenTotal)[]
  /** Every item of the agenda, in its order. */
  readonly items: readonly ({ readonly itemId: ItemId } & SpokenTotal)[]
  /** Who is or was here and has not spoken; the chair, who is neutral, left out. */
  readonly silent: readonly SeatId[]
  /** Who has only interrupted: a question or a point of order, nothing of one's own on the matter. */
  readonly onlyInterposed: readonly SeatId[]
}

/** 发言统计 of the whole meeting at `now` (ms since 1970, the host's clock); a speech that runs counts with its time so far. */
export function speakingStatistics(
  {
    agenda,
    attendance,
    chair,
    floor,
    runningItem,
  }: Pick<MeetingBody, 'agenda' | 'attendance' | 'chair' | 'floor' | 'runningItem'>,
  now: number,
): SpeakingStatistics {
  const live = [floor.speaking, floor.interposed].flatMap((speech) =>
    speech === null ? [] : [{ ...speech, spokenMs: spokenMs(speech, now), speeches: 1 }],
  )
  // Who was put back into the queue has used time, and the speech is still to come.
  const putBack = floor.queue.flatMap(({ kind, seatId, usedMs }) =>
    runningItem === null || usedMs === 0 ? [] : [{ itemId: runningItem, kind, seatId, spokenMs: usedMs, speeches: 0 }],
  )
  const all: readonly Share[] = [
    ...agenda.flatMap(({ itemId }) => {
      return entriesOf(floor.speeches, itemId).map(({ kind, seatId, spokenMs }) => {
        return { itemId, kind, seatId, spokenMs, speeches: 1 }
      })
    }),
    ...live,
    ...putBack,
  ]
  const parties = new Map(attendance.seats.map((seat) => [seat.seatId, seat.party ?? null]))
  const bySeat = totals(all, ({ seatId }) => seatId)
  const byParty = totals(all, ({ seatId }) => (seatId === null ? null : (parties.get(seatId) ?? null)))
  const byItem = totals(all, ({ itemId }) => itemId)
  const came = new Set(attendance.presence.map((entry) => entry.seatId))
  const heard = new Set(bySeat.map(([seatId]) => seatId))
  const onTheMatter = new Set(all.filter(({ kind }) => !INTERPOSED.includes(kind)).map(({ seatId }) => seatId))
  return {
    total: all.reduce(added, NOTHING),
    seats: bySeat.map(([seatId, total]) => ({ seatId, ...total })),
    parties: byParty.map(([party, total]) => ({ party, ...total })),
    items: agenda.map(({ itemId }) => ({ itemId, ...(byItem.find(([id]) => id === itemId)?.[1] ?? NOTHING) })),
    onlyInterposed: bySeat.flatMap(([seatId]) => (seatId === null || onTheMatter.has(seatId) ? [] : [seatId])),
    silent: attendance.seats
      .map((seat) => seat.seatId)
      .filter((seatId) => seatId !== chair && !heard.has(seatId) && came.has(seatId)),
  }
}

type Share = {
  readonly itemId: ItemId
  readonly kind: SpeechKind
  readonly seatId: SeatId | null
  readonly spokenMs: number
  readonly speeches: number
}

const INTERPOSED: readonly SpeechKind[] = ['question', 'pointOfOrder']

const NOTHING: SpokenTotal = { speeches: 0, milliseconds: 0 }

const added = ({ milliseconds, speeches }: SpokenTotal, share: Share): SpokenTotal => ({
  speeches: speeches + share.speeches,
  milliseconds: milliseconds + share.spokenMs,
})

function totals<Key>(all: readonly Share[], keyOf: (share: Share) => Key): readonly (readonly [Key, SpokenTotal])[] {
  const sums = new Map<Key, SpokenTotal>()
  for (const entry of all) sums.set(keyOf(entry), added(sums.get(keyOf(entry)) ?? NOTHING, entry))
  return [...sums].sort(([, a], [, b]) => b.milliseconds - a.milliseconds || b.speeches - a.speeches)
}
