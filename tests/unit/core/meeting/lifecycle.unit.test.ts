import { describe, it } from 'vitest'
import { NOW, theHost } from '../../../fixtures/given-when-then.ts'
import {
  asking,
  byChair,
  byScribe,
  chair,
  closed,
  discussing,
  firstItem,
  given,
  itemFinished,
  memberA,
  memberB,
  opened,
  opening,
  requested,
  scribe,
  speechEnded,
  speechStarted,
  voteClosed,
  voting,
  withdrawn,
} from '../../../fixtures/small-meeting.ts'

describe('opening, closing and sealing', () => {
  it('the host opens a convened meeting with its own copy of roster, agenda and rule', () => {
    given()
      .when({ type: 'openMeeting', data: opening }, theHost)
      .thenEvents({ type: 'meetingOpened', data: { ...opening, openedAt: NOW } })
  })

  it('a quiet meeting is closed', () => {
    given(opened)
      .when({ type: 'closeMeeting', data: {} }, byChair)
      .thenEvents({ type: 'meetingClosed', data: { closedAt: NOW } })
  })

  it('散会 ends the speech and the item that still run', () => {
    given(...discussing, speechStarted(memberA))
      .when({ type: 'closeMeeting', data: {} }, byChair)
      .thenEvents(speechEnded(memberA, NOW), itemFinished(firstItem, NOW), {
        type: 'meetingClosed',
        data: { closedAt: NOW },
      })
  })

  it('a meeting whose vote was closed before is closed', () => {
    given(...voting, voteClosed(false), itemFinished(firstItem))
      .when({ type: 'closeMeeting', data: {} }, byChair)
      .thenEvents({ type: 'meetingClosed', data: { closedAt: NOW } })
  })

  it('a closed meeting is sealed', () => {
    given(opened, closed)
      .when({ type: 'sealMeeting', data: {} }, byChair)
      .thenEvents({ type: 'meetingSealed', data: { sealedAt: NOW } })
  })
})

describe('handing over', () => {
  it('the chair hands over to a member', () => {
    given(opened)
      .when({ type: 'handOverChair', data: { seatId: memberA } }, byChair)
      .thenEvents({ type: 'chairHandedOver', data: { seatId: memberA } })
  })

  it('the chair hands over to 话事员, who is no onlooker', () => {
    given(opened)
      .when({ type: 'handOverChair', data: { seatId: scribe } }, byChair)
      .thenEvents({ type: 'chairHandedOver', data: { seatId: scribe } })
  })

  it('whoever takes the chair gives up the place in the queue, since the chair does not speak on the matter', () => {
    given(...discussing, requested(memberB), requested(memberA))
      .when({ type: 'handOverChair', data: { seatId: memberA } }, byChair)
      .thenEvents(withdrawn(memberA, NOW, 'tookChair'), { type: 'chairHandedOver', data: { seatId: memberA } })
  })

  it('whoever takes the chair while speaking ends that speech', () => {
    given(...discussing, speechStarted(memberA))
      .when({ type: 'handOverChair', data: { seatId: memberA } }, byChair)
      .thenEvents(speechEnded(memberA, NOW), { type: 'chairHandedOver', data: { seatId: memberA } })
  })

  it('the old chair may ask for the floor after handing over', () => {
    given(...discussing, { type: 'chairHandedOver', data: { seatId: memberA } })
      .when(asking(chair), { role: 'member', seatId: chair })
      .thenEvents(requested(chair, NOW))
  })

  it('话事员 hands the pen over', () => {
    given(opened)
      .when({ type: 'handOverScribe', data: { seatId: memberA } }, byScribe)
      .thenEvents({ type: 'scribeHandedOver', data: { seatId: memberA } })
  })
})
