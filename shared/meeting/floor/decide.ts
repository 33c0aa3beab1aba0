import type { Context } from '../../core/context.ts'
import type { SeatId } from '../../core/ids.ts'
import { ok, refuse } from '../../core/result.ts'
import { mayActFor } from '../../roles/roles.ts'
import { isPresent } from '../attendance/state.ts'
import type { MeetingCommandOf, MeetingEvent } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { inOrder, timesSpoken } from './order.ts'
import type { Floor } from './state.ts'

export function requestFloor(
  meeting: MeetingBody,
  { seatId, stance }: MeetingCommandOf<'requestFloor'>,
  { actor, now }: Context,
): MeetingDecision {
  if (!mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  if (!isPresent(meeting.attendance, seatId)) return refuse({ code: 'notSignedIn' })
  // 主持中立: whoever chairs hands the chair over before speaking on the matter.
  if (meeting.chair === seatId) return refuse({ code: 'chairMustHandOver' })
  if (meeting.runningItem === null) return refuse({ code: 'noItemRuns' })
  const { times } = meeting.form.speeches
  if (times !== null && timesSpoken(meeting.floor, meeting.runningItem, seatId) >= times) {
    return refuse({ code: 'spokenEnough', times })
  }
  if (meeting.floor.speaking?.seatId === seatId) return refuse({ code: 'alreadySpeaking' })
  if (meeting.floor.queue.some((request) => request.seatId === seatId)) return refuse({ code: 'alreadyQueued' })
  return ok([{ type: 'floorRequested', data: { seatId, stance, at: now } }])
}

export function withdrawRequest(
  { floor }: MeetingBody,
  { seatId }: MeetingCommandOf<'withdrawRequest'>,
  { actor }: Context,
): MeetingDecision {
  if (!mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  if (!floor.queue.some((request) => request.seatId === seatId)) return refuse({ code: 'notQueued' })
  return ok([{ type: 'requestWithdrawn', data: { seatId } }])
}

export function callNextSpeaker(
  { floor, form, runningItem, speakingSeconds, voting }: MeetingBody,
  { now }: Context,
): MeetingDecision {
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  const next = inOrder(floor, runningItem, form.speeches.policy)[0]
  if (next === undefined) return refuse({ code: 'queueEmpty' })
  const ended: readonly MeetingEvent[] =
    floor.speaking === null ? [] : [{ type: 'speechEnded', data: { seatId: floor.speaking.seatId, at: now } }]
  const { seatId, stance } = next
  const speech = { itemId: runningItem, seatId, stance, at: now, limitSeconds: speakingSeconds }
  return ok([...ended, { type: 'speechStarted', data: speech }])
}

export function endSpeech(
  { floor }: MeetingBody,
  { seatId }: MeetingCommandOf<'endSpeech'>,
  { actor, now }: Context,
): MeetingDecision {
  if (!mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  if (floor.speaking?.seatId !== seatId) return refuse({ code: 'notSpeaking' })
  return ok([{ type: 'speechEnded', data: { seatId, at: now } }])
}

/** Whoever leaves the room or takes the chair gives up the floor and the place in the queue. */
export function floorGivenUp({ queue, speaking }: Floor, seatId: SeatId, now: number): readonly MeetingEvent[] {
  const events: MeetingEvent[] = []
  if (speaking?.seatId === seatId) events.push({ type: 'speechEnded', data: { seatId, at: now } })
  if (queue.some((request) => request.seatId === seatId)) events.push({ type: 'requestWithdrawn', data: { seatId } })
  return events
}
