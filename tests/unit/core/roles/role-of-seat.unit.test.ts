import { describe, expect, it } from 'vitest'
import type { Seat } from '../../../../shared/council/seat.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { roleOfSeat, viewerOfDevice } from '../../../../shared/roles/role-of-seat.ts'
import { enteredBy, mayActFor, runsTheMeeting } from '../../../../shared/roles/roles.ts'
import { operator, theHost } from '../../../fixtures/given-when-then.ts'
import {
  bound,
  byChair,
  byGuest,
  byMemberA,
  byScribe,
  chair,
  EARLIER,
  guest,
  keyA,
  keyB,
  memberA,
  memberB,
  opened,
  opening,
  scribe,
  stranger,
  walkIn,
} from '../../../fixtures/small-meeting.ts'

const meeting = (...events: readonly MeetingEvent[]) => [opened, ...events].reduce(evolveMeeting, unopenedMeeting)
const chairTo = (seatId: typeof memberA): MeetingEvent => ({ type: 'chairHandedOver', data: { seatId } })
const scribeTo = (seatId: typeof memberA): MeetingEvent => ({ type: 'scribeHandedOver', data: { seatId } })

describe('the role of a seat', () => {
  it.each([
    ['the chair’s', chair, 'chair'],
    ['话事员’s', scribe, 'scribe'],
    ['a standing member’s', memberA, 'member'],
    ['a public member’s', memberB, 'member'],
    ['列席’s', guest, 'guest'],
    ['a stranger’s', stranger, null],
  ])('%s', (_name, seat, role) => {
    expect(roleOfSeat(meeting(), seat)).toBe(role)
  })

  it('a walk-in is a guest', () => {
    expect(roleOfSeat(meeting({ type: 'walkInRegistered', data: { seatId: walkIn } }), walkIn)).toBe('guest')
  })

  it('goes with the office: whoever hands the chair over is a member again', () => {
    const after = meeting(chairTo(memberA))
    expect([roleOfSeat(after, memberA), roleOfSeat(after, chair)]).toEqual(['chair', 'member'])
  })

  it('a 话事员 without a vote who hands the pen over is a guest, one with a vote a member', () => {
    const voting = (seat: Seat): Seat => (seat.seatId === scribe ? { ...seat, voting: true } : seat)
    const other: MeetingEvent = {
      type: 'meetingOpened',
      data: { ...opening, seats: opening.seats.map(voting), openedAt: EARLIER },
    }
    expect(roleOfSeat(meeting(scribeTo(memberA)), scribe)).toBe('guest')
    expect(roleOfSeat(meeting(other, scribeTo(memberA)), scribe)).toBe('member')
    expect(roleOfSeat(meeting(scribeTo(memberA)), memberA)).toBe('scribe')
  })

  it('a standing member without a vote is a member all the same', () => {
    const silent = opening.seats.map((seat) => ({ ...seat, voting: seat.seatId === chair }))
    const other: MeetingEvent = { type: 'meetingOpened', data: { ...opening, seats: silent, openedAt: EARLIER } }
    expect(roleOfSeat(meeting(other), memberA)).toBe('member')
  })

  it('one who holds both offices acts as the chair', () => {
    expect(roleOfSeat(meeting(scribeTo(chair)), chair)).toBe('chair')
  })

  it('nobody has a role before the meeting is open', () => {
    expect(roleOfSeat(unopenedMeeting, chair)).toBeNull()
    expect(viewerOfDevice(unopenedMeeting, keyA)).toBeNull()
  })
})

describe('the viewer behind a device', () => {
  it('a device on one seat sees as that seat', () => {
    expect(viewerOfDevice(meeting(bound(memberA, keyA)), keyA)).toEqual({ role: 'member', seats: [memberA] })
  })

  it.each([
    ['a member and a guest', [guest, memberA], 'member'],
    ['the scribe and a member', [memberA, scribe], 'scribe'],
    ['the chair and the scribe', [scribe, chair], 'chair'],
    ['a couple', [memberA, memberB], 'member'],
  ])('%s on one device see with the higher role', (_name, seats, role) => {
    const state = meeting(...seats.map((seat) => bound(seat, keyA)))
    expect(viewerOfDevice(state, keyA)).toEqual({ role, seats: [...seats].sort() })
  })

  it('seats come in the same order, however they were bound', () => {
    const one = viewerOfDevice(meeting(bound(memberA, keyA), bound(memberB, keyA)), keyA)
    expect(viewerOfDevice(meeting(bound(memberB, keyA), bound(memberA, keyA)), keyA)).toEqual(one)
  })

  it('a device that was never let in sees nothing', () => {
    expect(viewerOfDevice(meeting(bound(memberA, keyA)), keyB)).toBeNull()
  })

  it('a device whose seat was taken over or removed sees nothing any more', () => {
    expect(viewerOfDevice(meeting(bound(memberA, keyA), bound(memberA, keyB)), keyA)).toBeNull()
    const removed: MeetingEvent = { type: 'deviceUnbound', data: { seatId: memberA } }
    expect(viewerOfDevice(meeting(bound(memberA, keyA), removed), keyA)).toBeNull()
  })

  it('a handover changes what two devices see', () => {
    const state = meeting(bound(chair, keyA), bound(memberA, keyB), chairTo(memberA))
    expect(viewerOfDevice(state, keyA)).toEqual({ role: 'member', seats: [chair] })
    expect(viewerOfDevice(state, keyB)).toEqual({ role: 'chair', seats: [memberA] })
  })
})

describe('acting for a seat', () => {
  it('a seat acts for itself, and only those who run the meeting act for others', () => {
    const actors = [operator, theHost, byChair, byScribe, byMemberA, byGuest]
    expect(actors.map((actor) => mayActFor(actor, memberB))).toEqual([true, false, true, true, false, false])
    expect(mayActFor(byMemberA, memberA)).toBe(true)
    expect(mayActFor(byGuest, guest)).toBe(true)
  })

  it('the record names who entered something for another seat', () => {
    expect(enteredBy(byScribe, memberA)).toBe(scribe)
    expect(enteredBy(operator, memberA)).toBe('operator')
    expect(enteredBy(byMemberA, memberA)).toBeNull()
  })

  it('operator, chair and scribe run the meeting', () => {
    const roles = ['operator', 'chair', 'scribe', 'member', 'guest', 'screen', 'host'] as const
    expect(roles.filter(runsTheMeeting)).toEqual(['operator', 'chair', 'scribe'])
  })
})
