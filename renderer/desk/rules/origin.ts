import type { Rule } from '../../../shared/rules/rule.ts'
import { findRule } from '../../../shared/rules/rule-packs.ts'

/** Whether a pack came with the app, stands in the place of one that did, or is the secretary's own. */
export type Origin = 'builtIn' | 'changed' | 'own'

export function originOf(ruleId: string, builtIn: readonly Rule[], own: readonly Rule[]): Origin {
  if (findRule(builtIn, ruleId) === null) return 'own'
  return findRule(own, ruleId) === null ? 'builtIn' : 'changed'
}
