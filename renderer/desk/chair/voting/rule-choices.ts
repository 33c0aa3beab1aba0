import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { unfitTerms } from '../../../../shared/meeting/voting/unfit-terms.ts'
import { outsideForce } from '../../../../shared/rules/in-force.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { ruleForMeeting } from '../../rules/rule-for-meeting.ts'

type RuleChoice = { readonly rule: Rule; readonly name: string }

type Known = {
  readonly terms: Terms
  /** The meeting's own copy; null where nothing is decided by vote. */
  readonly usual: Rule | null
  readonly packs: readonly Rule[]
  /** ms since 1970, by the host's clock. */
  readonly now: number
}

/** The rules by which a vote of this kind can be decided today: the meeting's own first, then the packs that fit. */
export function ruleChoices({ now, packs, terms, usual }: Known): readonly RuleChoice[] {
  const { rule: current } = terms
  const on = chinaDate(now)
  // What is the matter with the terms whatever the rule is for others to say.
  const code = (some: Terms) => unfitTerms(some)?.code
  const fits = (rule: Rule) =>
    code({ ...terms, rule }) === code({ ...terms, rule: null }) && outsideForce(rule, on) === null
  const own = usual !== null && fits(usual) ? [{ rule: usual, name: `${usual.name}（本次会议的规则）` }] : []
  const others = packs
    .filter((pack) => pack.ruleId !== usual?.ruleId && fits(pack))
    .map((pack) => ({ rule: ruleForMeeting(pack), name: pack.name }))
  const known = [...own, ...others]
  if (current === null || known.some(({ rule }) => rule.ruleId === current.ruleId)) return known
  return [...known, { rule: current, name: current.name }]
}
