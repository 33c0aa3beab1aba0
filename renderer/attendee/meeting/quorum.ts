import { entitledSeats, presentVoters } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { quorumNeeded } from '../../../shared/rules/evaluate.ts'

/** 应到, 实到 among them, and how many more must come before anything can be decided. */
export function quorumOf({ attendance, rule }: HeldMeeting): {
  readonly entitled: number
  readonly present: number
  readonly missing: number
} {
  const entitled = entitledSeats(attendance).length
  const present = presentVoters(attendance).length
  return { entitled, present, missing: Math.max(0, quorumNeeded(rule, entitled) - present) }
}
