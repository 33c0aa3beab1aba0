import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { NOW, operator, theHost } from '../../../fixtures/given-when-then.ts'
import {
  bound,
  byMemberA,
  byScribe,
  chair,
  closed,
  discussing,
  EARLIER,
  given,
  keyA,
  keyB,
  memberA,
  onLeave,
  opened,
  requested,
  scribe,
  signedIn,
  signedOut,
  speechEnded,
  speechStarted,
  walkIn,
  withdrawn,
} from '../../../fixtures/small-meeting.ts'

const attendanceAfter = (...events: readonly MeetingEvent[]) => {
  const state = events.reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  return state.attendance
}

describe('devices', () => {
  it('a device is admitted to a seat', () => {
    given(opened)
      .when({ type: 'admitDevice', data: { seatId: memberA, publicKey: keyA } }, byScribe)
      .thenEvents(bound(memberA, keyA, NOW))
  })

  it('another device takes the seat over, and the first one gives way', () => {
    given(opened, bound(memberA, keyA))
      .when({ type: 'admitDevice', data: { seatId: memberA, publicKey: keyB } }, theHost)
      .thenEvents(bound(memberA, keyB, NOW))
    expect(attendanceAfter(opened, bound(memberA, keyA), bound(memberA, keyB)).devices).toEqual([
      { seatId: memberA, publicKey: keyB },
    ])
  })

  it('one device holds two seats', () => {
    given(opened, bound(memberA, keyA))
      .when({ type: 'admitDevice', data: { seatId: chair, publicKey: keyA } })
      .thenEvents(bound(chair, keyA, NOW))
  })

  it('a device is removed from its seat', () => {
    given(opened, bound(memberA, keyA))
      .when({ type: 'removeDevice', data: { seatId: memberA } })
      .thenEvents({ type: 'deviceUnbound', data: { seatId: memberA } })
  })

  it('a device may come back after 散会, to read', () => {
    given(opened, closed)
      .when({ type: 'admitDevice', data: { seatId: memberA, publicKey: keyA } })
      .thenEvents(bound(memberA, keyA, NOW))
  })

  it('a device may be removed after 散会', () => {
    given(opened, bound(memberA, keyA), closed)
      .when({ type: 'removeDevice', data: { seatId: memberA } })
      .thenEvents({ type: 'deviceUnbound', data: { seatId: memberA } })
  })
})

describe('signing in and out', () => {
  it('somebody who is not on the roster gets a seat without a vote', () => {
    const registered: MeetingEvent = { type: 'walkInRegistered', data: { seatId: walkIn } }
    given(opened)
      .when({ type: 'registerWalkIn', data: { seatId: walkIn } }, byScribe)
      .thenEvents(registered)
    expect(attendanceAfter(opened, registered).seats.at(-1)).toEqual({ seatId: walkIn, kind: 'walkIn', voting: false })
  })

  it('a member signs in from their own device', () => {
    given(opened)
      .when({ type: 'signIn', data: { seatId: memberA } }, byMemberA)
      .thenEvents(signedIn(memberA, NOW, null))
  })

  it('话事员 signs somebody in, and the record says who entered it', () => {
    given(opened)
      .when({ type: 'signIn', data: { seatId: memberA } }, byScribe)
      .thenEvents(signedIn(memberA, NOW, scribe))
  })

  it('the operator signs somebody in, and the record says so', () => {
    given(opened)
      .when({ type: 'signIn', data: { seatId: memberA } }, operator)
      .thenEvents(signedIn(memberA, NOW, 'operator'))
  })

  it('whoever was excused and comes after all is no longer on leave', () => {
    given(opened, onLeave(memberA))
      .when({ type: 'signIn', data: { seatId: memberA } }, byMemberA)
      .thenEvents(signedIn(memberA, NOW))
    expect(attendanceAfter(opened, onLeave(memberA), signedIn(memberA)).leaves).toEqual([])
  })

  it('whoever left signs in again', () => {
    given(opened, signedIn(memberA), signedOut(memberA))
      .when({ type: 'signIn', data: { seatId: memberA } }, byMemberA)
      .thenEvents(signedIn(memberA, NOW))
  })

  it('leaving is recorded', () => {
    given(opened, signedIn(memberA))
      .when({ type: 'signOut', data: { seatId: memberA } }, byScribe)
      .thenEvents(signedOut(memberA, NOW, scribe))
    expect(attendanceAfter(opened, signedIn(memberA), signedOut(memberA, NOW, scribe)).presence).toEqual([
      { seatId: memberA, present: false, at: NOW, enteredBy: scribe },
    ])
  })

  it('leaving while speaking ends the speech', () => {
    given(...discussing, speechStarted(memberA))
      .when({ type: 'signOut', data: { seatId: memberA } }, byMemberA)
      .thenEvents(speechEnded(memberA, NOW), signedOut(memberA, NOW))
  })

  it('leaving gives up the place in the queue', () => {
    given(...discussing, requested(memberA))
      .when({ type: 'signOut', data: { seatId: memberA } }, byMemberA)
      .thenEvents(withdrawn(memberA, NOW, 'left'), signedOut(memberA, NOW))
  })
})

describe('请假', () => {
  it('a member asks for leave with a reason', () => {
    given(opened)
      .when({ type: 'recordLeave', data: { seatId: memberA, reason: '孩子生病' } }, byMemberA)
      .thenEvents(onLeave(memberA))
  })

  it('a second reason replaces the first', () => {
    const later: MeetingEvent = { type: 'leaveRecorded', data: { seatId: memberA, reason: '出差' } }
    given(opened, onLeave(memberA))
      .when({ type: 'recordLeave', data: { seatId: memberA, reason: '出差' } }, byMemberA)
      .thenEvents(later)
    expect(attendanceAfter(opened, onLeave(memberA), later).leaves).toEqual([{ seatId: memberA, reason: '出差' }])
  })

  it('whoever has left may be excused for the rest', () => {
    given(opened, signedIn(memberA), signedOut(memberA, EARLIER))
      .when({ type: 'recordLeave', data: { seatId: memberA, reason: '孩子生病' } }, byScribe)
      .thenEvents(onLeave(memberA))
  })
})
