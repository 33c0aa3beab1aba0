import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import type { ItemId, SeatId, SpeechId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import type { SpeakingRules } from '../../formats/speaking-rules.ts'
import { enteredBy, mayActFor, runsTheMeeting } from '../../roles/roles.ts'
import { hasDelegated, isPresent, seatOf } from '../attendance/state.ts'
import type { MeetingCommandOf, MeetingEvent, MeetingEventOf } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { inOrder, kindOf, timesSpoken } from './order.ts'
import { currentRules } from './rules-in-use.ts'
import { addresseeOf, type Place } from './state.ts'

/** More than any hall holds. */
const MAX_PLACES = 1_000
/** Of one person, from one's own device. */
const MAX_OWN_PLACES = 10
const MAX_WITHDRAWN = 20

type Request = MeetingCommandOf<'requestFloor'>
type Category = MeetingEventOf<'floorRequested'>['category']

export function requestFloor(
  meeting: MeetingBody,
  request: Request,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
): MeetingDecision {
  const { runningItem, usedIds } = meeting
  const { itemId, kind, seatId, speechId, stance } = request
  if (seatId === null ? !runsTheMeeting(actor.role) : !mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  const rules = currentRules(meeting)
  const person = seatId === null ? unnamedHindrance(rules) : personHindrance(meeting, rules, seatId)
  if (person !== null) return refuse(person)
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  if (hasId(usedIds, speechId)) return refuse({ code: 'speechExists' })
  if (itemId !== undefined && itemId !== runningItem) return refuse({ code: 'askedForAnotherItem' })
  const isChairs = mayExceed(actor)
  const hindrance =
    kindHindrance(meeting, runningItem, rules, request, isChairs) ??
    doubled(meeting, rules, request) ??
    (runsTheMeeting(actor.role) ? null : ownHindrance(meeting, runningItem, request))
  if (hindrance !== null) return refuse(hindrance)
  if (meeting.floor.queue.length >= MAX_PLACES) return refuse({ code: 'queueFull', max: MAX_PLACES })
  const category = categoryOf(rules, request)
  if (category === undefined) return refuse({ code: 'categoryUnknown' })
  const by = seatId === null ? (actor.seatId ?? 'operator') : enteredBy(actor, seatId)
  const asked = { speechId, seatId, kind, stance, category, to: aboutWhat(meeting, request), at: now, enteredBy: by }
  return ok([{ type: 'floorRequested', data: asked }])
}

export function withdrawRequest(
  { floor }: MeetingBody,
  { speechId }: MeetingCommandOf<'withdrawRequest'>,
  { actor, now }: Context,
): MeetingDecision {
  const place = floor.queue.find((one) => one.speechId === speechId)
  if (place === undefined) return refuse({ code: 'notQueued' })
  if (!mayDecideOn(place.seatId, actor)) return refuse({ code: 'notYourSeat' })
  return ok([{ type: 'requestWithdrawn', data: { speechId, at: now, why: 'withdrawn' } }])
}

/** What keeps a device from asking on and on, and from answering what was put to somebody else. The desk knows better. */
function ownHindrance(
  { attendance, floor }: MeetingBody,
  itemId: ItemId,
  { kind, seatId, to }: Request,
): MeetingRejection | null {
  const withdrawn = entriesOf(floor.unspoken, itemId).filter((one) => one.seatId === seatId && one.why === 'withdrawn')
  if (withdrawn.length >= MAX_WITHDRAWN) return { code: 'askedTooOften' }
  if (floor.queue.filter((place) => place.seatId === seatId).length >= MAX_OWN_PLACES) return { code: 'alreadyQueued' }
  if (kind !== 'answer' || to === undefined) return null
  // 列席: departments and advisers are there to answer.
  const isAdviser = seatId !== null && seatOf(attendance, seatId)?.kind === 'guest'
  if (!isAdviser && addresseeOf(floor, itemId, to) !== seatId) return { code: 'notAsked' }
  const given = [...floor.queue, ...entriesOf(floor.speeches, itemId), ...onTheFloor(floor)]
  const hasAnswered = given.some((one) => one.kind === 'answer' && one.to === to && one.seatId === seatId)
  return hasAnswered ? { code: 'nothingToAnswer' } : null
}

const onTheFloor = ({ interposed, speaking }: MeetingBody['floor']) =>
  [interposed, speaking].filter((speech) => speech !== null)

/** 过: the turn of this round is taken. */
export function passTurn(
  meeting: MeetingBody,
  { speechId }: MeetingCommandOf<'passTurn'>,
  { actor, now }: Context,
): MeetingDecision {
  const place = meeting.floor.queue.find((one) => one.speechId === speechId)
  if (place === undefined) return refuse({ code: 'notQueued' })
  if (!mayDecideOn(place.seatId, actor)) return refuse({ code: 'notYourSeat' })
  if (currentRules(meeting).policy !== 'round' || place.kind !== 'ordinary') return refuse({ code: 'noRound' })
  return ok([{ type: 'requestWithdrawn', data: { speechId, at: now, why: 'passed' } }])
}

/** 走一圈: all or nobody. */
export function goRound(
  meeting: MeetingBody,
  { places }: MeetingCommandOf<'goRound'>,
  { actor, now }: Context,
): MeetingDecision {
  const { floor, runningItem, usedIds } = meeting
  const rules = currentRules(meeting)
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  if (rules.policy !== 'round') return refuse({ code: 'noRound' })
  const isChairs = mayExceed(actor)
  const { maxWaiting } = rules
  if (maxWaiting !== null && ordinaryIn(floor.queue).length + places.length > maxWaiting && !isChairs) {
    return refuse({ code: 'queueFull', max: maxWaiting })
  }
  const events: MeetingEvent[] = []
  const seen = new Set<string>()
  for (const { seatId, speechId } of places) {
    const asks = { speechId, seatId, kind: 'ordinary', stance: null } as const
    const relaxed = { ...rules, stanceRequired: false }
    const hindrance =
      personHindrance(meeting, rules, seatId) ?? kindHindrance(meeting, runningItem, relaxed, asks, isChairs)
    if (hindrance !== null) return refuse(hindrance)
    if (hasId(usedIds, speechId) || seen.has(speechId)) return refuse({ code: 'speechExists' })
    if (seen.has(seatId) || waits(floor.queue, seatId, 'ordinary')) return refuse({ code: 'alreadyQueued' })
    seen.add(speechId).add(seatId)
    const asked = { ...asks, category: null, to: null, at: now }
    events.push({ type: 'floorRequested', data: { ...asked, enteredBy: enteredBy(actor, seatId) } })
  }
  return ok(events)
}

export function reorderQueue(meeting: MeetingBody, { speechIds }: MeetingCommandOf<'reorderQueue'>): MeetingDecision {
  const { floor, runningItem } = meeting
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  if (speechIds !== null) {
    const named = new Set(speechIds)
    const complete = named.size === speechIds.length && speechIds.length === floor.queue.length
    if (!complete || floor.queue.some((place) => !named.has(place.speechId))) return refuse({ code: 'orderIncomplete' })
    const ordered = inOrder({ ...floor, handOrder: speechIds }, runningItem, currentRules(meeting).policy)
    if (ordered.some((place, index) => place.speechId !== speechIds[index])) {
      return refuse({ code: 'orderAgainstClasses' })
    }
  }
  return ok([{ type: 'queueReordered', data: { speechIds } }])
}

export function closeQueue({ floor, runningItem }: MeetingBody): MeetingDecision {
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  return floor.closed ? refuse({ code: 'queueIsClosed' }) : ok([{ type: 'queueClosed', data: {} }])
}

export const reopenQueue = ({ floor }: MeetingBody): MeetingDecision =>
  floor.closed ? ok([{ type: 'queueReopened', data: {} }]) : refuse({ code: 'queueIsOpen' })

/** Why this person cannot have the floor at all; null: he can. */
export function personHindrance(meeting: MeetingBody, rules: SpeakingRules, seatId: SeatId): MeetingRejection | null {
  const { attendance, chair } = meeting
  if (seatOf(attendance, seatId) === undefined) return { code: 'seatUnknown' }
  if (rules.presentOnly && !isPresent(attendance, seatId)) return { code: 'notSignedIn' }
  // 主持中立: whoever chairs hands the chair over before speaking on the matter.
  if (chair === seatId) return { code: 'chairMustHandOver' }
  return rules.delegatorsBarred && hasDelegated(attendance, seatId) ? { code: 'delegatorsListen' } : null
}

/** The chair may add to a list that is closed or full. */
const mayExceed = ({ role }: Context['actor']): boolean => role === 'chair' || role === 'operator'

const ordinaryIn = (queue: readonly Place[]): readonly Place[] => queue.filter((place) => place.kind === 'ordinary')

const unnamedHindrance = (rules: SpeakingRules): MeetingRejection | null =>
  rules.anonymous ? null : { code: 'namesRequired' }

function mayDecideOn(seatId: SeatId | null, actor: Context['actor']): boolean {
  return seatId === null ? runsTheMeeting(actor.role) : mayActFor(actor, seatId)
}

/** Why a request of this kind cannot be taken now. */
function kindHindrance(
  { floor, runningItem }: MeetingBody,
  itemId: ItemId,
  rules: SpeakingRules,
  { kind, seatId, stance, to }: Request,
  isChairs: boolean,
): MeetingRejection | null {
  switch (kind) {
    case 'ordinary': {
      if (floor.closed && !isChairs) return { code: 'queueIsClosed' }
      const { maxWaiting, stanceRequired, times } = rules
      const waiting = ordinaryIn(floor.queue)
      if (maxWaiting !== null && waiting.length >= maxWaiting && !isChairs)
        return { code: 'queueFull', max: maxWaiting }
      if (stanceRequired && stance === null) return { code: 'stanceNeeded' }
      if (times === null || seatId === null) return null
      const own = waiting.filter((place) => place.seatId === seatId)
      // Who was put back into the queue has that speech still to come.
      const toCome = rules.repeats ? own : own.filter((place) => place.startedAt !== null)
      const live = floor.speaking?.kind === 'ordinary' && floor.speaking.seatId === seatId ? 1 : 0
      const all = timesSpoken(floor, itemId, seatId) + live + toCome.length
      return all >= times ? { code: 'spokenEnough', times } : null
    }
    case 'pointOfOrder':
      if (rules.pointsOfOrder === null) return { code: 'kindNotAllowed', kind }
      return floor.closed && rules.closedToPoints && !isChairs ? { code: 'queueIsClosed' } : null
    case 'question':
      if (!rules.questions) return { code: 'kindNotAllowed', kind }
      if (floor.speaking === null) return { code: 'nobodySpeaks' }
      return floor.speaking.seatId !== null && floor.speaking.seatId === seatId ? { code: 'ownSpeech' } : null
    case 'intervention':
      return rules.interventions ? null : { code: 'kindNotAllowed', kind }
    case 'answer': {
      const answered = kindOf(floor, runningItem, to ?? null)
      return answered === 'question' || answered === 'intervention' ? null : { code: 'nothingToAnswer' }
    }
  }
}

/** One place of each kind for one person, unless repeats are allowed. Who was put back by an undo may ask anew. */
function doubled({ floor }: MeetingBody, rules: SpeakingRules, { kind, seatId }: Request): MeetingRejection | null {
  return !rules.repeats && seatId !== null && waits(floor.queue, seatId, kind) ? { code: 'alreadyQueued' } : null
}

const waits = (queue: MeetingBody['floor']['queue'], seatId: SeatId, kind: Request['kind']): boolean =>
  queue.some((place) => place.seatId === seatId && place.kind === kind && !place.restored)

/** The category that is meant; null without one; undefined when the rules know none of this name. */
function categoryOf({ pointsOfOrder }: SpeakingRules, { category, kind }: Request): Category | undefined {
  if (kind !== 'pointOfOrder' || pointsOfOrder === null || pointsOfOrder.length === 0) return null
  return pointsOfOrder.find(({ name }) => name === category)
}

function aboutWhat({ floor }: MeetingBody, { kind, to }: Request): SpeechId | null {
  if (kind === 'question') return floor.speaking?.speechId ?? null
  return kind === 'answer' ? (to ?? null) : null
}
