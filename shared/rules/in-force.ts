import { needsOwners } from './conditions.ts'
import type { Rule } from './rule.ts'

/**
 * Why a meeting on this day in China (`YYYY-MM-DD`) cannot be held under a rule, null when it can. The first and the
 * last day in force belong to it. What owners decide needs figures that no meeting here has.
 */
export function meetingHindrance(
  rule: Rule,
  on: string,
): null | 'ruleExpired' | 'ruleNotYetInForce' | 'electionOnPaper' | 'ownersOnPaper' {
  const outside = outsideForce(rule, on)
  if (outside !== null) return outside
  if (rule.paperOnly === 'election') return 'electionOnPaper'
  return rule.paperOnly === 'owners' || needsOwners(rule) ? 'ownersOnPaper' : null
}

/** Whether a rule is no longer, or not yet, in force on a day in China. */
export function outsideForce({ from, to }: Rule, on: string): null | 'ruleExpired' | 'ruleNotYetInForce' {
  if (to != null && on > to) return 'ruleExpired'
  return from != null && on < from ? 'ruleNotYetInForce' : null
}
