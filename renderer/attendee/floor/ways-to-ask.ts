import { type SeatId, type SpeechId, speechId } from '../../../shared/core/ids.ts'
import { requestFloor } from '../../../shared/meeting/floor/decide-requests.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import type { SpeechKind } from '../../../shared/meeting/floor/state.ts'
import type { MeetingCommandOf } from '../../../shared/meeting/messages.ts'
import type { MeetingRejection } from '../../../shared/meeting/rejections.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { questionToAnswer } from './question-to-answer.ts'

export type AskedKind = MeetingCommandOf<'requestFloor'>['kind']

/** One way to ask for the floor now, and why it would be refused; null: it would not. */
export type Way = {
  readonly kind: AskedKind
  /** What an answer answers; null for the other kinds. */
  readonly to: { readonly speechId: SpeechId; readonly kind: SpeechKind } | null
  readonly refusal: MeetingRejection | null
}

/** In the order in which they are offered. */
const kinds: readonly AskedKind[] = ['ordinary', 'answer', 'question', 'intervention', 'pointOfOrder']

/** What needs no word: there is nothing to interrupt or to answer, the rules know no such thing, or one waits already. */
const PASSED_OVER: readonly MeetingRejection['code'][] = [
  'alreadyQueued',
  'kindNotAllowed',
  'nobodySpeaks',
  'notAsked',
  'nothingToAnswer',
  'ownSpeech',
]

const TOLD_ONCE: readonly MeetingRejection['code'][] = ['askedTooOften', 'delegatorsListen']

const no = (length: number) => new Uint8Array(length)
const nobodysId = speechId.mint(no)

/**
 * The ways in which a seat can ask for the floor, each by the host's own decision on what would be sent; `underWay`: what
 * was asked for and has not arrived yet counts as if it waited.
 */
export function waysToAsk(meeting: HeldMeeting, seatId: SeatId, underWay: readonly AskedKind[]): readonly Way[] {
  const { pointsOfOrder, repeats } = currentRules(meeting)
  const asked = questionToAnswer(meeting, seatId)
  const to = asked === null ? null : { speechId: asked.speechId, kind: asked.kind }
  const context = { actor: { role: 'member', seatId }, now: 0 } as const
  return kinds.flatMap((kind): readonly Way[] => {
    if (!repeats && underWay.includes(kind)) return []
    const category = pointsOfOrder?.[0]?.name
    const about = kind === 'answer' && to !== null ? { to: to.speechId } : {}
    const request = { speechId: nobodysId, seatId, kind, stance: 'addition', category, ...about } as const
    const answer = requestFloor(meeting, request, context)
    const refusal = answer.ok ? null : answer.refusal
    if (refusal !== null && PASSED_OVER.includes(refusal.code)) return []
    // Whoever may not ask at all is told so once.
    if (refusal !== null && TOLD_ONCE.includes(refusal.code) && kind !== 'ordinary') return []
    return [{ kind, to: kind === 'answer' ? to : null, refusal }]
  })
}

/** The way that somebody has begun to choose, as long as it is still open. */
export const chosenWay = (ways: readonly Way[], kind: AskedKind | null): Way | null =>
  ways.find((way) => way.kind === kind && way.refusal === null) ?? null
