import { type Measure, passComparisons, quorumComparisons } from '../conditions.ts'
import type { Rule } from '../rule.ts'
import { atMost, equal, type Mismatch, partSum, type Sum, sumOf, totalOf } from './agreement.ts'
import { ballotKeys } from './figures.ts'
import type { AmountKey, Amounts } from './input-keys.ts'

/** Where the ballots that a rule counts do not add up. 无效 that was not entered is none. */
export function ballotMismatches(rule: Rule, amounts: Amounts): readonly Mismatch[] {
  const counted = new Set<Measure>([...quorumComparisons(rule), ...passComparisons(rule)].map(({ measure }) => measure))
  return [
    ...(counted.has('people') ? peopleMismatches(amounts) : []),
    ...(counted.has('owners') ? ownersMismatches(amounts) : []),
    ...(counted.has('area') ? areaMismatches(amounts) : []),
    ...(counted.has('shares') ? atMost(sumOf(amounts, '赞成份额'), sumOf(amounts, '总份额')) : []),
  ]
}

/** Fewer ballots than people is fine: some did not hand theirs in. */
function peopleMismatches(amounts: Amounts): readonly Mismatch[] {
  const room = sumOf(amounts, '实到') ?? sumOf(amounts, '应到')
  return [
    ...atMost(sumOf(amounts, '实到'), sumOf(amounts, '应到')),
    ...atMost(handedIn(amounts, ballotKeys.people), room),
    ...paperMismatches(amounts, ballotKeys.people),
    ...atMost(sumOf(amounts, '收回'), room),
  ]
}

/** An invalid ballot may or may not have been counted as taking part; one that never came back has not. */
function ownersMismatches(amounts: Amounts): readonly Mismatch[] {
  const taking = sumOf(amounts, '参与人数')
  const choices = partSum(amounts, ballotKeys.owners)
  const complete = choices.length === ballotKeys.owners.length
  const withInvalid = partSum(amounts, [...ballotKeys.owners, '无效'])
  const accepted = taking !== null && totalOf(withInvalid) === totalOf(taking)
  return [
    ...atMost(taking, sumOf(amounts, '业主总人数')),
    ...(!complete ? atMost(choices, taking) : accepted ? [] : equal(choices, taking)),
    ...paperMismatches(amounts, ballotKeys.owners),
    ...atMost(taking, sumOf(amounts, '收回')),
    ...atMost(sumOf(amounts, '收回'), sumOf(amounts, '业主总人数')),
  ]
}

function areaMismatches(amounts: Amounts): readonly Mismatch[] {
  const taking = sumOf(amounts, '参与面积')
  const choices = partSum(amounts, ballotKeys.area)
  // The area of invalid ballots is not entered.
  const complete = choices.length === ballotKeys.area.length && (amounts.无效 ?? 0n) === 0n
  return [
    ...atMost(taking, sumOf(amounts, '专有总面积')),
    ...(complete ? equal(choices, taking) : atMost(choices, taking)),
  ]
}

/** Papers: 有效 and 无效 are what came back, and no more comes back than was given out. */
function paperMismatches(amounts: Amounts, keys: readonly AmountKey[]): readonly Mismatch[] {
  const choices = partSum(amounts, keys)
  const complete = choices.length === keys.length
  const valid = sumOf(amounts, '有效')
  const cast = handedIn(amounts, keys)
  const back = sumOf(amounts, '收回')
  return [
    ...(complete ? equal(choices, valid) : atMost(choices, valid)),
    ...(complete || valid !== null ? equal(cast, back) : atMost(cast, back)),
    ...atMost(back ?? cast, sumOf(amounts, '发出')),
  ]
}

/** The ballots known to have come back: the choices, or 有效 where these are not all known, and 无效. */
function handedIn(amounts: Amounts, keys: readonly AmountKey[]): Sum {
  const choices = partSum(amounts, keys)
  const valid = choices.length === keys.length ? choices : (sumOf(amounts, '有效') ?? choices)
  return [...valid, ...partSum(amounts, ['无效'])]
}
