import type { SeatId } from '../../../shared/core/ids.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import type { MeetingCommandOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

type Request = MeetingCommandOf<'requestFloor'>

/** What may be asked for on behalf of somebody; `about` is whose question or explanation is answered. */
export type HandChoice = Pick<Request, 'kind' | 'stance' | 'category' | 'to'> & {
  readonly about?: { readonly seatId: SeatId | null; readonly kind: 'question' | 'intervention' }
}

/**
 * The ways in which a hand can be raised now, 发言 first; what this person waits with already is left out. Null: whoever
 * speaks without a name. Whether the turns are used up is the host's to say.
 */
export function handChoices(meeting: HeldMeeting, seatId: SeatId | null): readonly HandChoice[] {
  const { floor } = meeting
  const rules = currentRules(meeting)
  const waits = (kind: Request['kind']) =>
    seatId !== null &&
    !rules.repeats &&
    floor.queue.some((place) => place.seatId === seatId && place.kind === kind && !place.restored)
  const choices: HandChoice[] = []
  if (!waits('ordinary')) {
    for (const stance of ['for', 'against', 'addition', 'question'] as const) choices.push({ kind: 'ordinary', stance })
    if (!rules.stanceRequired) choices.push({ kind: 'ordinary', stance: null })
  }
  const { speaking } = floor
  const othersSpeak = speaking !== null && (speaking.seatId === null || speaking.seatId !== seatId)
  if (rules.questions && othersSpeak && !waits('question')) choices.push({ kind: 'question', stance: null })
  if (rules.interventions && !waits('intervention')) choices.push({ kind: 'intervention', stance: null })
  if (rules.pointsOfOrder !== null && !waits('pointOfOrder')) {
    const names = rules.pointsOfOrder.map(({ name }) => name)
    if (names.length === 0) choices.push({ kind: 'pointOfOrder', stance: null })
    for (const category of names) choices.push({ kind: 'pointOfOrder', stance: null, category })
  }
  const asked = toBeAnswered(meeting)
  if (asked !== null && asked.about.seatId !== seatId && !waits('answer')) {
    choices.push({ kind: 'answer', stance: null, to: asked.speechId, about: asked.about })
  }
  return choices
}

/** The question or explanation that was heard last, if nobody has answered it or is about to. */
function toBeAnswered({ floor, runningItem }: HeldMeeting) {
  const heard = runningItem === null ? [] : entriesOf(floor.speeches, runningItem)
  const live = [floor.speaking, floor.interposed].flatMap((speech) => speech ?? [])
  const said = [...heard, ...live]
  for (let index = said.length - 1; index >= 0; index -= 1) {
    const one = said[index]
    if (one === undefined || (one.kind !== 'question' && one.kind !== 'intervention')) continue
    const { kind, seatId, speechId } = one
    const isAnswered = [...said, ...floor.queue].some((other) => other.kind === 'answer' && other.to === speechId)
    return isAnswered ? null : { speechId, about: { kind, seatId } }
  }
  return null
}
