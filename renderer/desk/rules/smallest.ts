import { decimalText, millionths } from '../../../shared/core/decimal.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { tryRule } from '../../../shared/rules/trial/try-rule.ts'

type Input = Readonly<Record<string, string | number>>

/** Places behind the point in which the smallest area or share is told, unless the whole is given more finely. */
const USUAL_PLACES = 2
const MILLIONTH_PLACES = 6

/** The smallest numbers that are enough; null where not even all are. */
export type Smallest<Amount> = {
  /** Taking part, so that there can be a vote; 0 where no quorum is asked. */
  readonly toVote: Amount | null
  /** In favour, when all others who take part are against. */
  readonly inFavour: Amount | null
}

const tried = (rule: Rule, input: Input) => tryRule([rule], rule.ruleId, input)
const hasQuorum = (rule: Rule, input: Input): boolean => !tried(rule, input).reasons.includes('noQuorum')
/** Whether the votes are enough, by whatever quorum. */
const passes = (rule: Rule, input: Input): boolean => tried({ ...rule, quorum: null }, input).passed

/** Among people: `toPass` is how many must be there for a motion to pass if all of them are in favour. */
export function smallestPeople(
  rule: Rule,
  { entitled, present }: { readonly entitled: number; readonly present: number },
): Smallest<number> & { readonly toPass: number | null } {
  const votes = (here: number, inFavour: number): Input => ({
    应到: entitled,
    实到: here,
    赞成: inFavour,
    反对: here - inFavour,
    弃权: 0,
  })
  return {
    toVote: smallest(entitled, (here) => hasQuorum(rule, votes(here, here))),
    toPass: smallest(entitled, (here) => tried(rule, votes(here, here)).passed),
    inFavour: smallest(present, (inFavour) => passes(rule, votes(present, inFavour))),
  }
}

/** Among owners, by heads. */
export function smallestOwners(
  rule: Rule,
  { taking, total }: { readonly total: number; readonly taking: number },
): Smallest<number> {
  const votes = (here: number, inFavour: number): Input => ({
    业主总人数: total,
    参与人数: here,
    赞成人数: inFavour,
    反对人数: here - inFavour,
    弃权人数: 0,
    ...unanimousArea,
  })
  return {
    toVote: smallest(total, (here) => hasQuorum(rule, votes(here, here))),
    inFavour: smallest(taking, (inFavour) => passes(rule, votes(taking, inFavour))),
  }
}

/** Among owners, by area in 平方米. */
export function smallestArea(
  rule: Rule,
  { taking, total }: { readonly total: string; readonly taking: string },
): Smallest<string> {
  const votes = (here: bigint, inFavour: bigint): Input => ({
    专有总面积: total,
    参与面积: decimalText(here),
    赞成面积: decimalText(inFavour),
    反对面积: decimalText(here - inFavour),
    弃权面积: 0,
    ...unanimousHeads,
  })
  const here = millionths(taking)
  return {
    toVote: smallestDecimal(total, (amount) => hasQuorum(rule, votes(amount, amount))),
    inFavour: smallestDecimal(taking, (amount) => passes(rule, votes(here, amount))),
  }
}

/** The smallest share in favour; null where not even all of it is enough. */
export const smallestShare = (rule: Rule, total: string): string | null =>
  smallestDecimal(total, (amount) => passes(rule, { 总份额: total, 赞成份额: decimalText(amount) }))

/** The other count of owners, where all are in favour: it decides nothing. */
const unanimousArea: Input = { 专有总面积: 1, 参与面积: 1, 赞成面积: 1, 反对面积: 0, 弃权面积: 0 }
const unanimousHeads: Input = { 业主总人数: 1, 参与人数: 1, 赞成人数: 1, 反对人数: 0, 弃权人数: 0 }

const smallest = (most: number, enough: (count: number) => boolean): number | null => {
  const found = smallestEnough(BigInt(most), (count) => enough(Number(count)))
  return found === null ? null : Number(found)
}

/** In steps as fine as the decimal given, at least of hundredths. */
function smallestDecimal(most: string, enough: (amount: bigint) => boolean): string | null {
  const places = Math.max(USUAL_PLACES, most.split('.')[1]?.length ?? 0)
  const step = 10n ** BigInt(MILLIONTH_PLACES - places)
  const found = smallestEnough(millionths(most) / step, (steps) => enough(steps * step))
  return found === null ? null : decimalText(found * step)
}

/** From `enough` on upwards everything is enough: the smallest from 0 to `most` is found by halving. */
function smallestEnough(most: bigint, enough: (count: bigint) => boolean): bigint | null {
  if (!enough(most)) return null
  let [low, high] = [0n, most]
  while (low < high) {
    const middle = (low + high) / 2n
    if (enough(middle)) high = middle
    else low = middle + 1n
  }
  return high
}
