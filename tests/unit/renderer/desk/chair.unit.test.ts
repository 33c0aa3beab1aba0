import { describe, expect, it } from 'vitest'
import { actingSeat } from '../../../../renderer/desk/acting-seat.ts'
import { itemState, itemToShow, nextItem } from '../../../../renderer/desk/chair/agenda/item-state.ts'
import { countsOf, quorumOf } from '../../../../renderer/desk/chair/attendance/quorum.ts'
import { passes, rosterOf, seatWords } from '../../../../renderer/desk/chair/attendance/roster-shown.ts'
import { isBehind, litStep, stepOf, stepsOf } from '../../../../renderer/desk/chair/steps/steps-shown.ts'
import type { MeetingForm } from '../../../../shared/formats/format.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import {
  chair,
  closed,
  discussing,
  EARLIER,
  firstItem,
  guest,
  itemFinished,
  itemStarted,
  memberA,
  memberB,
  onLeave,
  opened,
  opening,
  requested,
  resolution,
  resolved,
  scribe,
  sealed,
  secondItem,
  signedIn,
  signedOut,
  speechStarted,
  voteClosed,
  voteOpened,
  voteVoided,
  voting,
} from '../../../fixtures/small-meeting.ts'

/** The small meeting, held in another form. */
const openedAs = (form: Partial<MeetingForm>, more: Partial<MeetingEventOf<'meetingOpened'>> = {}): MeetingEvent => ({
  type: 'meetingOpened',
  data: { ...opening, ...more, form: { ...plainForm, ...form }, openedAt: EARLIER },
})

const bench = openedAs({ rollCall: false, decision: 'consensus' }, { rule: null })

const concluded = (at = EARLIER): MeetingEvent => ({
  type: 'itemConcluded',
  data: { itemId: firstItem, outcome: 'reached', text: '晚上停车', resolutionId: resolution, at, by: 'operator' },
})

const recused = (seatId: typeof memberA): MeetingEvent => ({
  type: 'recusalRecorded',
  data: { itemId: firstItem, seatId, reason: '亲戚', at: EARLIER, enteredBy: null },
})

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
    ['the vote while one is open', voting, 'decide'],
    ['the vote while its result is the last that happened', resolved, 'decide'],
    ['discussion once somebody asks for the floor after it', [...resolved, requested(memberA)], 'discuss'],
    ['discussion again between two items', [...resolved, itemFinished(firstItem)], 'discuss'],
    ['the minutes once it is over', [...discussing, closed], 'minutes'],
    ['the minutes once it is sealed', [opened, closed, sealed], 'minutes'],
  ] as const)('is %s', (_, events, step) => {
    expect(stepOf(meetingAfter(events))).toBe(step)
  })

  it('leaves those before it behind, and a vote only when there was one', () => {
    expect(isBehind(meetingAfter(discussing), 'signIn')).toBe(true)
    expect(isBehind(meetingAfter(discussing), 'decide')).toBe(false)
    expect(isBehind(meetingAfter(resolved), 'decide')).toBe(true)
    expect(isBehind(meetingAfter([opened, closed]), 'minutes')).toBe(false)
    expect(isBehind(meetingAfter([opened, closed, sealed]), 'minutes')).toBe(true)
  })
})

describe('the steps of a meeting', () => {
  const names = (event: MeetingEvent) => stepsOf(meetingAfter([event])).map(({ name }) => name)

  it('are those of its form, by their names and in its order, without what happens elsewhere', () => {
    expect(names(opened)).toEqual(['签到', '议事', '表决', '纪要', '工单'])
    const steps = [
      { name: '两委商议', at: null },
      { name: '党员签到', at: 'signIn' },
      { name: '党员大会审议', at: 'discuss' },
      { name: '党员表决', at: 'decide' },
      { name: '纪要', at: 'minutes' },
      { name: '决议公开', at: null },
    ] as const
    expect(names(openedAs({ steps }))).toEqual(['党员签到', '党员大会审议', '党员表决', '纪要'])
  })

  it('have no sign-in without a roll, one step for one page, and the minutes in any case', () => {
    const steps = [
      { name: '签到', at: 'signIn' },
      { name: '说事', at: 'discuss' },
      { name: '结论', at: 'discuss' },
    ] as const
    expect(names(openedAs({ rollCall: false, steps }))).toEqual(['说事、结论', '纪要'])
  })

  it('light the talk for a conclusion that has no step of its own', () => {
    const own = stepsOf(meetingAfter([opened]))
    expect(litStep(own, 'decide')).toBe('decide')
    expect(
      litStep(
        own.filter(({ step }) => step !== 'decide'),
        'decide',
      ),
    ).toBe('discuss')
    expect(litStep(own, 'minutes')).toBe('minutes')
  })

  it('begin with the talk where nobody is signed in', () => {
    expect(stepOf(meetingAfter([bench]))).toBe('discuss')
  })

  it('stay at a conclusion until somebody speaks again', () => {
    const drawn = [bench, itemStarted(firstItem), concluded()]
    expect(stepOf(meetingAfter(drawn))).toBe('decide')
    expect(isBehind(meetingAfter(drawn), 'decide')).toBe(true)
    expect(stepOf(meetingAfter([...drawn, speechStarted(memberA, EARLIER + 1)]))).toBe('discuss')
    expect(stepOf(meetingAfter([...drawn, itemFinished(firstItem), itemStarted(secondItem)]))).toBe('discuss')
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

  it('tells a count and an objection by their own names', () => {
    const state = (outcome: 'counted' | 'objected' | 'invalid') => {
      const { data } = voteClosed(false)
      const verdict = { ...data.verdict, outcome, valid: outcome !== 'invalid' }
      const ended: MeetingEvent = { type: 'voteClosed', data: { ...data, verdict } }
      const meeting = meetingAfter([...voting, ended, itemFinished(firstItem)])
      return itemState(meeting, item(meeting), EARLIER)
    }
    expect(state('counted')).toMatchObject({ tone: 'finished', words: '已统计' })
    expect(state('objected')).toMatchObject({ tone: 'failed', words: '有人反对' })
    expect(state('invalid')).toMatchObject({ tone: 'failed', words: '表决无效' })
  })

  it('counts hands of as many as are there, where nobody signs in', () => {
    const called = voteOpened([])
    if (called.type !== 'voteOpened') throw new Error('it opens a vote')
    const headcount: MeetingEvent = { ...called, data: { ...called.data, headcount: 12 } }
    const counting = meetingAfter([bench, itemStarted(firstItem), headcount])
    expect(itemState(counting, item(counting), EARLIER)).toMatchObject({ words: '正在表决', time: '0 / 12' })
  })

  it('tells how it was concluded, and never in gold', () => {
    const meeting = meetingAfter([
      bench,
      itemStarted(firstItem),
      concluded(),
      itemFinished(firstItem, EARLIER + MINUTE),
    ])
    expect(itemState(meeting, item(meeting), EARLIER)).toEqual({ tone: 'finished', words: '形成共识', time: '1 分' })
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
    expect(countsOf(meeting)).toEqual({ entitled: 3, present: 1, excused: 1, absent: 1, recused: 0, onlookers: 2 })
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

describe('the counts of an item', () => {
  it('are without those who stand aside and those who are not invited', () => {
    const agenda = opening.agenda.map((one) => (one.itemId === secondItem ? { ...one, invited: [] } : one))
    const started = [openedAs({}, { agenda }), signedIn(chair), signedIn(memberA), signedIn(memberB)]
    const first = meetingAfter([...started, recused(memberA), itemStarted(firstItem)])
    expect(countsOf(first)).toMatchObject({ entitled: 2, present: 2, absent: 0, recused: 1, onlookers: 0 })
    expect(countsOf(first, null)).toMatchObject({ entitled: 3, present: 3, recused: 0 })
    expect(quorumOf(first)?.words).toBe('实到已满，应到的三分之二是 2 人，另有 1 人回避，不计入')
    expect(countsOf(first, secondItem)).toMatchObject({ entitled: 2, present: 2, recused: 0 })
  })

  it('never call somebody excused who does not vote on it', () => {
    const meeting = meetingAfter([opened, onLeave(memberA), recused(memberA), itemStarted(firstItem)])
    expect(countsOf(meeting)).toMatchObject({ entitled: 2, excused: 0, absent: 2 })
  })

  it('know no quorum where nothing is voted on, whatever rule there is', () => {
    expect(quorumOf(meetingAfter([bench]))).toBeNull()
    expect(quorumOf(meetingAfter([openedAs({ decision: 'consensus' })]))).toBeNull()
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

  it('tells who votes for somebody else', () => {
    const delegated: MeetingEvent = {
      type: 'voteDelegated',
      data: { seatId: memberA, proxyId: memberB, at: EARLIER, enteredBy: 'operator' },
    }
    const proxies = (events: readonly MeetingEvent[]) =>
      rosterOf(meetingAfter(events), (seatId) => seatId).flatMap(({ proxyId, seatId }) =>
        proxyId === null ? [] : [[seatId, proxyId]],
      )
    expect(proxies([opened, delegated])).toEqual([[memberA, memberB]])
    const withdrawal = { seatId: memberA, at: EARLIER, enteredBy: 'operator' } as const
    expect(proxies([opened, delegated, { type: 'delegationWithdrawn', data: withdrawal }])).toEqual([])
  })
})

describe('what somebody is here as', () => {
  it.each([
    ['常任议事委员', { kind: 'standing', voting: true, duty: undefined }],
    ['公众议事委员，无表决权', { kind: 'public', voting: false, duty: undefined }],
    ['话事员', { kind: 'scribe', voting: false, duty: undefined }],
    ['话事员，有表决权', { kind: 'scribe', voting: true, duty: undefined }],
    ['列席，法律顾问', { kind: 'guest', voting: false, duty: '法律顾问' }],
    ['监督', { kind: 'supervisor', voting: false, duty: undefined }],
    ['现场登记', { kind: 'walkIn', voting: false, duty: undefined }],
  ] as const)('is said as %s', (words, seat) => expect(seatWords(seat)).toBe(words))
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
