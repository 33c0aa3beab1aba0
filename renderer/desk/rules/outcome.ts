import { passHolds } from '../../../shared/rules/conditions.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import type { Trial } from '../../../shared/rules/trial/try-rule.ts'
import { tryRule } from '../../../shared/rules/trial/try-rule.ts'
import { findingWords } from '../../../shared/wording/finding-words.ts'
import { problemWords } from '../../../shared/wording/trial-problems.ts'
import { countsOf } from './condition-words.ts'

/** How a trial came out: 通过, 未通过, or no lawful decision at all. */
export type Outcome = 'passed' | 'failed' | 'invalid'

export const outcomeOf = ({ passed, valid }: Trial): Outcome => (passed ? 'passed' : valid ? 'failed' : 'invalid')

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  passed: '通过',
  failed: '未通过',
  invalid: '不成立',
}

/** Why a trial came out as it did: what to do where there is no lawful decision, else how the votes compare. */
export function whyWords(rule: Rule, trial: Trial): readonly string[] {
  if (!trial.valid) return trial.reasons.map((reason) => problemWords(reason, rule, trial))
  return trial.pass.map((finding) => `${findingWords(finding, passHolds(finding))}。`)
}

/** The same figures under every rule that counts the same things, in the order of the list. */
export function sideBySide(rules: readonly Rule[], chosen: Rule, input: unknown) {
  const counts = countsOf(chosen)
  return rules
    .filter((rule) => countsOf(rule) === counts)
    .map((rule) => ({ rule, trial: tryRule(rules, rule.ruleId, input) }))
}
