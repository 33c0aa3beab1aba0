import {
  compare,
  passComparisons,
  passHolds,
  quorumComparisons,
  quorumHolds,
  reaches,
  type Tally,
} from './conditions.ts'
import { outsideForce } from './in-force.ts'
import type { Base, Rule } from './rule.ts'

/** Whole numbers of people: the figures that a verdict rests on. */
export type Figures = {
  readonly entitled: number
  readonly present: number
  readonly for: number
  readonly against: number
  readonly abstain: number
  /** 回避: told in the sentence, contained in neither `entitled` nor `present`. */
  readonly recused?: number | undefined
}

/** Why no lawful decision exists, in the order in which the reasons are given. */
export const verdictReasons = [
  'ruleUnknown',
  'figureInvalid',
  'figureMissing',
  'figuresDisagree',
  'ballotsUnbalanced',
  'wrongRuleForMatter',
  'ruleExpired',
  'ruleNotYetInForce',
  'noticeTooShort',
  'itemNotAnnounced',
  'noQuorum',
  'notCounted',
] as const

export type VerdictReason = (typeof verdictReasons)[number]

/** `valid` is false whenever no lawful decision exists; `passed` is true only in a valid vote. */
export type Verdict = {
  readonly ruleId: string
  readonly valid: boolean
  readonly passed: boolean
  readonly reasons: readonly VerdictReason[]
  readonly figures: Figures
}

/** What a rule may ask besides figures; what is left out is not checked. */
export type Circumstances = {
  /** Whole days from the notice to the meeting. */
  readonly noticeDays?: number | undefined
  /** Whether the item was announced before the meeting. */
  readonly announced?: boolean | undefined
  /** Where the meeting is, from the province down: 北京市海淀区. */
  readonly region?: string | undefined
  /** The day of the vote in China, `YYYY-MM-DD`. */
  readonly on?: string | undefined
}

type CircumstanceReason = Extract<
  VerdictReason,
  'ruleExpired' | 'ruleNotYetInForce' | 'noticeTooShort' | 'itemNotAnnounced'
>

/**
 * Applies a rule to the figures of a meeting. Ballots never outnumber the people present; nothing is rounded. A rule
 * that counts owners or shares has no verdict here: its figures are missing.
 */
export function evaluate(rule: Rule, figures: Figures, circumstances: Circumstances = {}): Verdict {
  const reasons = new Set<VerdictReason>(circumstanceReasons(rule, circumstances))
  if (!balances(figures)) reasons.add('ballotsUnbalanced')
  const tally = countsPeople(figures) ? tallyOf(figures) : {}
  const quorum = quorumComparisons(rule)
  const pass = passComparisons(rule)
  if ([...quorum, ...pass].some(({ measure }) => measure !== 'people')) reasons.add('figureMissing')
  if (!compare(quorum, tally).every(quorumHolds)) reasons.add('noQuorum')
  const valid = reasons.size === 0
  return {
    ruleId: rule.ruleId,
    valid,
    passed: valid && compare(pass, tally).every(passHolds),
    reasons: inOrder(reasons),
    figures,
  }
}

/** What keeps a rule from being applied, whatever the figures. */
export function circumstanceReasons(
  rule: Rule,
  { announced, noticeDays, on, region }: Circumstances,
): readonly CircumstanceReason[] {
  const reasons: CircumstanceReason[] = []
  const outside = on === undefined ? null : outsideForce(rule, on)
  if (outside !== null) reasons.push(outside)
  if (noticeDays !== undefined && rule.noticeDays !== undefined && noticeDays < rule.noticeDays) {
    reasons.push('noticeTooShort')
  }
  const bound = rule.announcedItemsOnly?.some((place) => region?.trim().startsWith(place)) ?? false
  if (announced === false && bound) reasons.push('itemNotAnnounced')
  return reasons
}

export const inOrder = (reasons: ReadonlySet<VerdictReason>): readonly VerdictReason[] =>
  verdictReasons.filter((reason) => reasons.has(reason))

/** Whether enough of the people entitled are present to decide anything. */
export function quorumMet(rule: Rule, figures: { readonly entitled: number; readonly present: number }): boolean {
  if (rule.quorum === null) return true
  const { op, share } = rule.quorum
  return figures.entitled > 0 && reaches(BigInt(figures.present), op, share, BigInt(figures.entitled))
}

/** The smallest number of people present that makes a quorum of `entitled`; 0 when none is asked. */
export function quorumNeeded(rule: Rule, entitled: number): number {
  if (rule.quorum === null) return 0
  const { op, share } = rule.quorum
  const product = BigInt(share.num) * BigInt(entitled)
  const den = BigInt(share.den)
  const needed = op === '>=' ? (product + den - 1n) / den : product / den + 1n
  return Number(needed)
}

/** What a share is taken of, in people: among people 业主总人数 is 应到. */
export function baseOf(base: Base, figures: Figures): number {
  switch (base) {
    case 'entitled':
    case 'total':
    case 'totalShare':
      return figures.entitled
    case 'present':
      return figures.present
    case 'participating':
      return figures.for + figures.against + figures.abstain
    case 'against':
      return figures.against
  }
}

function tallyOf(figures: Figures): Tally {
  return {
    people: {
      entitled: BigInt(figures.entitled),
      present: BigInt(figures.present),
      participating: BigInt(figures.for) + BigInt(figures.against) + BigInt(figures.abstain),
      for: BigInt(figures.for),
      against: BigInt(figures.against),
    },
  }
}

function balances(figures: Figures): boolean {
  return (
    countsPeople(figures) && baseOf('participating', figures) <= figures.present && figures.present <= figures.entitled
  )
}

function countsPeople(figures: Figures): boolean {
  const counts = [figures.entitled, figures.present, figures.for, figures.against, figures.abstain]
  return counts.every((count) => Number.isSafeInteger(count) && count >= 0)
}
