import type { Context } from '../../core/context.ts'
import { ok, refuse } from '../../core/result.ts'
import { onlooks } from '../../council/standing.ts'
import { seatOf } from '../attendance/state.ts'
import { floorEnded, floorGivenUp } from '../floor/decide-speeches.ts'
import type { MeetingCommandOf, MeetingEvent } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { HeldMeeting, MeetingBody, MeetingState } from '../state.ts'

export function openMeeting(
  state: MeetingState,
  data: MeetingCommandOf<'openMeeting'>,
  { now }: Context,
): MeetingDecision {
  if (state.phase !== 'unopened') return refuse({ code: 'meetingAlreadyOpen' })
  return ok([{ type: 'meetingOpened', data: { ...data, openedAt: now } }])
}

/** 散会 ends what still runs: the speech and the item. A vote must be closed or voided by the chair first. */
export function closeMeeting(meeting: MeetingBody, { now }: Context): MeetingDecision {
  if (meeting.voting.open !== null) return refuse({ code: 'voteIsOpen' })
  if (meeting.voting.held !== null) return refuse({ code: 'resultNotPublished' })
  const events: MeetingEvent[] = [...floorEnded(meeting.floor, now)]
  const itemId = meeting.runningItem
  if (itemId !== null) events.push({ type: 'itemFinished', data: { itemId, at: now } })
  return ok([...events, { type: 'meetingClosed', data: { closedAt: now } }])
}

export function sealMeeting(meeting: HeldMeeting, { now }: Context): MeetingDecision {
  if (meeting.phase !== 'closed') return refuse({ code: 'meetingNotClosed' })
  if (meeting.writtenVotes.some((vote) => vote.phase === 'open')) return refuse({ code: 'writtenVoteIsOpen' })
  return ok([{ type: 'meetingSealed', data: { sealedAt: now } }])
}

/** 主持中立: the new chair leaves the queue, or ends the speech that runs. */
export function handOverChair(
  meeting: MeetingBody,
  data: MeetingCommandOf<'handOverChair'>,
  { now }: Context,
): MeetingDecision {
  const seat = seatOf(meeting.attendance, data.seatId)
  if (seat === undefined) return refuse({ code: 'seatUnknown' })
  if (meeting.chair === data.seatId) return refuse({ code: 'alreadyInOffice' })
  if (onlooks(seat.kind)) return refuse({ code: 'handOverToOnlooker' })
  return ok([...floorGivenUp(meeting.floor, data.seatId, now, 'tookChair'), { type: 'chairHandedOver', data }])
}

export const planMeeting = (data: MeetingCommandOf<'planMeeting'>): MeetingDecision =>
  ok([{ type: 'meetingPlanned', data }])

export function handOverScribe(meeting: MeetingBody, data: MeetingCommandOf<'handOverScribe'>): MeetingDecision {
  if (seatOf(meeting.attendance, data.seatId) === undefined) return refuse({ code: 'seatUnknown' })
  if (meeting.scribe === data.seatId) return refuse({ code: 'alreadyInOffice' })
  return ok([{ type: 'scribeHandedOver', data }])
}
