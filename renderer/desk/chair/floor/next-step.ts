import { entriesOf } from '../../../../shared/core/per-item.ts'
import { onFloor, type Place, type Speaking } from '../../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { speakingQueue } from '../../../ui/speaking-queue.ts'

/** The one act that comes next on the floor: 下一位, 请×××继续 or 说完; null when there is none. */
export type NextStep =
  | { readonly act: 'call'; readonly place: Place }
  | { readonly act: 'resume'; readonly speech: Speaking }
  | { readonly act: 'end'; readonly speech: Speaking }

/**
 * A question to the main speech, and the answer to it, come before all; then whoever was paused goes on, a question ends, and
 * only then does the next one begin.
 */
export function nextStep(meeting: HeldMeeting): NextStep | null {
  const { floor, runningItem, voting } = meeting
  if (runningItem === null || voting.open !== null) return null
  const [place] = speakingQueue(meeting)
  const speech = onFloor(floor)
  if (speech === null) return place === undefined ? null : { act: 'call', place }
  if (place !== undefined && isAboutMainSpeech(meeting, place)) return { act: 'call', place }
  if (speech.runningSince === null) return { act: 'resume', speech }
  return place === undefined || floor.interposed !== null ? { act: 'end', speech } : { act: 'call', place }
}

/** Whether calling this one only interrupts whoever has the floor. */
function isAboutMainSpeech({ floor, runningItem }: HeldMeeting, { kind, to }: Place): boolean {
  const { interposed, queue, speaking, speeches } = floor
  if (speaking === null || runningItem === null || to === null) return false
  if (kind === 'question') return to === speaking.speechId
  if (kind !== 'answer') return false
  const known = [...queue, ...entriesOf(speeches, runningItem), ...(interposed === null ? [] : [interposed])]
  return known.some((one) => one.speechId === to && one.kind === 'question' && one.to === speaking.speechId)
}
