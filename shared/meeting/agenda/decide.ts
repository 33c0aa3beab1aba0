import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import { enteredBy, mayActFor } from '../../roles/roles.ts'
import { seatOf } from '../attendance/state.ts'
import { floorEnded } from '../floor/decide-speeches.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import type { Voting } from '../voting/state.ts'
import type { AgendaItem } from './state.ts'

export function addItem({ attendance, usedIds }: MeetingBody, data: MeetingCommandOf<'addItem'>): MeetingDecision {
  if (hasId(usedIds, data.itemId)) return refuse({ code: 'itemExists' })
  if (data.invited?.some((seatId) => seatOf(attendance, seatId)?.kind !== 'public') === true) {
    return refuse({ code: 'invitedNotPublic' })
  }
  return ok([{ type: 'itemAdded', data }])
}

/** 一时一件: one item runs at a time. */
export function startItem(
  { agenda, runningItem }: MeetingBody,
  { itemId }: MeetingCommandOf<'startItem'>,
  { now }: Context,
): MeetingDecision {
  const item = agenda[lastIndexOf(agenda, itemId)]
  if (item === undefined) return refuse({ code: 'itemUnknown' })
  if (item.phase !== 'planned') return refuse({ code: 'itemAlreadyStarted' })
  if (runningItem !== null) return refuse({ code: 'anotherItemRuns' })
  return ok([{ type: 'itemStarted', data: { itemId, at: now } }])
}

export function planItem({ agenda }: MeetingBody, data: MeetingCommandOf<'planItem'>): MeetingDecision {
  const item = agenda[lastIndexOf(agenda, data.itemId)]
  if (item === undefined) return refuse({ code: 'itemUnknown' })
  if (item.phase === 'finished') return refuse({ code: 'itemAlreadyStarted' })
  return ok([{ type: 'itemPlanned', data }])
}

/** Finishing ends a speech that still runs; an open vote must be closed or voided first. */
export function finishItem(
  { floor, runningItem, usedIds, voting }: MeetingBody,
  { itemId }: MeetingCommandOf<'finishItem'>,
  { now }: Context,
): MeetingDecision {
  if (!hasId(usedIds, itemId)) return refuse({ code: 'itemUnknown' })
  if (runningItem !== itemId) return refuse({ code: 'itemNotRunning' })
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  if (voting.held !== null) return refuse({ code: 'resultNotPublished' })
  return ok([...floorEnded(floor, now), { type: 'itemFinished', data: { itemId, at: now } }])
}

/** 回避: asked for by the seat itself or entered by the desk, before the item's vote opens. */
export function recordRecusal(
  { agenda, attendance, voting }: MeetingBody,
  data: MeetingCommandOf<'recordRecusal'>,
  { actor, now }: Context,
): MeetingDecision {
  const item = agenda[lastIndexOf(agenda, data.itemId)]
  if (item === undefined) return refuse({ code: 'itemUnknown' })
  if (seatOf(attendance, data.seatId) === undefined) return refuse({ code: 'seatUnknown' })
  if (!mayActFor(actor, data.seatId)) return refuse({ code: 'notYourSeat' })
  if (item.recusals.some(({ seatId }) => seatId === data.seatId)) return refuse({ code: 'alreadyRecused' })
  const late = tooLateToStandAside(item, voting)
  if (late !== null) return late
  return ok([{ type: 'recusalRecorded', data: { ...data, at: now, enteredBy: enteredBy(actor, data.seatId) } }])
}

export function withdrawRecusal(
  { agenda, voting }: MeetingBody,
  data: MeetingCommandOf<'withdrawRecusal'>,
  { actor, now }: Context,
): MeetingDecision {
  const item = agenda[lastIndexOf(agenda, data.itemId)]
  if (item === undefined) return refuse({ code: 'itemUnknown' })
  if (!mayActFor(actor, data.seatId)) return refuse({ code: 'notYourSeat' })
  if (!item.recusals.some(({ seatId }) => seatId === data.seatId)) return refuse({ code: 'notRecused' })
  const late = tooLateToStandAside(item, voting)
  if (late !== null) return late
  return ok([{ type: 'recusalWithdrawn', data: { ...data, at: now, enteredBy: enteredBy(actor, data.seatId) } }])
}

/** Who stood aside is part of a result: once there is one, or the item is over, it stays as it was. */
function tooLateToStandAside({ itemId, phase }: AgendaItem, { held, open, past }: Voting) {
  if ((open ?? held)?.itemId === itemId) return refuse({ code: 'voteIsOpen' } as const)
  // An amendment that was voted on may be what makes somebody stand aside.
  const decided = past.some((vote) => vote.itemId === itemId && vote.phase === 'closed' && vote.amendment === null)
  return phase === 'finished' || decided ? refuse({ code: 'recusalTooLate' } as const) : null
}
