import { describe, expect, it } from 'vitest'
import { nextStep } from '../../../../renderer/desk/chair/floor/next-step.ts'
import { nextWords } from '../../../../renderer/desk/chair/floor/next-words.ts'
import { movedTo } from '../../../../renderer/desk/chair/floor/queue-order.ts'
import { roundSeats } from '../../../../renderer/desk/chair/floor/round-places.ts'
import { speechesOn, takesSide } from '../../../../renderer/desk/chair/item/speeches-shown.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import {
  chair,
  discussing,
  EARLIER,
  firstItem,
  guest,
  memberA,
  memberB,
  requested,
  secondItem,
  signedIn,
  speechEnded,
  speechOf,
  speechStarted,
  voteOpened,
} from '../../../fixtures/small-meeting.ts'

function meetingAfter(...events: readonly MeetingEvent[]): HeldMeeting {
  const state = [...discussing, ...events].reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('it is open')
  return state
}

const under = (rules: Partial<SpeakingRules>): MeetingEvent => ({
  type: 'speakingRulesSet',
  data: { itemId: firstItem, seconds: 120, rules: { ...plainForm.speeches, ...rules } },
})

const paused = (seatId: typeof memberA, at = EARLIER): MeetingEvent => ({
  type: 'speechPaused',
  data: { speechId: speechOf(seatId), at },
})
const resumed = (seatId: typeof memberA, at = EARLIER): MeetingEvent => ({
  type: 'speechResumed',
  data: { speechId: speechOf(seatId), at },
})
const questionToA = { kind: 'question', stance: null, to: speechOf(memberA) } as const
const asksA = requested(memberB, EARLIER, questionToA)
const questionRuns = speechStarted(memberB, EARLIER, { ...questionToA, interposed: true })
const waits = requested(guest)

/** `call member0b`, `resume member0a`. */
function stepOf(...events: readonly MeetingEvent[]): string | null {
  const step = nextStep(meetingAfter(...events))
  if (step === null) return null
  const { seatId } = step.act === 'call' ? step.place : step.speech
  return `${step.act} ${seatId?.slice(3)}`
}

describe('the next step of the floor', () => {
  it.each([
    ['is nothing while nobody speaks or waits', [], null],
    ['is the next speaker when nobody speaks', [requested(memberA)], 'call member0a'],
    ['is the next speaker while somebody speaks', [speechStarted(memberA), requested(memberB)], 'call member0b'],
    ['is the end of a speech when nobody waits', [speechStarted(memberA)], 'end member0a'],
    ['is going on when a speech was paused', [speechStarted(memberA), paused(memberA), waits], 'resume member0a'],
    ['is a question to whoever speaks', [speechStarted(memberA), asksA, waits], 'call member0b'],
    [
      'is the end of a question that runs',
      [speechStarted(memberA), paused(memberA), questionRuns, waits],
      'end member0b',
    ],
    [
      'is the answer to a question that runs',
      [
        speechStarted(memberA),
        paused(memberA),
        questionRuns,
        requested(guest, EARLIER, { kind: 'answer', stance: null, to: speechOf(memberB) }),
      ],
      'call guest00',
    ],
    [
      'is going on with the speech once its question is over',
      [speechStarted(memberA), paused(memberA), questionRuns, speechEnded(memberB), waits],
      'resume member0a',
    ],
    [
      'is the next question before the speech goes on',
      [
        speechStarted(memberA),
        paused(memberA),
        questionRuns,
        speechEnded(memberB),
        requested(guest, EARLIER, { kind: 'question', stance: null, to: speechOf(memberA) }),
      ],
      'call guest00',
    ],
    [
      'is going on before an explanation, which would end the speech',
      [speechStarted(memberA), paused(memberA), requested(guest, EARLIER, { kind: 'intervention', stance: null })],
      'resume member0a',
    ],
    ['is nothing during a vote', [requested(memberA), voteOpened([chair, memberA, memberB])], null],
  ] as const)('%s', (_, events, step) => {
    expect(stepOf(...events)).toBe(step)
  })
})

describe('the words on the next step', () => {
  const wordsOf = (...events: readonly MeetingEvent[]) => {
    const { after, before, name } = nextWords(nextStep(meetingAfter(...events)), (seatId) => `${seatId?.slice(3)}`)
    return before + name + after
  }

  it.each([
    [[], '下一位：没有人等候'],
    [[requested(memberA)], '下一位：member0a'],
    [[speechStarted(memberA), paused(memberA)], '请member0a继续'],
    [[speechStarted(memberA)], '说完'],
    [[speechStarted(memberA), paused(memberA), questionRuns, waits], '插问说完'],
  ] as const)('say what is done and whom it is about: $1', (events, words) => {
    expect(wordsOf(...events)).toBe(words)
  })
})

describe('moving somebody in the queue by hand', () => {
  it('keeps everybody else in their order', () => {
    expect(movedTo(['a', 'b', 'c', 'd'], 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(movedTo(['a', 'b', 'c', 'd'], 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('does nothing beyond the ends, to the same place, or with somebody who no longer waits', () => {
    const ids = ['a', 'b']
    expect(movedTo(ids, 'a', -1)).toBe(ids)
    expect(movedTo(ids, 'b', 2)).toBe(ids)
    expect(movedTo(ids, 'b', 1)).toBe(ids)
    expect(movedTo(ids, 'c', 0)).toBe(ids)
  })
})

describe('going round', () => {
  const round = under({ policy: 'round' })

  it('takes everybody who is here in the order of the roster, without the chair', () => {
    expect(roundSeats(meetingAfter(round))).toEqual([memberA, memberB])
    expect(roundSeats(meetingAfter(round, signedIn(guest)))).toEqual([memberA, memberB, guest])
    const open = under({ policy: 'round', presentOnly: false })
    expect(roundSeats(meetingAfter(open))).toEqual([memberA, memberB])
  })

  it('leaves out who waits or speaks already, but not who only waits with a question', () => {
    expect(roundSeats(meetingAfter(round, requested(memberA)))).toEqual([memberB])
    expect(roundSeats(meetingAfter(round, speechStarted(memberA)))).toEqual([memberB])
    expect(roundSeats(meetingAfter(round, speechStarted(memberA), asksA))).toEqual([memberB])
  })

  it('leaves out who has had all turns, and whoever may not speak', () => {
    const spoken = [speechStarted(memberA), speechEnded(memberA)]
    expect(roundSeats(meetingAfter(round, ...spoken))).toEqual([memberA, memberB])
    expect(roundSeats(meetingAfter(under({ policy: 'round', times: 1 }), ...spoken))).toEqual([memberB])
    const delegated: MeetingEvent = {
      type: 'voteDelegated',
      data: { seatId: memberB, proxyId: memberA, at: EARLIER, enteredBy: 'operator' },
    }
    expect(roundSeats(meetingAfter(under({ policy: 'round', delegatorsBarred: true }), delegated))).toEqual([memberA])
  })
})

describe('what was said on an item', () => {
  it('is shown with the speech that goes on, pauses left out', () => {
    const meeting = meetingAfter(
      requested(memberA),
      requested(memberB),
      speechStarted(memberA),
      paused(memberA, EARLIER + 50_000),
      resumed(memberA, EARLIER + 60_000),
      speechEnded(memberA, EARLIER + 93_000),
      speechStarted(memberB, EARLIER + 93_000),
    )
    expect(speechesOn(meeting, firstItem).map(({ seatId, seconds }) => [seatId, seconds])).toEqual([
      [memberA, 83],
      [memberB, null],
    ])
    expect(speechesOn(meeting, secondItem)).toEqual([])
  })

  it('stands in the order in which it began, a question behind the speech that it interrupted', () => {
    const meeting = meetingAfter(
      speechStarted(memberA, EARLIER),
      paused(memberA, EARLIER + 1_000),
      speechStarted(memberB, EARLIER + 1_000, { ...questionToA, interposed: true }),
      speechEnded(memberB, EARLIER + 2_000),
    )
    expect(speechesOn(meeting, firstItem).map(({ seatId }) => seatId)).toEqual([memberA, memberB])
  })

  it('takes a side only in an ordinary speech', () => {
    const [speech] = speechesOn(meetingAfter(speechStarted(memberA)), firstItem)
    if (speech === undefined) throw new Error('somebody speaks')
    expect(takesSide(speech, 'for')).toBe(true)
    expect(takesSide(speech, 'against')).toBe(false)
    expect(takesSide({ ...speech, kind: 'intervention' }, 'for')).toBe(false)
  })
})
