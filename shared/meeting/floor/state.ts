import { assertNever } from '../../core/assert-never.ts'
import type { ItemId, SeatId } from '../../core/ids.ts'
import { groupFor, type PerItem, withEntries } from '../../core/per-item.ts'
import type { FloorEvent } from './messages.ts'

type Stance = 'for' | 'against' | 'addition' | 'question'

type Request = { readonly seatId: SeatId; readonly stance: Stance; readonly at: number }

type Speaking = {
  readonly itemId: ItemId
  readonly seatId: SeatId
  readonly stance: Stance
  readonly startedAt: number
  readonly limitSeconds: number
}

type Speech = {
  readonly seatId: SeatId
  readonly stance: Stance
  readonly startedAt: number
  readonly endedAt: number
}

/** 发言: who waits, in the order of asking; who speaks; who has spoken on which item. */
export type Floor = {
  readonly queue: readonly Request[]
  readonly speaking: Speaking | null
  readonly speeches: PerItem<Speech>
}

export const floorOf = (items: readonly { readonly itemId: ItemId }[]): Floor => ({
  queue: [],
  speaking: null,
  speeches: items.map((item) => groupFor(item.itemId)),
})

/** A finished item takes its waiting speakers with it. */
export const cleared = (state: Floor): Floor => ({ ...state, queue: [] })

export function evolveFloor(state: Floor, event: FloorEvent): Floor {
  switch (event.type) {
    case 'floorRequested':
      return { ...state, queue: [...state.queue, event.data] }
    case 'requestWithdrawn':
      return { ...state, queue: state.queue.filter((request) => request.seatId !== event.data.seatId) }
    case 'speechStarted': {
      const { at, ...speech } = event.data
      return {
        ...state,
        queue: state.queue.filter((request) => request.seatId !== speech.seatId),
        speaking: { ...speech, startedAt: at },
      }
    }
    case 'speechEnded': {
      if (state.speaking === null) return state
      const { itemId, seatId, stance, startedAt } = state.speaking
      const speech = { seatId, stance, startedAt, endedAt: event.data.at }
      return { ...state, speaking: null, speeches: withEntries(state.speeches, itemId, (all) => [...all, speech]) }
    }
    default:
      return assertNever(event)
  }
}
