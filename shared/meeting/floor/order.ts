import type { ItemId, SeatId, SpeechId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import type { OrderPolicy } from '../../formats/speaking-rules.ts'
import type { Floor, Place, SpeechKind } from './state.ts'

/** Why a place stands where it stands; of several reasons the weightiest first. */
export type PlaceReason =
  /** Put back by an undo. */
  | { readonly code: 'restored' }
  | { readonly code: 'question' | 'intervention' | 'answer' | 'departmentAnswer' }
  | { readonly code: 'pointOfOrder'; readonly category: string | null }
  | { readonly code: 'byHand' }
  /** 本题尚未发言. */
  | { readonly code: 'fresh' }
  | { readonly code: 'spoken'; readonly times: number }
  /** 与上一位意见相反. */
  | { readonly code: 'opposite' }
  | { readonly code: 'thisRound' }
  /** 本轮已过. */
  | { readonly code: 'passed' }
  | { readonly code: 'arrival' }

/** How often and how long a seat has spoken on an item; whoever passed has had that turn of a round. */
type Share = { readonly times: number; readonly milliseconds: number; readonly passed: number }

/** The ranks of the classes: 插问, 回应/说明, 程序问题, then all others. */
const classes: Readonly<Record<Exclude<SpeechKind, 'answer'>, number>> = {
  departmentAnswer: 0,
  question: 1,
  intervention: 2,
  pointOfOrder: 3,
  ordinary: 4,
}

/** A point of order without a category comes after those with one. */
const NO_RANK = Number.MAX_SAFE_INTEGER

/**
 * 发言队列, whoever is next first. Who was put back by an undo comes before all; then the classes (插问, 回应/说明, 程序问题,
 * ordinary); an answer stands directly behind what it answers. Among ordinary requests an order made by hand counts, then
 * the policy. `freshFirst`: who has not spoken on this item, then fewer speeches, then less time. `alternate`: the same, and
 * among those who have not spoken (then among the others) whoever takes the other side than the last speaker for or
 * against. `round`: once round before anybody speaks again. What is equal stands in the order of asking.
 */
export function inOrder(floor: Floor, itemId: ItemId | null, policy: OrderPolicy): readonly Place[] {
  const { queue } = floor
  const waiting = new Set(queue.map((place) => place.speechId))
  const putBack = new Set(queue.filter((place) => place.restored).map((place) => place.speechId))
  // Whoever was put back is first, and stands behind nothing but the speech that the question was put to.
  const parentOf = ({ kind, restored, to }: Place) => {
    if (to === null || (restored && kind !== 'question')) return null
    return (restored ? putBack : waiting).has(to) ? to : null
  }
  const ranked = rankedBy(floor, itemId, policy)
  const sorted = queue
    .map((place) => ({ place, rank: [...ranked(place), place.turn] }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ place }) => place)
  const behind = new Map<SpeechId, Place[]>()
  for (const place of sorted) {
    const parent = parentOf(place)
    if (parent !== null) behind.set(parent, [...(behind.get(parent) ?? []), place])
  }
  const withThoseBehind = (place: Place): readonly Place[] => [
    place,
    ...(behind.get(place.speechId) ?? []).flatMap(withThoseBehind),
  ]
  return sorted.filter((place) => parentOf(place) === null).flatMap(withThoseBehind)
}

/** Why a place of the queue stands where it stands. */
export function placeReasons(
  floor: Floor,
  itemId: ItemId | null,
  policy: OrderPolicy,
  place: Place,
): readonly PlaceReason[] {
  if (place.restored) return [{ code: 'restored' }]
  if (place.kind === 'pointOfOrder') return [{ code: 'pointOfOrder', category: place.category?.name ?? null }]
  if (place.kind !== 'ordinary') return [{ code: place.kind }]
  if (floor.handOrder?.includes(place.speechId) === true) return [{ code: 'byHand' }]
  if (policy === 'arrival' || itemId === null) return [{ code: 'arrival' }]
  const { passed, times } = sharesOf(floor, itemId).get(place.seatId) ?? NOTHING
  if (policy === 'round') {
    if (times === 0) return [{ code: passed === 0 ? 'thisRound' : 'passed' }]
    return [{ code: 'spoken', times }]
  }
  const spoken: PlaceReason = times === 0 ? { code: 'fresh' } : { code: 'spoken', times }
  const isOpposite = policy === 'alternate' && place.stance !== null && place.stance === otherSide(floor, itemId)
  return isOpposite ? [spoken, { code: 'opposite' }] : [spoken]
}

/** How often a seat has spoken on an item in its turn, the speech that runs not counted. */
export const timesSpoken = ({ speeches }: Floor, itemId: ItemId, seatId: SeatId): number =>
  entriesOf(speeches, itemId).filter((speech) => speech.kind === 'ordinary' && speech.seatId === seatId).length

const NOTHING: Share = { times: 0, milliseconds: 0, passed: 0 }

function rankedBy(floor: Floor, itemId: ItemId | null, policy: OrderPolicy): (place: Place) => readonly number[] {
  const shares = itemId === null ? new Map<SeatId | null, Share>() : sharesOf(floor, itemId)
  const opposite = itemId === null || policy !== 'alternate' ? null : otherSide(floor, itemId)
  const byHand = new Map(floor.handOrder?.map((speechId, index) => [speechId, index]))
  const byPolicy = ({ seatId, stance }: Place): readonly number[] => {
    const { milliseconds, passed, times } = shares.get(seatId) ?? NOTHING
    const fresh = times === 0 ? 0 : 1
    switch (policy) {
      case 'arrival':
        return []
      case 'round':
        return [times + passed]
      case 'freshFirst':
        return [fresh, times, milliseconds]
      case 'alternate':
        return [fresh, opposite !== null && stance === opposite ? 0 : 1, times, milliseconds]
    }
  }
  return (place) => {
    if (place.restored) return [0]
    const hand = byHand.get(place.speechId) ?? byHand.size
    const [kind, isAnswer] = place.kind === 'answer' ? [answeredKind(floor, itemId, place), 0] : [place.kind, 1]
    const rank = place.kind === 'pointOfOrder' ? (place.category?.rank ?? NO_RANK) : 0
    return [1, classes[kind], isAnswer, rank, hand, ...(place.kind === 'ordinary' ? byPolicy(place) : [])]
  }
}

/** An answer to what is live or over is of the class of what it answers, and first in it. */
function answeredKind(floor: Floor, itemId: ItemId | null, { to }: Place): 'question' | 'intervention' {
  return kindOf(floor, itemId, to) === 'intervention' ? 'intervention' : 'question'
}

/** The kind of whatever waits, is on the floor or was heard on an item under this id; null when there is none. */
export function kindOf(floor: Floor, itemId: ItemId | null, speechId: SpeechId | null): SpeechKind | null {
  const { interposed, queue, speaking, speeches } = floor
  const heard = itemId === null ? [] : entriesOf(speeches, itemId)
  const all = [
    ...queue,
    ...(speaking === null ? [] : [speaking]),
    ...(interposed === null ? [] : [interposed]),
    ...heard,
  ]
  return all.find((one) => one.speechId === speechId)?.kind ?? null
}

/** Whoever speaks now has begun, so that is a time too; only how long it takes is not known yet. */
function sharesOf({ speaking, speeches, unspoken }: Floor, itemId: ItemId): ReadonlyMap<SeatId | null, Share> {
  const shares = new Map<SeatId | null, Share>()
  const add = (seatId: SeatId | null, { milliseconds = 0, passed = 0, times = 0 }: Partial<Share>) => {
    // Those without a name are different people, as far as anybody knows.
    if (seatId === null) return
    const share = shares.get(seatId) ?? NOTHING
    shares.set(seatId, {
      times: share.times + times,
      milliseconds: share.milliseconds + milliseconds,
      passed: share.passed + passed,
    })
  }
  for (const { kind, seatId, spokenMs } of entriesOf(speeches, itemId)) {
    if (kind === 'ordinary') add(seatId, { times: 1, milliseconds: spokenMs })
  }
  for (const { seatId, why } of entriesOf(unspoken, itemId)) if (why === 'passed') add(seatId, { passed: 1 })
  if (speaking?.kind === 'ordinary') add(speaking.seatId, { times: 1 })
  return shares
}

/** The side that the last ordinary speaker for or against did not take; null when there was none. */
function otherSide({ speaking, speeches }: Floor, itemId: ItemId): 'for' | 'against' | null {
  const spoken = [...entriesOf(speeches, itemId), ...(speaking === null ? [] : [speaking])]
  for (let index = spoken.length - 1; index >= 0; index -= 1) {
    const { kind, stance } = spoken[index] ?? {}
    if (kind !== 'ordinary') continue
    if (stance === 'for') return 'against'
    if (stance === 'against') return 'for'
  }
  return null
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
