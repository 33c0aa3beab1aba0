import type { Base, Operator, Rule, Share } from './rule.ts'

/** Whole numbers of people: the figures that a verdict rests on. */
export type Figures = {
  readonly entitled: number
  readonly present: number
  readonly for: number
  readonly against: number
  readonly abstain: number
}

type VerdictReason = 'noQuorum' | 'ballotsUnbalanced'

/** `valid` is false whenever no lawful decision exists; `passed` is true only in a valid vote. */
export type Verdict = {
  readonly ruleId: string
  readonly valid: boolean
  readonly passed: boolean
  readonly reasons: readonly VerdictReason[]
  readonly figures: Figures
}

/**
 * Applies a rule to figures. Ballots never outnumber the people present; nothing is rounded: a/b >= n/d is
 * decided as a*d >= n*b in integers. What nobody is in favour of never passes, not even as 3/4 of no ballots at all.
 */
export function evaluate(rule: Rule, figures: Figures): Verdict {
  const reasons: VerdictReason[] = []
  if (!balances(figures)) reasons.push('ballotsUnbalanced')
  if (countsPeople(figures) && !quorumMet(rule, figures)) reasons.push('noQuorum')
  const valid = reasons.length === 0
  const { op, share, den } = rule.pass
  return {
    ruleId: rule.ruleId,
    valid,
    passed: valid && figures.for > 0 && reaches(figures.for, op, share, baseOf(den, figures)),
    reasons,
    figures,
  }
}

/** Whether enough of the people entitled are present to decide anything. */
export function quorumMet(rule: Rule, figures: { readonly entitled: number; readonly present: number }): boolean {
  if (rule.quorum === null) return true
  return figures.entitled > 0 && reaches(figures.present, rule.quorum.op, rule.quorum.share, figures.entitled)
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

export function baseOf(base: Base, figures: Figures): number {
  switch (base) {
    case 'entitled':
      return figures.entitled
    case 'present':
      return figures.present
    case 'participating':
      return figures.for + figures.against + figures.abstain
    case 'against':
      return figures.against
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

function reaches(count: number, op: Operator, share: Share, of: number): boolean {
  const left = BigInt(count) * BigInt(share.den)
  const right = BigInt(share.num) * BigInt(of)
  return op === '>=' ? left >= right : left > right
}
