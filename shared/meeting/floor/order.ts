import type { ItemId, SeatId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import type { OrderPolicy } from '../../formats/format.ts'
import type { Floor } from './state.ts'

type Request = Floor['queue'][number]

/** How often and how long a seat has spoken on an item. */
type Share = { readonly times: number; readonly milliseconds: number }

/**
 * 发言队列, whoever is next first: by arrival, or by the policy that the format names. `freshFirst`: who has not spoken on
 * this item, then fewer speeches, then less time. `alternate`: the same, and among those who have not
 * spoken (then among the others) whoever takes the other side than the last speaker for or against. `round`: once round before anybody speaks again.
 */
export function inOrder(
  { queue, speaking, speeches }: Floor,
  itemId: ItemId | null,
  policy: OrderPolicy,
): readonly Request[] {
  if (policy === 'arrival' || itemId === null) return queue
  const spoken = entriesOf(speeches, itemId)
  const shares = sharesOf(spoken)
  const share = (request: Request): Share => shares.get(request.seatId) ?? NOTHING
  const opposite = policy === 'alternate' ? oppositeOf([...spoken, ...(speaking === null ? [] : [speaking])]) : null
  const rank = (request: Request): readonly number[] => {
    const { milliseconds, times } = share(request)
    if (policy === 'round') return [times]
    const fresh = times === 0 ? 0 : 1
    return opposite === null
      ? [fresh, times, milliseconds]
      : [fresh, request.stance === opposite ? 0 : 1, times, milliseconds]
  }
  return queue
    .map((request, place) => ({ request, rank: [...rank(request), place] }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ request }) => request)
}

/** How often a seat has spoken on an item. */
export const timesSpoken = ({ speeches }: Floor, itemId: ItemId, seatId: SeatId): number =>
  entriesOf(speeches, itemId).filter((speech) => speech.seatId === seatId).length

const NOTHING: Share = { times: 0, milliseconds: 0 }

function sharesOf(spoken: ReturnType<typeof entriesOf<Floor['speeches'][number]['entries'][number]>>) {
  const shares = new Map<SeatId, Share>()
  for (const { endedAt, seatId, startedAt } of spoken) {
    const { milliseconds, times } = shares.get(seatId) ?? NOTHING
    shares.set(seatId, { times: times + 1, milliseconds: milliseconds + endedAt - startedAt })
  }
  return shares
}

/** The side that the last speaker for or against did not take; null when there was none. */
function oppositeOf(spoken: readonly { readonly stance: string }[]): 'for' | 'against' | null {
  for (let index = spoken.length - 1; index >= 0; index -= 1) {
    const stance = spoken[index]?.stance
    if (stance === 'for') return 'against'
    if (stance === 'against') return 'for'
  }
  return null
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  return (a[at] ?? 0) - (b[at] ?? 0)
}
