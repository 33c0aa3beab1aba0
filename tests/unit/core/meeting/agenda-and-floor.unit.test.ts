import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  asking,
  byChair,
  byMemberA,
  byScribe,
  discussing,
  EARLIER,
  firstItem,
  given,
  itemFinished,
  itemStarted,
  memberA,
  memberB,
  opened,
  requested,
  scribe,
  secondItem,
  speechEnded,
  speechOf,
  speechStarted,
  voteVoided,
  voting,
  withdrawn,
} from '../../../fixtures/small-meeting.ts'

const floorAfter = (...events: readonly MeetingEvent[]) => {
  const state = events.reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  return state.floor
}

describe('agenda', () => {
  it('an item is added during the meeting', () => {
    const item = { itemId: id.item('third00'), title: '清理楼道' }
    given(opened).when({ type: 'addItem', data: item }, byChair).thenEvents({ type: 'itemAdded', data: item })
  })

  it('a planned item is started', () => {
    given(opened)
      .when({ type: 'startItem', data: { itemId: firstItem } }, byChair)
      .thenEvents(itemStarted(firstItem, NOW))
  })

  it('the next item starts after the first is finished, in whatever order', () => {
    given(opened, itemStarted(secondItem), itemFinished(secondItem))
      .when({ type: 'startItem', data: { itemId: firstItem } }, byChair)
      .thenEvents(itemStarted(firstItem, NOW))
  })

  it('the running item is finished', () => {
    given(...discussing)
      .when({ type: 'finishItem', data: { itemId: firstItem } }, byChair)
      .thenEvents(itemFinished(firstItem, NOW))
  })

  it('finishing an item ends a speech that still runs', () => {
    given(...discussing, speechStarted(memberA))
      .when({ type: 'finishItem', data: { itemId: firstItem } }, byChair)
      .thenEvents(speechEnded(memberA, NOW), itemFinished(firstItem, NOW))
  })

  it('a finished item takes its waiting speakers with it', () => {
    expect(floorAfter(...discussing, requested(memberA), itemFinished(firstItem)).queue).toEqual([])
  })
})

describe('floor', () => {
  it('a member asks for the floor and says on which side', () => {
    given(...discussing)
      .when(asking(memberA), byMemberA)
      .thenEvents(requested(memberA, NOW))
  })

  it('话事员 queues somebody without a device', () => {
    given(...discussing)
      .when(asking(memberA), byScribe)
      .thenEvents(requested(memberA, NOW, { enteredBy: scribe }))
  })

  it('asking for the floor is possible while a vote runs', () => {
    given(...voting)
      .when(asking(memberA), byMemberA)
      .thenEvents(requested(memberA, NOW))
  })

  it('a request is withdrawn', () => {
    given(...discussing, requested(memberA))
      .when({ type: 'withdrawRequest', data: { speechId: speechOf(memberA) } }, byMemberA)
      .thenEvents(withdrawn(memberA, NOW))
  })

  it('whoever asked first speaks first, with the time limit of the meeting', () => {
    given(...discussing, requested(memberB), requested(memberA))
      .when({ type: 'callNextSpeaker', data: {} }, byScribe)
      .thenEvents(speechStarted(memberB, NOW))
  })

  it('calling the next speaker ends the speech that runs', () => {
    given(...discussing, speechStarted(memberB), requested(memberA))
      .when({ type: 'callNextSpeaker', data: {} }, byChair)
      .thenEvents(speechEnded(memberB, NOW), speechStarted(memberA, NOW))
  })

  it('the next speaker is called once a vote is void', () => {
    given(...voting, voteVoided(), requested(memberA))
      .when({ type: 'callNextSpeaker', data: {} }, byChair)
      .thenEvents(speechStarted(memberA, NOW))
  })

  it('a speaker ends their speech', () => {
    given(...discussing, speechStarted(memberA))
      .when({ type: 'endSpeech', data: { speechId: speechOf(memberA) } }, byMemberA)
      .thenEvents(speechEnded(memberA, NOW))
  })

  it('the record keeps who spoke on which item, from when to when', () => {
    const after = floorAfter(...discussing, requested(memberA), speechStarted(memberA), speechEnded(memberA, NOW))
    expect(after).toMatchObject({ queue: [], speaking: null })
    expect(entriesOf(after.speeches, firstItem)).toEqual([
      {
        speechId: speechOf(memberA),
        seatId: memberA,
        kind: 'ordinary',
        stance: 'for',
        category: null,
        to: null,
        askedAt: EARLIER,
        startedAt: EARLIER,
        endedAt: NOW,
        spokenMs: NOW - EARLIER,
        extraSeconds: 0,
        note: null,
        writtenAnswer: null,
        dropped: [],
      },
    ])
    expect(entriesOf(after.speeches, secondItem)).toEqual([])
  })
})
