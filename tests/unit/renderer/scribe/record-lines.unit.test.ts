import { describe, expect, test } from 'vitest'
import { durationText } from '../../../../renderer/desk/scribe/duration-text.ts'
import { recordCounts } from '../../../../renderer/desk/scribe/record-counts.ts'
import { recordLines } from '../../../../renderer/desk/scribe/record-lines.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  chair,
  firstItem,
  itemFinished,
  itemStarted,
  memberA,
  memberB,
  opened,
  point,
  resolution,
  secondItem,
  vote,
} from '../../../fixtures/small-meeting.ts'

const START = 1_000_000

function meetingAfter(...events: readonly MeetingEvent[]): HeldMeeting {
  const meeting = [opened, ...events].reduce(evolveMeeting, unopenedMeeting)
  if (meeting.phase === 'unopened') throw new Error('the meeting was opened')
  return meeting
}

const speechOf = (seatId: typeof memberA) => id.speech(`of${seatId.slice(3)}`)
const speechStarted = (seatId: typeof memberA, at: number, itemId = firstItem): MeetingEvent => ({
  type: 'speechStarted',
  data: {
    speechId: speechOf(seatId),
    itemId,
    seatId,
    kind: 'ordinary',
    stance: 'against',
    category: null,
    to: null,
    at,
    limitSeconds: 120,
    interposed: false,
  },
})
const speechEnded = (seatId: typeof memberA, at: number): MeetingEvent => ({
  type: 'speechEnded',
  data: { speechId: speechOf(seatId), at },
})
const recorded = (seatId: typeof memberA) => ({
  speechId: speechOf(seatId),
  seatId,
  kind: 'ordinary',
  stance: 'against',
  category: null,
  note: null,
  writtenAnswer: null,
})

const voteOpened = (at: number): MeetingEvent => ({
  type: 'voteOpened',
  data: { voteId: vote, itemId: firstItem, motion: '铺设跑道', at, entitled: 3, electors: [chair, memberA, memberB] },
})
const voteClosed = (at: number): MeetingEvent => ({
  type: 'voteClosed',
  data: {
    voteId: vote,
    at,
    ballots: [],
    verdict: {
      ruleId: 'small_rule',
      valid: true,
      passed: true,
      reasons: [],
      figures: { entitled: 3, present: 3, for: 2, against: 1, abstain: 0 },
      sentence: '应到 3 人，通过。',
    },
  },
})
const voteVoided = (at: number): MeetingEvent => ({
  type: 'voteVoided',
  data: { voteId: vote, reason: '唱票有误', at },
})

describe('what the machine recorded of an item', () => {
  test('is empty before the item begins', () => {
    expect(recordLines(meetingAfter(), firstItem)).toEqual([])
  })

  test('is told in the order of time, with names, stances, durations and the announced sentence', () => {
    const meeting = meetingAfter(
      itemStarted(firstItem, START),
      speechStarted(memberA, START + 10_000),
      speechEnded(memberA, START + 106_000),
      voteOpened(START + 120_000),
      voteClosed(START + 150_000),
      {
        type: 'resolutionAdopted',
        data: { resolutionId: resolution, voteId: vote, itemId: firstItem, text: '铺设跑道' },
      },
      speechStarted(memberB, START + 160_000),
      speechEnded(memberB, START + 161_400),
      itemFinished(firstItem, START + 200_000),
    )
    expect(recordLines(meeting, firstItem)).toEqual([
      { at: START, kind: 'started' },
      { at: START + 10_000, kind: 'speech', speech: recorded(memberA), seconds: 96 },
      {
        at: START + 150_000,
        kind: 'voted',
        voteId: vote,
        motion: '铺设跑道',
        ended: '表决通过',
        sentence: '应到 3 人，通过。',
      },
      { at: START + 160_000, kind: 'speech', speech: recorded(memberB), seconds: 1 },
      { at: START + 200_000, kind: 'finished', seconds: 200 },
    ])
  })

  test('shows who speaks and how many have voted while that goes on', () => {
    const speaking = meetingAfter(itemStarted(firstItem, START), speechStarted(memberA, START + 1))
    expect(recordLines(speaking, firstItem).at(-1)).toEqual({
      at: START + 1,
      kind: 'speaking',
      speech: recorded(memberA),
      state: 'live',
    })
    const voting = meetingAfter(itemStarted(firstItem, START), voteOpened(START + 2), {
      type: 'ballotCast',
      data: {
        voteId: vote,
        ballotId: id.ballot('000001'),
        option: 'for',
        seatId: memberA,
        evidence: { kind: 'entered', by: chair },
      },
    })
    expect(recordLines(voting, firstItem).at(-1)).toMatchObject({ kind: 'voting', received: 1, electors: 3 })
  })

  test('tells apart what a void vote had announced and what it had only found', () => {
    const [closed] = [voteClosed(START + 2)]
    const verdict = closed.type === 'voteClosed' ? closed.data.verdict : undefined
    const unread: MeetingEvent = {
      type: 'voteVoided',
      data: { voteId: vote, reason: '少了监票人', at: START + 3, ...(verdict === undefined ? {} : { verdict }) },
    }
    const meeting = meetingAfter(itemStarted(firstItem, START), voteOpened(START + 1), unread)
    const found = '作废前得出、没有公布的结果为：应到 3 人，通过。'
    expect(recordLines(meeting, firstItem).at(-1)).toMatchObject({ kind: 'void', found })
  })

  test('keeps a void vote with its reason and with what had been announced', () => {
    const after = meetingAfter(
      itemStarted(firstItem, START),
      voteOpened(START + 1),
      voteClosed(START + 2),
      voteVoided(START + 3),
    )
    expect(recordLines(after, firstItem).at(-1)).toEqual({
      at: START + 3,
      kind: 'void',
      motion: '铺设跑道',
      reason: '唱票有误',
      found: '作废前宣布的结果：应到 3 人，通过。',
    })
    const before = meetingAfter(itemStarted(firstItem, START), voteOpened(START + 1), voteVoided(START + 3))
    expect(recordLines(before, firstItem).at(-1)).toMatchObject({ kind: 'void', found: null })
  })

  test('holds the conclusion of an item on which nothing was voted', () => {
    const meeting = meetingAfter(itemStarted(firstItem, START), {
      type: 'itemConcluded',
      data: {
        itemId: firstItem,
        outcome: 'reached',
        text: '晚上停车',
        resolutionId: resolution,
        at: START + 9,
        by: 'operator',
      },
    })
    expect(recordLines(meeting, firstItem).at(-1)).toEqual({
      at: START + 9,
      kind: 'concluded',
      outcome: 'reached',
      text: '晚上停车',
      resolutionId: resolution,
    })
    expect(recordLines(meeting, secondItem)).toEqual([])
  })

  test('holds nothing of another item', () => {
    const meeting = meetingAfter(
      itemStarted(firstItem, START),
      speechStarted(memberA, START + 1),
      speechEnded(memberA, START + 2),
      voteOpened(START + 2),
      voteClosed(START + 2),
      itemFinished(firstItem, START + 3),
      itemStarted(secondItem, START + 4),
      speechStarted(memberB, START + 5, secondItem),
    )
    expect(recordLines(meeting, firstItem).map(({ kind }) => kind)).toEqual(['started', 'speech', 'voted', 'finished'])
    expect(recordLines(meeting, secondItem).map(({ kind }) => kind)).toEqual(['started', 'speaking'])
  })

  test('is counted: speeches with the one that runs, points, and what was agreed or resolved', () => {
    const meeting = meetingAfter(
      itemStarted(firstItem, START),
      speechStarted(memberA, START + 1),
      speechEnded(memberA, START + 2),
      voteOpened(START + 3),
      voteClosed(START + 4),
      {
        type: 'resolutionAdopted',
        data: { resolutionId: resolution, voteId: vote, itemId: firstItem, text: '铺设跑道' },
      },
      { type: 'pointAdded', data: { pointId: point, itemId: firstItem, kind: 'agreed', text: '定在东侧' } },
      speechStarted(memberB, START + 5),
    )
    expect(recordCounts(meeting)).toEqual({ speeches: 2, points: 1, agreed: 2 })
  })
})

test('durations are said as people say them', () => {
  expect([0, 48, 60, 96, 1_200].map(durationText)).toEqual(['0 秒', '48 秒', '1 分', '1 分 36 秒', '20 分'])
})
