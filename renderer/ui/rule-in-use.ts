import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { Rule } from '../../shared/rules/rule.ts'

/** The rule by which this meeting decides; null where nothing is voted on. */
export const ruleInUse = ({ form, rule }: Pick<HeldMeeting, 'form' | 'rule'>): Rule | null =>
  form.decision === 'vote' ? rule : null
