import type { Operator, Rule, Share } from './rule.ts'

/** What is counted: 人, 业主 heads, 专有面积 area, 份额 shares. Amounts of two measures are never mixed. */
export type Measure = 'people' | 'owners' | 'area' | 'shares'

/** The places that an amount can have in a condition. */
export type Part = 'entitled' | 'present' | 'participating' | 'total' | 'for' | 'against'

/** Exact whole amounts in the unit of the measure; a part that is left out is not known. */
export type Tally = { readonly [M in Measure]?: { readonly [P in Part]?: bigint | undefined } | undefined }

/** One comparison that a condition makes: `num` must reach the share of `den`. */
export type Comparison = {
  readonly measure: Measure
  readonly num: Part
  readonly den: Part
  readonly op: Operator
  readonly share: Share
}

/** A comparison that could be made; nothing reaches a share of nothing by standing at nothing. */
export type Finding = Comparison & { readonly count: bigint; readonly of: bigint; readonly holds: boolean }

type Condition = NonNullable<Rule['quorum']> | Rule['pass']

/** The comparisons of the quorum, none where none is asked. */
export const quorumComparisons = (rule: Rule): readonly Comparison[] =>
  rule.quorum === null ? [] : comparisonsOf(rule, rule.quorum, rule.quorum.num ?? 'present')

/** The comparisons of the pass condition: all of them must hold. */
export const passComparisons = (rule: Rule): readonly Comparison[] => comparisonsOf(rule, rule.pass, 'for')

/** Whether a rule counts owners, their area or shares: figures that a meeting of people does not have. */
export const needsOwners = (rule: Rule): boolean =>
  [...quorumComparisons(rule), ...passComparisons(rule)].some(({ measure }) => measure !== 'people')

/** Makes those comparisons whose amounts are known. `a/b >= n/d` is decided as `a*d >= n*b` in whole numbers. */
export function compare(comparisons: readonly Comparison[], tally: Tally): readonly Finding[] {
  return comparisons.flatMap((comparison) => {
    const parts = tally[comparison.measure]
    const count = parts?.[comparison.num]
    const of = parts?.[comparison.den]
    if (count === undefined || of === undefined) return []
    return [{ ...comparison, count, of, holds: reaches(count, comparison.op, comparison.share, of) }]
  })
}

/** Whether a quorum is there: a share of nobody is no quorum. */
export const quorumHolds = ({ holds, of }: Finding): boolean => of > 0n && holds

/** Whether a motion passes: what nobody is in favour of never does. */
export const passHolds = ({ count, holds }: Finding): boolean => count > 0n && holds

export function reaches(count: bigint, op: Operator, share: Share, of: bigint): boolean {
  const left = count * BigInt(share.den)
  const right = BigInt(share.num) * of
  return op === '>=' ? left >= right : left > right
}

function comparisonsOf(rule: Rule, condition: Condition, num: Part): readonly Comparison[] {
  const { den, op, share } = condition
  if (condition.num === 'forShare' || den === 'totalShare') {
    return [{ measure: 'shares', num: 'for', den: 'total', op, share }]
  }
  const owned = (part: Part): Part => ownersPart[part] ?? part
  const measures = condition.both ?? (countsOwners(rule) ? (['owners'] as const) : [])
  if (measures.length === 0) return [{ measure: 'people', num, den, op, share }]
  return measures.map((measure) => ({ measure, num: owned(num), den: owned(den), op, share }))
}

/** Among owners, who take part in writing, 应到 are all of them and 实到 those who take part. */
const ownersPart: { readonly [P in Part]?: Part } = { entitled: 'total', present: 'participating' }

const countsOwners = ({ pass, quorum }: Rule): boolean =>
  pass.both !== undefined || quorum?.both !== undefined || pass.den === 'total' || quorum?.den === 'total'
