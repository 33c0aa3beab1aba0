import { hasId } from '../../../shared/core/id-set.ts'
import type { SeatId, SpeechId } from '../../../shared/core/ids.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import type { Place, Speaking, Stance } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { speakingQueue } from '../../ui/speaking-queue.ts'
import { allPendingData, pendingData } from '../meeting/pending.ts'
import { signInStanding } from '../meeting/sign-in.ts'
import { type AskedKind, type Way, waysToAsk } from './ways-to-ask.ts'

/** One's own speech; `by`: what interrupts it. */
export type Turn = { readonly speech: Speaking; readonly by: Speaking | null }

/** One's own place in the queue; `ahead`: how many come first; `leaving`: the way out is on its way. */
export type OwnPlace = { readonly place: Place; readonly ahead: number; readonly leaving: boolean }

/** Asked for, and not yet at the host. */
export type UnderWay = { readonly speechId: unknown; readonly kind: AskedKind; readonly stance: Stance | null }

/** How a seat stands with the floor: what its dock offers. */
export type FloorStanding =
  | { readonly at: 'over' }
  | { readonly at: 'signingIn' }
  | { readonly at: 'notHere' }
  /** `standsInFor`: for whom the chair is held only while that one speaks. */
  | { readonly at: 'chairing'; readonly standsInFor: SeatId | null }
  | { readonly at: 'noItem' }
  | {
      readonly at: 'floor'
      /** Signed in: not everywhere does one have to be. */
      readonly isHere: boolean
      readonly turn: Turn | null
      readonly places: readonly OwnPlace[]
      readonly underWay: readonly UnderWay[]
      readonly ways: readonly Way[]
    }

export const stances: readonly Stance[] = ['for', 'against', 'addition', 'question']
const askedKinds: readonly AskedKind[] = ['question', 'intervention', 'pointOfOrder', 'ordinary', 'answer']

export function floorStanding(meeting: HeldMeeting, seatId: SeatId, pending: readonly CommandFrame[]): FloorStanding {
  if (meeting.phase !== 'open') return { at: 'over' }
  const isHere = signInStanding(meeting, seatId).at === 'present'
  if (!isHere && currentRules(meeting).presentOnly) {
    return { at: pendingData(pending, 'signIn', seatId) === undefined ? 'notHere' : 'signingIn' }
  }
  if (meeting.chair === seatId) return { at: 'chairing', standsInFor: meeting.standsInFor }
  if (meeting.runningItem === null) return { at: 'noItem' }
  const underWay = underWayOf(meeting, seatId, pending)
  const turn = turnOf(meeting, seatId)
  const kindsUnderWay = underWay.map(({ kind }) => kind)
  const ways = waysToAsk(meeting, seatId, kindsUnderWay)
  return {
    at: 'floor',
    isHere,
    turn,
    places: placesOf(meeting, seatId, pending),
    underWay,
    // A question is short: whoever puts it, or is asked, has nothing else to choose meanwhile.
    ways: turn !== null && meeting.floor.interposed !== null ? ways.filter(({ kind }) => kind === 'answer') : ways,
  }
}

function turnOf({ floor }: HeldMeeting, seatId: SeatId): Turn | null {
  const { interposed, speaking } = floor
  if (interposed?.seatId === seatId) return { speech: interposed, by: null }
  return speaking?.seatId === seatId ? { speech: speaking, by: interposed } : null
}

function placesOf(meeting: HeldMeeting, seatId: SeatId, pending: readonly CommandFrame[]): readonly OwnPlace[] {
  const leaving = (['withdrawRequest', 'passTurn'] as const)
    .flatMap((type) => allPendingData(pending, type, seatId))
    .map((data) => data['speechId'])
  return speakingQueue(meeting).flatMap((place, ahead) =>
    place.seatId === seatId ? [{ place, ahead, leaving: leaving.includes(place.speechId) }] : [],
  )
}

function underWayOf({ usedIds }: HeldMeeting, seatId: SeatId, pending: readonly CommandFrame[]): readonly UnderWay[] {
  // What was asked for is seen in the queue before the answer to the asking has come.
  const hasArrived = (id: unknown) => typeof id === 'string' && hasId(usedIds, id)
  return allPendingData(pending, 'requestFloor', seatId)
    .filter((data) => !hasArrived(data['speechId']))
    .map((data) => ({
      speechId: data['speechId'],
      kind: askedKinds.find((kind) => kind === data['kind']) ?? 'ordinary',
      stance: stances.find((stance) => stance === data['stance']) ?? null,
    }))
}

/** Whether the end of a speech is on its way. */
export const isEnding = (pending: readonly CommandFrame[], seatId: SeatId, speechId: SpeechId): boolean =>
  allPendingData(pending, 'endSpeech', seatId).some((data) => data['speechId'] === speechId)

/** 我要发言 is the page's one act for whoever neither speaks nor waits, nor has just asked. */
export const offersAskKey = ({ places, turn, underWay }: Extract<FloorStanding, { at: 'floor' }>): boolean =>
  turn === null && ![...places.map(({ place }) => place), ...underWay].some(({ kind }) => kind === 'ordinary')
