import { assertNever } from '../../core/assert-never.ts'
import type { ItemId } from '../../core/ids.ts'
import type { MeetingEventOf } from '../messages.ts'
import type { ConclusionEvent } from './messages.ts'

/** 结论: how items ended on which nothing was voted; one for an item at most. Those taken back are in the journal. */
export type Conclusions = readonly MeetingEventOf<'itemConcluded'>[]

export const conclusionOf = (state: Conclusions, itemId: ItemId): Conclusions[number] | null =>
  state.find((conclusion) => conclusion.itemId === itemId) ?? null

/** Whether what was agreed on an item says the same as one of its points, in the same words: nobody reads it twice. */
export function repeatsConclusion(state: Conclusions, itemId: ItemId, point: string): boolean {
  const conclusion = conclusionOf(state, itemId)
  return conclusion?.resolutionId != null && conclusion.text.includes(point.trim().replace(/[。；;]+$/, ''))
}

export function evolveConclusions(state: Conclusions, event: ConclusionEvent): Conclusions {
  switch (event.type) {
    case 'itemConcluded':
      return [...state, event.data]
    case 'conclusionWithdrawn':
      return state.filter((conclusion) => conclusion.itemId !== event.data.itemId)
    default:
      return assertNever(event)
  }
}
