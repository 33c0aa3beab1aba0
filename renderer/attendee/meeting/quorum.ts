import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { electorateOf } from '../../../shared/meeting/voting/electorate.ts'
import { quorumNeeded } from '../../../shared/rules/evaluate.ts'
import { ruleInUse } from '../../ui/rule-in-use.ts'

/**
 * 应到 on the item that is on, 实到 among them, and how many more must come before it can be decided; null where nothing
 * is voted on.
 */
export function quorumOf(meeting: HeldMeeting): {
  readonly entitled: number
  readonly present: number
  readonly missing: number
} | null {
  const rule = ruleInUse(meeting)
  if (rule === null) return null
  const { electors, entitled } = electorateOf(meeting, meeting.runningItem)
  const present = electors.length
  return { entitled, present, missing: Math.max(0, quorumNeeded(rule, entitled) - present) }
}
