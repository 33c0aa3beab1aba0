import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import type { ItemId, SeatId, SpeechId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import { enteredBy, mayActFor, runsTheMeeting } from '../../roles/roles.ts'
import type { MeetingCommandOf, MeetingEvent, MeetingEventOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { deadline, spokenMs } from './clock.ts'
import { personHindrance } from './decide-requests.ts'
import { inOrder } from './order.ts'
import { currentRules, rulesOf } from './rules-in-use.ts'
import { type Floor, fallingWith, lastSpeech, onFloor, type Place, type Speaking } from './state.ts'

/** Whoever has been heard so long is not put back when the call is undone: only the speaker before is. */
const SLIP_MS = 30_000

/** What is left at least to somebody who goes on where speeches end by themselves. */
const LEAST_LEFT_MS = 30_000

/** 下一位. */
export function callNextSpeaker(
  meeting: MeetingBody,
  seen: MeetingCommandOf<'callNextSpeaker'>,
  { now }: Context,
): MeetingDecision {
  const hindrance = callHindrance(meeting)
  if (hindrance !== null) return refuse(hindrance)
  const next = nextInOrder(meeting)
  if (hasChanged(meeting.floor, seen.onFloor)) return refuse({ code: 'floorChanged' })
  if (next === undefined) return refuse({ code: 'queueEmpty' })
  if (seen.speechId !== undefined && seen.speechId !== next.speechId) return refuse({ code: 'floorChanged' })
  return ok(starting(meeting, next, now))
}

export function callSpeaker(
  meeting: MeetingBody,
  { onFloor: seen, speechId }: MeetingCommandOf<'callSpeaker'>,
  { now }: Context,
): MeetingDecision {
  const hindrance = callHindrance(meeting)
  if (hindrance !== null) return refuse(hindrance)
  if (hasChanged(meeting.floor, seen)) return refuse({ code: 'floorChanged' })
  const place = meeting.floor.queue.find((one) => one.speechId === speechId)
  return place === undefined ? refuse({ code: 'notQueued' }) : ok(starting(meeting, place, now))
}

/** 部门答题: called out of the queue, and recorded as such. */
export function callDepartment(
  meeting: MeetingBody,
  { seatId, speechId }: MeetingCommandOf<'callDepartment'>,
  { now }: Context,
): MeetingDecision {
  const hindrance = callHindrance(meeting) ?? personHindrance(meeting, currentRules(meeting), seatId)
  if (hindrance !== null) return refuse(hindrance)
  if (hasId(meeting.usedIds, speechId)) return refuse({ code: 'speechExists' })
  const answer = { speechId, seatId, kind: 'departmentAnswer', stance: null, category: null, to: null } as const
  return ok(starting(meeting, answer, now))
}

export function pauseSpeech(
  { floor }: MeetingBody,
  { speechId: seen }: MeetingCommandOf<'pauseSpeech'>,
  { now }: Context,
): MeetingDecision {
  const speech = onFloor(floor)
  if (speech === null) return refuse({ code: 'nobodySpeaks' })
  if (hasChanged(floor, seen)) return refuse({ code: 'floorChanged' })
  if (speech.runningSince === null) return refuse({ code: 'speechIsPaused' })
  return ok([{ type: 'speechPaused', data: { speechId: speech.speechId, at: now } }])
}

export function resumeSpeech(
  { floor }: MeetingBody,
  { speechId: seen }: MeetingCommandOf<'resumeSpeech'>,
  { now }: Context,
): MeetingDecision {
  const speech = onFloor(floor)
  if (speech === null) return refuse({ code: 'nobodySpeaks' })
  if (hasChanged(floor, seen)) return refuse({ code: 'floorChanged' })
  if (speech.runningSince !== null) return refuse({ code: 'speechIsRunning' })
  return ok([{ type: 'speechResumed', data: { speechId: speech.speechId, at: now } }])
}

/** So much more from now on: what somebody is over already is granted too. */
export function extendSpeech(
  { floor }: MeetingBody,
  { seconds, speechId: seen }: MeetingCommandOf<'extendSpeech'>,
  { now }: Context,
): MeetingDecision {
  const speech = onFloor(floor)
  if (speech === null) return refuse({ code: 'nobodySpeaks' })
  if (hasChanged(floor, seen)) return refuse({ code: 'floorChanged' })
  const overMs = Math.max(0, spokenMs(speech, now) - speech.limitSeconds * 1000)
  const granted = seconds + Math.ceil(overMs / 1000)
  return ok([{ type: 'speechExtended', data: { speechId: speech.speechId, seconds: granted } }])
}

export function endSpeech(
  { floor }: MeetingBody,
  { speechId }: MeetingCommandOf<'endSpeech'>,
  { actor, now }: Context,
): MeetingDecision {
  const speech = [floor.interposed, floor.speaking].find((one) => one?.speechId === speechId)
  if (speech === null || speech === undefined) return refuse({ code: 'notSpeaking' })
  const { seatId } = speech
  if (seatId === null ? !runsTheMeeting(actor.role) : !mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  if (speech === floor.interposed) return ok([endOf(speech, now)])
  // Whoever is being asked does not cut the question short.
  const { interposed } = floor
  if (interposed !== null && interposed.seatId !== seatId && !runsTheMeeting(actor.role)) {
    return refuse({ code: 'beingAsked' })
  }
  return ok(floorEnded(floor, now))
}

/** 到时即止: the host's own clock ends the speech and calls the next one, or lets the interrupted one go on. */
export function timeOutSpeech(
  meeting: MeetingBody,
  { speechId }: MeetingCommandOf<'timeOutSpeech'>,
  { now }: Context,
): MeetingDecision {
  const { floor } = meeting
  const speech = onFloor(floor)
  if (speech?.speechId !== speechId) return refuse({ code: 'notSpeaking' })
  const until = deadline(speech)
  if (!currentRules(meeting).hardEnd || until === null || now < until) return refuse({ code: 'timeNotUp' })
  const { speaking } = floor
  if (speech === floor.interposed && speaking !== null) {
    return ok([endOf(speech, now), { type: 'speechResumed', data: { speechId: speaking.speechId, at: now } }])
  }
  const next = nextAfter(meeting, speech)
  return ok(next === undefined ? floorEnded(floor, now) : starting(meeting, next, now))
}

/**
 * Whoever ended last waits again, first of all, with the time used. Whoever was called by the same act is put back to where
 * he waited: the call was a slip.
 */
export function undoSpeech(
  meeting: MeetingBody,
  { speechId: seen }: MeetingCommandOf<'undoSpeech'>,
  { now }: Context,
): MeetingDecision {
  const { floor, runningItem, voting } = meeting
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  const last = lastSpeech(floor, runningItem)
  if (last === null) return refuse({ code: 'nothingToUndo' })
  if (seen !== undefined && seen !== last.speechId) return refuse({ code: 'floorChanged' })
  const rules = currentRules(meeting)
  if (last.seatId !== null && personHindrance(meeting, rules, last.seatId) !== null)
    return refuse({ code: 'lastIsGone' })
  // The questions that fell with it come back too, but not those of people who have left or taken the chair since.
  const gone = last.dropped.filter(({ seatId }) => seatId !== null && personHindrance(meeting, rules, seatId) !== null)
  const left = gone.map(({ seatId, speechId }): MeetingEvent => {
    const why = seatId === meeting.chair ? 'tookChair' : 'left'
    return { type: 'requestWithdrawn', data: { speechId, at: now, why } }
  })
  const restored: MeetingEvent = { type: 'speechRestored', data: { speechId: last.speechId } }
  return ok([restored, ...slipUndone(floor, runningItem, now), ...left])
}

export function noteSpeech(
  { floor, runningItem: _, ...meeting }: MeetingBody,
  data: MeetingCommandOf<'noteSpeech'>,
): MeetingDecision {
  return findSpeech(floor, meeting.agenda, data.speechId) === null
    ? refuse({ code: 'speechUnknown' })
    : ok([{ type: 'speechNoted', data }])
}

export function attachWrittenAnswer(
  { agenda, floor }: MeetingBody,
  { speechId, text }: MeetingCommandOf<'attachWrittenAnswer'>,
  { actor }: Context,
): MeetingDecision {
  const speech = findSpeech(floor, agenda, speechId)
  if (speech === null) return refuse({ code: 'speechUnknown' })
  if (speech.kind !== 'departmentAnswer' && speech.kind !== 'answer') return refuse({ code: 'notAnAnswer' })
  const { seatId } = speech
  if (seatId === null ? !runsTheMeeting(actor.role) : !mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  const by = seatId === null ? (actor.seatId ?? 'operator') : enteredBy(actor, seatId)
  return ok([{ type: 'writtenAnswerAttached', data: { speechId, text, enteredBy: by } }])
}

/** Everything on the floor ends: what is interposed first. */
export function floorEnded({ interposed, speaking }: Floor, now: number): readonly MeetingEvent[] {
  return [interposed, speaking].flatMap((speech) => (speech === null ? [] : [endOf(speech, now)]))
}

/** Whoever leaves the room, takes the chair or may not speak any more gives up the floor and all places in the queue. */
export function floorGivenUp(
  floor: Floor,
  seatId: SeatId,
  now: number,
  why: MeetingEventOf<'requestWithdrawn'>['why'],
): readonly MeetingEvent[] {
  const { interposed, queue, speaking } = floor
  const over =
    speaking?.seatId === seatId ? floorEnded(floor, now) : interposed?.seatId === seatId ? [endOf(interposed, now)] : []
  const falling = speaking?.seatId === seatId ? fallingWith(queue, speaking.speechId) : []
  const left = queue.filter((place) => place.seatId === seatId && !falling.includes(place))
  return [
    ...over,
    ...left.map(({ speechId }): MeetingEvent => {
      return { type: 'requestWithdrawn', data: { speechId, at: now, why } }
    }),
  ]
}

type Beginning = Pick<Place, 'speechId' | 'seatId' | 'kind' | 'stance' | 'category' | 'to'>

/** A question and the answer to it interrupt the speech that they are about; whatever else begins ends what is live. */
function starting(meeting: MeetingBody, begun: Beginning, now: number): readonly MeetingEvent[] {
  const { floor, runningItem } = meeting
  if (runningItem === null) return []
  const { category, kind, seatId, speechId, stance, to } = begun
  const interposed = interrupts(floor, runningItem, begun)
  const before = interposed ? interrupting(floor, now) : floorEnded(floor, now)
  const asked = { speechId, seatId, kind, stance, category, to, interposed }
  const { rules, seconds: limitSeconds } = rulesOf(meeting, runningItem)
  const granted = rules.hardEnd ? missingSeconds(floor, begun, limitSeconds) : 0
  return [
    ...before,
    { type: 'speechStarted', data: { ...asked, itemId: runningItem, at: now, limitSeconds } },
    ...(granted === 0 ? [] : [{ type: 'speechExtended', data: { speechId, seconds: granted } } as const]),
  ]
}

/** 到时即止: whoever was put back has used up his time, and would be over at once; he gets enough to finish. */
function missingSeconds({ queue }: Floor, { speechId }: Beginning, limitSeconds: number): number {
  const place = queue.find((one) => one.speechId === speechId)
  if (place === undefined || place.usedMs === 0) return 0
  const leftMs = (limitSeconds + place.extraSeconds) * 1000 - place.usedMs
  return Math.max(0, Math.ceil((LEAST_LEFT_MS - leftMs) / 1000))
}

function interrupting({ interposed, speaking }: Floor, now: number): readonly MeetingEvent[] {
  if (interposed !== null) return [endOf(interposed, now)]
  if (speaking === null || speaking.runningSince === null) return []
  return [{ type: 'speechPaused', data: { speechId: speaking.speechId, at: now } }]
}

function interrupts(
  { interposed, queue, speaking, speeches }: Floor,
  itemId: ItemId,
  { kind, to }: Beginning,
): boolean {
  if (speaking === null) return false
  if (kind === 'question') return to === speaking.speechId
  if (kind !== 'answer') return false
  const questions = [...queue, ...entriesOf(speeches, itemId), ...(interposed === null ? [] : [interposed])]
  return questions.some((one) => one.speechId === to && one.kind === 'question' && one.to === speaking.speechId)
}

/** Who comes once this speech has ended, and its questions with it. */
function nextAfter(meeting: MeetingBody, speech: Speaking): Place | undefined {
  const falling = fallingWith(meeting.floor.queue, speech.speechId)
  const queue = meeting.floor.queue.filter((place) => !falling.includes(place))
  return nextInOrder({ ...meeting, floor: { ...meeting.floor, queue } })
}

const nextInOrder = (meeting: MeetingBody): Place | undefined =>
  inOrder(meeting.floor, meeting.runningItem, currentRules(meeting).policy)[0]

/** Whoever was called by a slip goes back to where he waited; a department never waited, and is only over. */
function slipUndone(floor: Floor, itemId: ItemId, now: number): readonly MeetingEvent[] {
  const { interposed, speaking } = floor
  if (speaking === null || interposed !== null || !isSlip(floor, itemId, speaking, now)) return []
  const { kind, restored, speechId } = speaking
  if (kind === 'departmentAnswer' && !restored) return [endOf(speaking, now)]
  return [{ type: 'speechReturned', data: { speechId, at: now } }]
}

/** Begun a moment ago, and by the very act that ended the speech before. */
function isSlip(floor: Floor, itemId: ItemId, { runningSince, startedAt }: Speaking, now: number): boolean {
  const byTheSameAct = runningSince === startedAt && lastSpeech(floor, itemId)?.endedAt === startedAt
  return byTheSameAct && now - startedAt <= SLIP_MS
}

function callHindrance({ runningItem, voting }: MeetingBody) {
  if (runningItem === null) return { code: 'noItemRuns' } as const
  return voting.open === null ? null : ({ code: 'voteIsOpen' } as const)
}

/** The presser saw somebody else on the floor (undefined: he did not say whom). */
const hasChanged = (floor: Floor, seen: SpeechId | null | undefined): boolean =>
  seen !== undefined && seen !== (onFloor(floor)?.speechId ?? null)

const endOf = ({ speechId }: Speaking, at: number): MeetingEvent => ({ type: 'speechEnded', data: { speechId, at } })

function findSpeech(
  floor: Floor,
  agenda: MeetingBody['agenda'],
  speechId: SpeechId,
): Pick<Place, 'kind' | 'seatId'> | null {
  const live = [floor.interposed, floor.speaking].find((one) => one?.speechId === speechId)
  if (live !== null && live !== undefined) return live
  for (const { itemId } of agenda) {
    const heard = entriesOf(floor.speeches, itemId).find((one) => one.speechId === speechId)
    if (heard !== undefined) return heard
  }
  return null
}
