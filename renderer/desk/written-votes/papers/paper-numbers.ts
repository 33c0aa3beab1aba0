import type { Paper, UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { writtenNumber } from '../../../../shared/papers/written-papers-content.ts'

/**
 * A paper for each of these. Without a `first` number: the number that is printed on theirs, which is their place in the
 * list; where that is taken, one behind all places. With one: from it on, over numbers that were given.
 */
export function papersFor(vote: WrittenVote, unitIds: readonly UnitId[], first: number | null): readonly Paper[] {
  const taken = new Set([...vote.spoilt, ...vote.papers.map(({ number }) => number)])
  let number = first === null ? Math.max(vote.units.length, ...taken) : first - 1
  const next = () => {
    do number += 1
    while (taken.has(number))
    return number
  }
  return unitIds.map((unitId) => ({
    unitId,
    number: (first === null ? writtenNumber(vote, unitId) : null) ?? next(),
  }))
}

/** 12 号; 1–30 号; of several runs, how many. */
export function numbersWords(papers: readonly Paper[]): string {
  const numbers = papers.map(({ number }) => number).sort((a, b) => a - b)
  const [least] = numbers
  const most = numbers[numbers.length - 1]
  if (least === undefined || most === undefined) return ''
  if (least === most) return `${least} 号`
  return most - least === numbers.length - 1 ? `${least}–${most} 号` : `${least} 到 ${most} 号之间 ${numbers.length} 张`
}
