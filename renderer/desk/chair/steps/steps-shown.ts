import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'

export const steps = [
  { step: 'signIn', name: '签到' },
  { step: 'discuss', name: '议事' },
  { step: 'vote', name: '表决' },
  { step: 'minutes', name: '纪要' },
  { step: 'worksheets', name: '工单' },
] as const

export type Step = (typeof steps)[number]['step']

/** Where the meeting stands by itself: what is shown until somebody looks elsewhere. */
export function stepOf(meeting: HeldMeeting): Step {
  const { agenda, phase, runningItem, voting } = meeting
  if (phase !== 'open') return 'minutes'
  if (voting.open !== null || showsResult(meeting)) return 'vote'
  const begun = runningItem !== null || agenda.some((item) => item.phase !== 'planned')
  return begun ? 'discuss' : 'signIn'
}

/** A result stays in view until somebody asks for the floor or the next item begins, whichever device ended the vote. */
function showsResult({ floor, runningItem, voting }: HeldMeeting): boolean {
  const last = voting.past.at(-1)
  if (last === undefined || last.phase !== 'closed' || last.itemId !== runningItem) return false
  const spokenSince = entriesOf(floor.speeches, runningItem).some(({ startedAt }) => startedAt >= last.closedAt)
  return floor.queue.length === 0 && floor.speaking === null && !spokenSince
}

/** Whether a step lies behind the meeting. */
export function isBehind(meeting: HeldMeeting, step: Step): boolean {
  const order = steps.map((one) => one.step)
  if (step === 'worksheets') return meeting.phase === 'sealed' && meeting.followUp.length > 0
  if (step === 'minutes') return meeting.phase === 'sealed'
  if (step === 'vote') return meeting.voting.open === null && meeting.voting.past.length > 0
  return order.indexOf(step) < order.indexOf(stepOf(meeting))
}
