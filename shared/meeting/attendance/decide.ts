import type { Context } from '../../core/context.ts'
import { ok, refuse } from '../../core/result.ts'
import { votes } from '../../council/standing.ts'
import { enteredBy, mayActFor } from '../../roles/roles.ts'
import { floorGivenUp } from '../floor/decide-speeches.ts'
import { currentRules } from '../floor/rules-in-use.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { hasDelegated, isPresent, keyOf, seatOf } from './state.ts'

export function admitDevice(
  { attendance }: MeetingBody,
  data: MeetingCommandOf<'admitDevice'>,
  { now }: Context,
): MeetingDecision {
  if (seatOf(attendance, data.seatId) === undefined) return refuse({ code: 'seatUnknown' })
  if (keyOf(attendance, data.seatId) === data.publicKey) return refuse({ code: 'deviceAlreadyBound' })
  return ok([{ type: 'deviceBound', data: { ...data, at: now } }])
}

export function removeDevice({ attendance }: MeetingBody, data: MeetingCommandOf<'removeDevice'>): MeetingDecision {
  if (keyOf(attendance, data.seatId) === null) return refuse({ code: 'noDeviceBound' })
  return ok([{ type: 'deviceUnbound', data }])
}

export function registerWalkIn({ attendance }: MeetingBody, data: MeetingCommandOf<'registerWalkIn'>): MeetingDecision {
  if (seatOf(attendance, data.seatId) !== undefined) return refuse({ code: 'seatExists' })
  return ok([{ type: 'walkInRegistered', data }])
}

export function signIn(
  { attendance }: MeetingBody,
  { seatId }: MeetingCommandOf<'signIn'>,
  { actor, now }: Context,
): MeetingDecision {
  if (seatOf(attendance, seatId) === undefined) return refuse({ code: 'seatUnknown' })
  if (!mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  if (isPresent(attendance, seatId)) return refuse({ code: 'alreadySignedIn' })
  return ok([{ type: 'seatSignedIn', data: { seatId, at: now, enteredBy: enteredBy(actor, seatId) } }])
}

/** A ballot already handed in stays. */
export function signOut(
  { attendance, floor }: MeetingBody,
  { seatId }: MeetingCommandOf<'signOut'>,
  { actor, now }: Context,
): MeetingDecision {
  if (!mayActFor(actor, seatId)) return refuse({ code: 'notYourSeat' })
  if (!isPresent(attendance, seatId)) return refuse({ code: 'notSignedIn' })
  return ok([
    ...floorGivenUp(floor, seatId, now, 'left'),
    { type: 'seatSignedOut', data: { seatId, at: now, enteredBy: enteredBy(actor, seatId) } },
  ])
}

/** 委托表决. The desk enters the ballot on the word of whoever holds the proxy. */
export function delegateVote(
  meeting: MeetingBody,
  { proxyId, seatId }: MeetingCommandOf<'delegateVote'>,
  { actor, now }: Context,
): MeetingDecision {
  const { attendance, floor, voting } = meeting
  const [seat, proxy] = [seatOf(attendance, seatId), seatOf(attendance, proxyId)]
  if (seat === undefined || proxy === undefined) return refuse({ code: 'seatUnknown' })
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  if (!votes(seat)) return refuse({ code: 'nothingToDelegate' })
  if (seatId === proxyId || hasDelegated(attendance, proxyId)) return refuse({ code: 'proxyUnfit' })
  if (hasDelegated(attendance, seatId)) return refuse({ code: 'alreadyDelegated' })
  const silenced = currentRules(meeting).delegatorsBarred ? floorGivenUp(floor, seatId, now, 'withdrawn') : []
  const delegated = { seatId, proxyId, at: now, enteredBy: enteredBy(actor, seatId) }
  return ok([...silenced, { type: 'voteDelegated', data: delegated }])
}

export function withdrawDelegation(
  { attendance, voting }: MeetingBody,
  { seatId }: MeetingCommandOf<'withdrawDelegation'>,
  { actor, now }: Context,
): MeetingDecision {
  if (!hasDelegated(attendance, seatId)) return refuse({ code: 'notDelegated' })
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  return ok([{ type: 'delegationWithdrawn', data: { seatId, at: now, enteredBy: enteredBy(actor, seatId) } }])
}

export function recordHeadcount(
  _meeting: MeetingBody,
  { count }: MeetingCommandOf<'recordHeadcount'>,
  { now }: Context,
): MeetingDecision {
  return ok([{ type: 'headcountRecorded', data: { count, at: now } }])
}

export function recordLeave(
  { attendance }: MeetingBody,
  data: MeetingCommandOf<'recordLeave'>,
  { actor }: Context,
): MeetingDecision {
  if (seatOf(attendance, data.seatId) === undefined) return refuse({ code: 'seatUnknown' })
  if (!mayActFor(actor, data.seatId)) return refuse({ code: 'notYourSeat' })
  if (isPresent(attendance, data.seatId)) return refuse({ code: 'presentCannotBeOnLeave' })
  return ok([{ type: 'leaveRecorded', data }])
}
