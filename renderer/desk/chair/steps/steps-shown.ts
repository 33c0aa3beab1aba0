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
export function stepOf({ agenda, phase, runningItem, voting }: HeldMeeting): Step {
  if (phase !== 'open') return 'minutes'
  if (voting.open !== null) return 'vote'
  const begun = runningItem !== null || agenda.some((item) => item.phase !== 'planned')
  return begun ? 'discuss' : 'signIn'
}

/** Whether a step lies behind the meeting. */
export function isBehind(meeting: HeldMeeting, step: Step): boolean {
  const order = steps.map((one) => one.step)
  if (step === 'worksheets') return meeting.phase === 'sealed' && meeting.followUp.length > 0
  if (step === 'minutes') return meeting.phase === 'sealed'
  if (step === 'vote') return meeting.voting.open === null && meeting.voting.past.length > 0
  return order.indexOf(step) < order.indexOf(stepOf(meeting))
}
