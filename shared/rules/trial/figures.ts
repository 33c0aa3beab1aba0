import { type Measure, type Part, passComparisons, quorumComparisons, type Tally } from '../conditions.ts'
import type { Rule } from '../rule.ts'
import type { AmountKey, Amounts } from './input-keys.ts'

/** 赞成, 反对 and 弃权 of a measure, as they are entered. */
export const ballotKeys = {
  people: ['赞成', '反对', '弃权'],
  owners: ['赞成人数', '反对人数', '弃权人数'],
  area: ['赞成面积', '反对面积', '弃权面积'],
} as const satisfies { readonly [M in Measure]?: readonly AmountKey[] }

/** The keys that a part of a comparison is read from. */
const partKeys: { readonly [M in Measure]: { readonly [P in Part]?: readonly AmountKey[] } } = {
  people: {
    entitled: ['应到'],
    present: ['实到'],
    participating: ballotKeys.people,
    for: ['赞成'],
    against: ['反对'],
  },
  owners: { total: ['业主总人数'], participating: ['参与人数'], for: ['赞成人数'], against: ['反对人数'] },
  area: { total: ['专有总面积'], participating: ['参与面积'], for: ['赞成面积'], against: ['反对面积'] },
  shares: { total: ['总份额'], for: ['赞成份额'] },
}

/**
 * What must be entered before a rule can say anything: with a quorum among people the whole count, else what the
 * rule's own comparisons read.
 */
export function requiredKeys(rule: Rule): readonly AmountKey[] {
  const quorum = quorumComparisons(rule)
  const whole = quorum.some(({ measure }) => measure === 'people')
    ? (['应到', '实到', ...ballotKeys.people] as const)
    : []
  const parts: readonly (readonly [Measure, Part])[] = [...quorum, ...passComparisons(rule)].flatMap(
    ({ den, measure, num }) => [[measure, den] as const, [measure, num] as const],
  )
  return [...new Set([...whole, ...parts.flatMap(([measure, part]) => partKeys[measure][part] ?? [])])]
}

/** What is known of the amounts that a rule compares. */
export function tallyOf(amounts: Amounts): Tally {
  const sum = (keys: readonly AmountKey[] | undefined): bigint | undefined =>
    keys?.reduce<bigint | undefined>((total, key) => {
      const amount = amounts[key]
      return total === undefined || amount === undefined ? undefined : total + amount
    }, 0n)
  const partsOf = (measure: Measure) => {
    const keys = partKeys[measure]
    return {
      entitled: sum(keys.entitled),
      present: sum(keys.present),
      participating: sum(keys.participating),
      total: sum(keys.total),
      for: sum(keys.for),
      against: sum(keys.against),
    }
  }
  return {
    people: partsOf('people'),
    owners: partsOf('owners'),
    area: partsOf('area'),
    shares: partsOf('shares'),
  }
}
