import { describe, expect, it } from 'vitest'
import { actingSeat } from '../../../../renderer/desk/acting-seat.ts'
import { itemState, itemToShow, nextItem } from '../../../../renderer/desk/chair/agenda/item-state.ts'
import { countsOf, quorumOf } from '../../../../renderer/desk/chair/attendance/quorum.ts'
import { passes, rosterOf } from '../../../../renderer/desk/chair/attendance/roster-shown.ts'
import { queueReason } from '../../../../renderer/desk/chair/floor/queue-words.ts'
import { speechesOn } from '../../../../renderer/desk/chair/item/speeches-shown.ts'
import { isBehind, stepOf } from '../../../../renderer/desk/chair/steps/steps-shown.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import {
  chair,
  closed,
  discussing,
  EARLIER,
  firstItem,
  guest,
  itemFinished,
  memberA,
  memberB,
  onLeave,
  opened,
  requested,
  resolved,
  scribe,
  sealed,
  secondItem,
  signedIn,
  signedOut,
  speechEnded,
  speechStarted,
  voteClosed,
  voteVoided,
  voting,
} from '../../../fixtures/small-meeting.ts'

function meetingAfter(events: readonly MeetingEvent[]): HeldMeeting {
  const state = events.reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('it is open')
  return state
}

const MINUTE = 60_000
const item = (meeting: HeldMeeting, index = 0) => {
  const found = meeting.agenda[index]
  if (found === undefined) throw new Error('there is such an item')
  return found
}

describe('the step at which a meeting stands', () => {
  it.each([
    ['sign-in before the first item', [opened], 'signIn'],
    ['discussion while an item runs', discussing, 'discuss'],
    ['the vote while one is open', voting, 'vote'],
    ['the vote while its result is the last that happened', resolved, 'vote'],
    ['discussion once somebody asks for the floor after it', [...resolved, requested(memberA)], 'discuss'],
    ['discussion again between two items', [...resolved, itemFinished(firstItem)], 'discuss'],
    ['the minutes once it is over', [...discussing, closed], 'minutes'],
    ['the minutes once it is sealed', [opened, closed, sealed], 'minutes'],
  ] as const)('is %s', (_, events, step) => {
    expect(stepOf(meetingAfter(events))).toBe(step)
  })

  it('leaves those before it behind, and a vote only when there was one', () => {
    expect(isBehind(meetingAfter(discussing), 'signIn')).toBe(true)
    expect(isBehind(meetingAfter(discussing), 'vote')).toBe(false)
    expect(isBehind(meetingAfter(resolved), 'vote')).toBe(true)
    expect(isBehind(meetingAfter([opened, closed]), 'minutes')).toBe(false)
    expect(isBehind(meetingAfter([opened, closed, sealed]), 'minutes')).toBe(true)
  })
})

describe('an item in the agenda', () => {
  it('tells how far it is and how long it takes', () => {
    const planned = meetingAfter([opened])
    expect(itemState(planned, item(planned), EARLIER)).toEqual({ tone: 'planned', words: '待议', time: '' })
    const running = meetingAfter(discussing)
    expect(itemState(running, item(running), EARLIER + 14 * MINUTE)).toMatchObject({
      words: '正在议',
      time: '已用 14 分',
    })
    const open = meetingAfter(voting)
    expect(itemState(open, item(open), EARLIER)).toMatchObject({ words: '正在表决', time: '0 / 3' })
  })

  it('tells how its last standing vote ended', () => {
    const state = (events: readonly MeetingEvent[]) => {
      const meeting = meetingAfter([...events, itemFinished(firstItem, EARLIER + 3 * MINUTE)])
      return itemState(meeting, item(meeting), EARLIER)
    }
    expect(state(discussing)).toEqual({ tone: 'finished', words: '议完', time: '3 分' })
    expect(state(resolved)).toMatchObject({ tone: 'passed', words: '通过' })
    expect(state([...voting, voteClosed(false)])).toMatchObject({ tone: 'failed', words: '未通过' })
    expect(state([...resolved, voteVoided()])).toMatchObject({ tone: 'finished', words: '议完' })
  })

  it('is shown when it runs, and stays shown until the next begins', () => {
    expect(itemToShow(meetingAfter([opened]))).toBe(firstItem)
    const between = meetingAfter([...resolved, itemFinished(firstItem)])
    expect(itemToShow(between)).toBe(firstItem)
    expect(nextItem(between)?.itemId).toBe(secondItem)
  })
})

describe('the counts', () => {
  it('are of those who vote; guests are counted apart', () => {
    const meeting = meetingAfter([opened, signedIn(chair), signedIn(guest), signedIn(scribe), onLeave(memberA)])
    expect(countsOf(meeting)).toEqual({ entitled: 3, present: 1, excused: 1, absent: 1, onlookers: 2 })
  })

  it('say how many are missing for a quorum, and that there is one', () => {
    expect(quorumOf(meetingAfter([opened, signedIn(chair)]))).toEqual({
      met: false,
      needed: 2,
      present: 1,
      words: '实到还差 1 人，应到的三分之二是 2 人',
    })
    expect(quorumOf(meetingAfter(discussing))).toMatchObject({ met: true, words: '实到已满，应到的三分之二是 2 人' })
  })
})

describe('the sign-in list', () => {
  it('tells who is here, who has left, who is excused and who is missing', () => {
    const events = [opened, signedIn(chair), signedIn(memberA), signedOut(memberA), onLeave(memberB)]
    const roster = rosterOf(meetingAfter(events), (seatId) => seatId)
    const at = (seatId: string) => roster.find((entry) => entry.seatId === seatId)?.presence.at
    expect([chair, memberA, memberB, guest].map(at)).toEqual(['here', 'gone', 'excused', 'missing'])
    const missing = roster.filter((entry) => passes(entry, 'missing')).map((entry) => entry.seatId)
    expect(missing).toEqual([scribe, memberA, guest])
    expect(roster.filter((entry) => entry.office !== null).map((entry) => entry.office)).toEqual(['chair', 'scribe'])
  })
})

describe('the floor', () => {
  it('gives a reason for every place in the queue', () => {
    const at = Date.parse('2026-11-20T11:46:00Z')
    const first = meetingAfter([...discussing, requested(memberA, at)])
    const reason = (meeting: HeldMeeting) => meeting.floor.queue.map((request) => queueReason(meeting, request))
    expect(reason(first)).toEqual(['19:46 举手，按先后'])
    const again = meetingAfter([
      ...discussing,
      requested(memberA),
      speechStarted(memberA),
      speechEnded(memberA),
      requested(memberA, at),
    ])
    expect(reason(again)).toEqual(['19:46 举手，本题说过 1 次'])
  })

  it('shows what was said on an item, and the speech that goes on', () => {
    const meeting = meetingAfter([
      ...discussing,
      requested(memberA),
      requested(memberB),
      speechStarted(memberA),
      speechEnded(memberA, EARLIER + 83_000),
      speechStarted(memberB),
    ])
    expect(speechesOn(meeting, firstItem).map(({ seatId, seconds }) => [seatId, seconds])).toEqual([
      [memberA, 83],
      [memberB, null],
    ])
    expect(speechesOn(meeting, secondItem)).toEqual([])
  })
})

describe('the seat that runs a meeting', () => {
  const meeting = meetingAfter([opened])

  it('is none for the operator, the office for a device, and nobody else', () => {
    expect(actingSeat({ role: 'operator', seats: [] }, meeting)).toBeNull()
    expect(actingSeat({ role: 'chair', seats: [scribe, chair] }, meeting)).toBe(chair)
    expect(actingSeat({ role: 'scribe', seats: [memberA, scribe] }, meeting)).toBe(scribe)
    expect(actingSeat({ role: 'member', seats: [memberA] }, meeting)).toBeUndefined()
  })
})
