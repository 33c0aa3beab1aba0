import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { MeetingPage } from '../../../../shared/formats/format.ts'
import { conclusionOf } from '../../../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { itemToShow } from '../agenda/item-state.ts'

export type Step = MeetingPage

export type ShownStep = { readonly step: Step; readonly name: string }

/** Every meeting is closed and sealed from its minutes. */
const MINUTES: ShownStep = { step: 'minutes', name: '纪要' }

/**
 * The steps that this software is for, by the names and in the order of the meeting's form; those on one page are one
 * step. Without a roll there is no signing in.
 */
export function stepsOf({ form }: Pick<HeldMeeting, 'form'>): readonly ShownStep[] {
  const steps = new Map<Step, string>()
  for (const { at, name } of form.steps) {
    if (at === null || (at === 'signIn' && !form.rollCall)) continue
    const known = steps.get(at)
    steps.set(at, known === undefined ? name : `${known}、${name}`)
  }
  const shown = [...steps].map(([step, name]) => ({ step, name }))
  return steps.has('minutes') ? shown : [...shown, MINUTES]
}

/** The step that is lit while a page is shown: a form may draw its conclusions where it talks. */
export const litStep = (steps: readonly ShownStep[], page: Step): Step =>
  page === 'decide' && !steps.some(({ step }) => step === page) ? 'discuss' : page

/** Where the meeting stands by itself: what is shown until somebody looks elsewhere. */
export function stepOf(meeting: HeldMeeting): Step {
  const { agenda, form, phase, runningItem, voting } = meeting
  if (phase !== 'open') return 'minutes'
  const vote = voting.open ?? voting.held
  if ((vote !== null && vote.itemId === itemToShow(meeting)) || showsResult(meeting)) return 'decide'
  const begun = runningItem !== null || agenda.some((item) => item.phase !== 'planned')
  return begun || !form.rollCall ? 'discuss' : 'signIn'
}

/**
 * A result, a conclusion or the reason why a vote is void stays in view until somebody asks for the floor or the next item begins, whichever device
 * drew it.
 */
function showsResult(meeting: HeldMeeting): boolean {
  const { floor, runningItem } = meeting
  const decidedAt = lastDecision(meeting)
  if (decidedAt === null || runningItem === null) return false
  const spokenSince = entriesOf(floor.speeches, runningItem).some(({ startedAt }) => startedAt >= decidedAt)
  return floor.queue.length === 0 && floor.speaking === null && !spokenSince
}

/** When the running item was last decided on, or its vote declared void, ms since 1970; null when neither was. */
function lastDecision({ conclusions, runningItem, voting }: HeldMeeting): number | null {
  if (runningItem === null) return null
  const concluded = conclusionOf(conclusions, runningItem)
  if (concluded !== null) return concluded.at
  const last = voting.past.at(-1)
  if (last === undefined || last.itemId !== runningItem) return null
  return last.phase === 'closed' ? last.closedAt : last.voidedAt
}

/** Whether a step lies behind the meeting. */
export function isBehind(meeting: HeldMeeting, step: Step): boolean {
  const { conclusions, followUp, phase, voting } = meeting
  if (step === 'worksheets') return phase === 'sealed' && followUp.length > 0
  if (step === 'minutes') return phase === 'sealed'
  if (step === 'decide') return voting.open === null && voting.past.length + conclusions.length > 0
  const order = stepsOf(meeting).map((one) => one.step)
  return order.indexOf(step) < order.indexOf(litStep(stepsOf(meeting), stepOf(meeting)))
}
