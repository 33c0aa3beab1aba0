import type { SeatId } from '../../../shared/core/ids.ts'
import { speakingText } from '../formats/format-facts.ts'
import { dayText } from '../start/meeting-words.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import { plannedText } from './planned-time.ts'
import type { Settled } from './settled.ts'

/** The present values of what stands in the fold, in one line. */
export function moreWords(plan: MeetingPlan, ready: Settled, nameOf: (seatId: SeatId) => string): string {
  const { chair, form, format, scribe, speakingSeconds, title } = ready
  const who = (seat: SeatId | null) => (seat === null ? '还没选' : nameOf(seat))
  const people = chair === scribe ? `主持和记录 ${who(chair)}` : `主持 ${who(chair)}，记录 ${who(scribe)}`
  const when = plan.startsAt === null ? '现在开始' : dayText(plan.startsAt)
  return [
    `《${title}》`,
    ...(form.actFirst ? [] : [[when, plannedText(plan) ?? ''].filter((word) => word !== '').join('，')]),
    people,
    ...(form.actFirst ? [] : [speakingText({ ...format, speakingSeconds, speeches: form.speeches })]),
  ].join('；')
}
