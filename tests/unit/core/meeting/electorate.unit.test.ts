import { describe, expect, it } from 'vitest'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { circumstancesOf, electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  byChair,
  byMemberA,
  chair,
  discussing,
  EARLIER,
  entered,
  firstItem,
  given,
  guest,
  itemFinished,
  itemStarted,
  MOTION,
  memberA,
  memberB,
  opened,
  opening,
  recused,
  secondItem,
  signedIn,
  vote,
  voteOpened,
  voteVoided,
} from '../../../fixtures/small-meeting.ts'

const held = (...events: readonly MeetingEvent[]) => {
  const meeting = events.reduce(evolveMeeting, unopenedMeeting)
  if (meeting.phase === 'unopened') throw new Error('not open')
  return meeting
}
const openedWith = (change: Partial<typeof opening>): MeetingEvent => ({
  type: 'meetingOpened',
  data: { ...opening, ...change, openedAt: EARLIER },
})
const suspended = openedWith({
  seats: opening.seats.map((seat) => (seat.seatId === memberA ? { ...seat, suspended: true as const } : seat)),
})
const memberBOnlyForTheSecond = openedWith({
  agenda: [
    { itemId: firstItem, title: '铺设塑胶跑道', invited: [] },
    { itemId: secondItem, title: '加装充电桩', invited: [memberB] },
  ],
})
const here = [chair, memberA, memberB, guest].map((seat) => signedIn(seat))
const openIt = { type: 'openVote', data: { voteId: vote, itemId: firstItem, motion: MOTION } } as const

describe('who decides on an item', () => {
  it('are those with a vote; those of them who are here are its electors', () => {
    expect(electorateOf(held(opened, ...here), firstItem)).toEqual({
      entitled: 3,
      electors: [chair, memberA, memberB],
      recused: 0,
    })
  })

  it('whose right is suspended counts neither as 应到 nor as 实到', () => {
    expect(electorateOf(held(suspended, ...here), firstItem)).toEqual({
      entitled: 2,
      electors: [chair, memberB],
      recused: 0,
    })
  })

  it('公众议事委员 count only on the items for which they are invited', () => {
    const meeting = held(memberBOnlyForTheSecond, ...here)
    expect(electorateOf(meeting, firstItem)).toMatchObject({ entitled: 2, electors: [chair, memberA] })
    expect(electorateOf(meeting, secondItem)).toMatchObject({ entitled: 3, electors: [chair, memberA, memberB] })
  })

  it('who stands aside counts on the other items as before', () => {
    const meeting = held(opened, ...here, recused(memberA))
    expect(electorateOf(meeting, firstItem)).toEqual({ entitled: 2, electors: [chair, memberB], recused: 1 })
    expect(electorateOf(meeting, secondItem)).toMatchObject({ entitled: 3, recused: 0 })
  })

  it('who stands aside and has no vote changes no number', () => {
    expect(electorateOf(held(opened, ...here, recused(guest)), firstItem)).toMatchObject({ entitled: 3, recused: 0 })
  })
})

describe('standing aside', () => {
  const recuse = {
    type: 'recordRecusal',
    data: { itemId: firstItem, seatId: memberA, reason: '与本人有利害关系' },
  } as const

  it('is asked for by oneself or entered by the desk, which is recorded', () => {
    const event = (enteredBy: typeof chair | null): MeetingEvent => ({
      type: 'recusalRecorded',
      data: { ...recuse.data, at: NOW, enteredBy },
    })
    given(...discussing)
      .when(recuse, byMemberA)
      .thenEvents(event(null))
    given(...discussing)
      .when(recuse, byChair)
      .thenEvents(event(chair))
  })

  it('can be taken back before the vote', () => {
    const { reason: _reason, ...data } = recuse.data
    given(...discussing, recused(memberA))
      .when({ type: 'withdrawRecusal', data }, byMemberA)
      .thenEvents({ type: 'recusalWithdrawn', data: { ...data, at: NOW, enteredBy: null } })
    const back = held(...discussing, recused(memberA), {
      type: 'recusalWithdrawn',
      data: { ...data, at: NOW, enteredBy: null },
    })
    expect(electorateOf(back, firstItem)).toMatchObject({ entitled: 3, recused: 0 })
  })

  it('is frozen with the vote, told with it and counted in its verdict’s words alone', () => {
    given(...discussing, recused(memberA))
      .when(openIt, byChair)
      .thenEvents({
        type: 'voteOpened',
        data: { ...openIt.data, at: NOW, entitled: 2, electors: [chair, memberB], recused: 1 },
      })
    const opened: MeetingEvent = {
      type: 'voteOpened',
      data: { ...openIt.data, at: EARLIER, entitled: 2, electors: [chair, memberB], recused: 1 },
    }
    const closing = given(...discussing, recused(memberA), opened, entered(chair), entered(memberB)).when(
      { type: 'closeVote', data: { voteId: vote, resolutionId: id.resolution('000001') } },
      byChair,
    )
    expect(closing.accepted).toBe(true)
  })

  it('is possible again when the vote was declared void', () => {
    const opened = voteOpened([chair, memberA, memberB])
    given(...discussing, opened, voteVoided())
      .when(recuse, byMemberA)
      .thenEvents({ type: 'recusalRecorded', data: { ...recuse.data, at: NOW, enteredBy: null } })
  })

  it('leaves the ballot to nobody: who stands aside cannot vote', () => {
    given(...discussing, recused(memberA), voteOpened([chair, memberB]))
      .when(
        { type: 'enterBallot', data: { voteId: vote, ballotId: id.ballot('000009'), option: 'for', seatId: memberA } },
        byChair,
      )
      .thenRefused({ code: 'notAnElector' })
  })
})

describe('what else a rule may ask', () => {
  const DAY_MS = 24 * 60 * 60 * 1000

  it('days of notice are counted from its day to the day of the meeting, in China', () => {
    const meeting = held(openedWith({ noticedOn: chinaDate(opening.startsAt - 15 * DAY_MS) }))
    expect(circumstancesOf(meeting, firstItem, NOW)).toMatchObject({ noticeDays: 15, on: chinaDate(NOW) })
  })

  it('a notice after the meeting is none', () => {
    const meeting = held(openedWith({ noticedOn: chinaDate(opening.startsAt + DAY_MS) }))
    expect(circumstancesOf(meeting, firstItem, NOW)).toMatchObject({ noticeDays: 0 })
  })

  it('what was announced is known item by item, and what is added in the meeting was not', () => {
    const added: MeetingEvent = { type: 'itemAdded', data: { itemId: id.item('000009'), title: '清理楼道' } }
    const agenda = [{ itemId: firstItem, title: '铺设塑胶跑道', announced: true as const }]
    const meeting = held(openedWith({ agenda, region: '北京' }), added)
    expect(circumstancesOf(meeting, firstItem, NOW)).toMatchObject({ announced: true, region: '北京' })
    expect(circumstancesOf(meeting, id.item('000009'), NOW)).toMatchObject({ announced: false })
  })

  it('fifteen days are fifteen, and an announced item is voted on', () => {
    const lawful = openedWith({
      rule: { ...(opening.rule as NonNullable<typeof opening.rule>), noticeDays: 15, announcedItemsOnly: ['北京'] },
      region: '北京',
      noticedOn: chinaDate(opening.startsAt - 15 * DAY_MS),
      agenda: [{ itemId: firstItem, title: '铺设塑胶跑道', announced: true as const }],
    })
    expect(given(lawful, ...here, itemStarted(firstItem)).when(openIt, byChair).accepted).toBe(true)
  })
})

describe('a meeting without roll call', () => {
  it('knows about how many are there', () => {
    given(opened)
      .when({ type: 'recordHeadcount', data: { count: 23 } }, byChair)
      .thenEvents({ type: 'headcountRecorded', data: { count: 23, at: NOW } })
    expect(held(opened, { type: 'headcountRecorded', data: { count: 23, at: NOW } }).attendance.headcount).toBe(23)
    expect(held(opened, itemStarted(firstItem), itemFinished(firstItem)).attendance.headcount).toBeNull()
  })
})
