import { describe, expect, it } from 'vitest'
import { floorStanding, isEnding, offersAskKey } from '../../../../renderer/attendee/floor/floor-standing.ts'
import { groupTimeWords } from '../../../../renderer/attendee/floor/group-time-words.ts'
import { questionToAnswer } from '../../../../renderer/attendee/floor/question-to-answer.ts'
import { chosenWay } from '../../../../renderer/attendee/floor/ways-to-ask.ts'
import type { SeatId, SpeechId } from '../../../../shared/core/ids.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  chair,
  EARLIER,
  firstItem,
  guest,
  itemStarted,
  memberA,
  memberB,
  opening,
  requested,
  scribe,
  signedIn,
  speechEnded,
  speechOf,
  speechStarted,
  withdrawn,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter, withRules } from './held-meeting.ts'

const talking = [chair, memberA, memberB, guest].map((seat) => signedIn(seat))
const EVERY_WAY: Partial<SpeakingRules> = { questions: true, interventions: true, pointsOfOrder: [] }

const floorAfter = (...events: readonly MeetingEvent[]) => heldAfter(...talking, itemStarted(firstItem), ...events)

const sent = (type: string, seatId: SeatId, data: unknown): CommandFrame => ({
  t: 'command',
  id: id.command('000009'),
  stream: meetingStream(opening.meetingId),
  seatId,
  type,
  data,
})

function onFloorOf(meeting: HeldMeeting, seatId: SeatId, ...pending: readonly CommandFrame[]) {
  const standing = floorStanding(meeting, seatId, pending)
  if (standing.at !== 'floor') throw new Error(`the seat is ${standing.at}`)
  return standing
}

/** The ways offered: those that would be refused with the code of their refusal. */
const waysOf = (meeting: HeldMeeting, seatId: SeatId, ...pending: readonly CommandFrame[]) =>
  onFloorOf(meeting, seatId, ...pending).ways.map(({ kind, refusal }) =>
    refusal === null ? kind : `${kind}: ${refusal.code}`,
  )

const paused = (speechId: SpeechId, at = EARLIER): MeetingEvent => ({ type: 'speechPaused', data: { speechId, at } })

/** 甲 speaks and 乙 interrupts with a question. */
const interrupted = [
  speechStarted(memberA),
  paused(speechOf(memberA)),
  speechStarted(memberB, EARLIER, { kind: 'question', stance: null, to: speechOf(memberA), interposed: true }),
]

describe('the ways to ask for the floor', () => {
  it('are those of the rules of this item, the ordinary one first', () => {
    expect(waysOf(floorAfter(), memberA)).toEqual(['ordinary'])
    expect(waysOf(withRules(floorAfter(), EVERY_WAY), memberA)).toEqual(['ordinary', 'intervention', 'pointOfOrder'])
    const rules = { ...withRules(floorAfter(), EVERY_WAY).form.speeches, interventions: false }
    const own = floorAfter({ type: 'speakingRulesSet', data: { itemId: firstItem, seconds: 60, rules } })
    expect(waysOf(own, memberA)).toEqual(['ordinary', 'pointOfOrder'])
  })

  it('take in a question as soon as somebody else speaks, and never one to oneself', () => {
    const speaking = withRules(floorAfter(speechStarted(memberB)), EVERY_WAY)
    expect(waysOf(speaking, memberA)).toContain('question')
    expect(waysOf(speaking, memberB)).not.toContain('question')
  })

  it('are one of a kind at once, also while one is on its way, unless repeats are allowed', () => {
    const waiting = withRules(floorAfter(requested(memberA)), EVERY_WAY)
    expect(waysOf(waiting, memberA)).toEqual(['intervention', 'pointOfOrder'])
    const frame = sent('requestFloor', memberA, { speechId: speechOf(memberA, '9'), kind: 'pointOfOrder' })
    expect(waysOf(waiting, memberA, frame)).toEqual(['intervention'])
    expect(waysOf(withRules(waiting, { ...EVERY_WAY, repeats: true }), memberA, frame)).toEqual([
      'ordinary',
      'intervention',
      'pointOfOrder',
    ])
  })

  it('say beforehand that the list is closed, which points of order may be, too', () => {
    const shut = floorAfter({ type: 'queueClosed', data: {} })
    expect(waysOf(withRules(shut, EVERY_WAY), memberA)).toEqual([
      'ordinary: queueIsClosed',
      'intervention',
      'pointOfOrder',
    ])
    expect(waysOf(withRules(shut, { pointsOfOrder: [], closedToPoints: true }), memberA)).toEqual([
      'ordinary: queueIsClosed',
      'pointOfOrder: queueIsClosed',
    ])
  })

  it('say beforehand that the list is full, or that one has spoken enough', () => {
    expect(waysOf(withRules(floorAfter(requested(memberB)), { maxWaiting: 1 }), memberA)).toEqual([
      'ordinary: queueFull',
    ])
    const spoken = withRules(floorAfter(speechStarted(memberA), speechEnded(memberA)), { times: 1 })
    expect(waysOf(spoken, memberA)).toEqual(['ordinary: spokenEnough'])
    expect(waysOf(spoken, memberB)).toEqual(['ordinary'])
  })

  it('say beforehand that whoever has handed over the vote only listens', () => {
    const meeting = withRules(floorAfter(), { delegatorsBarred: true })
    const attendance = { ...meeting.attendance, delegations: [{ seatId: memberA, proxyId: memberB }] }
    expect(waysOf({ ...meeting, attendance }, memberA)).toEqual(['ordinary: delegatorsListen'])
    expect(waysOf({ ...meeting, attendance }, memberB)).toEqual(['ordinary'])
  })

  it('say once that one has asked too often', () => {
    const again = Array.from({ length: 20 }, (_, index) => {
      const speechId = speechOf(memberA, String(index))
      const gone: MeetingEvent = { type: 'requestWithdrawn', data: { speechId, at: EARLIER, why: 'withdrawn' } }
      return [requested(memberA, EARLIER, { speechId }), gone]
    }).flat()
    expect(waysOf(withRules(floorAfter(...again), EVERY_WAY), memberA)).toEqual(['ordinary: askedTooOften'])
  })

  it('are open to points of order of several categories', () => {
    const ranked = withRules(floorAfter(), { pointsOfOrder: [{ name: '超时', rank: 1 }] })
    expect(waysOf(ranked, memberA)).toEqual(['ordinary', 'pointOfOrder'])
  })

  it('let go of what somebody had begun to choose once it is no longer possible', () => {
    const before = onFloorOf(withRules(floorAfter(speechStarted(memberB)), EVERY_WAY), memberA).ways
    expect(chosenWay(before, 'question')?.kind).toBe('question')
    const then = onFloorOf(withRules(floorAfter(speechStarted(memberB), speechEnded(memberB)), EVERY_WAY), memberA).ways
    expect(chosenWay(then, 'question')).toBeNull()
    const shut = onFloorOf(floorAfter({ type: 'queueClosed', data: {} }), memberA).ways
    expect(chosenWay(shut, 'ordinary')).toBeNull()
  })
})

describe('one’s places in the queue', () => {
  it('are shown each with how many come first, the class before the order of asking', () => {
    const point = requested(memberA, EARLIER + 2, {
      speechId: speechOf(memberA, '2'),
      kind: 'pointOfOrder',
      stance: null,
    })
    const meeting = floorAfter(requested(memberB), requested(memberA, EARLIER + 1), point)
    expect(onFloorOf(meeting, memberA).places.map(({ ahead, place }) => [place.kind, ahead])).toEqual([
      ['pointOfOrder', 0],
      ['ordinary', 2],
    ])
    expect(onFloorOf(meeting, memberB).places.map(({ ahead }) => ahead)).toEqual([1])
  })

  it('are left one by one, and shown as being left until the host has it', () => {
    const meeting = floorAfter(requested(memberA), requested(memberA, EARLIER, { speechId: speechOf(memberA, '2') }))
    const leaving = (type: string) =>
      onFloorOf(meeting, memberA, sent(type, memberA, { speechId: speechOf(memberA, '2') })).places.map(
        (place) => place.leaving,
      )
    expect(leaving('withdrawRequest')).toEqual([false, true])
    expect(leaving('passTurn')).toEqual([false, true])
    expect(leaving('endSpeech')).toEqual([false, false])
  })

  it('include the speech that one gives: who speaks may ask again', () => {
    const speaking = onFloorOf(floorAfter(speechStarted(memberA)), memberA)
    expect(speaking.turn?.speech.speechId).toBe(speechOf(memberA))
    expect(speaking.ways.map(({ kind }) => kind)).toEqual(['ordinary'])
    expect(offersAskKey(speaking)).toBe(false)
  })

  it('leave the one big key to who neither speaks nor waits nor has just asked', () => {
    expect(offersAskKey(onFloorOf(floorAfter(), memberA))).toBe(true)
    expect(offersAskKey(onFloorOf(floorAfter(requested(memberA)), memberA))).toBe(false)
    expect(offersAskKey(onFloorOf(floorAfter(requested(memberA), withdrawn(memberA)), memberA))).toBe(true)
    const frame = sent('requestFloor', memberA, { speechId: speechOf(memberA), kind: 'ordinary', stance: 'for' })
    expect(offersAskKey(onFloorOf(floorAfter(), memberA, frame))).toBe(false)
    const point = requested(memberA, EARLIER, { kind: 'pointOfOrder', stance: null })
    expect(offersAskKey(onFloorOf(floorAfter(point), memberA))).toBe(true)
  })
})

describe('what was asked for without a connection', () => {
  const frames = [
    sent('requestFloor', memberA, { speechId: speechOf(memberA), kind: 'ordinary', stance: 'question' }),
    sent('requestFloor', memberA, { speechId: speechOf(memberA, '2'), kind: 'pointOfOrder', stance: null }),
  ]

  it('is shown, all of it, to that seat alone', () => {
    expect(onFloorOf(floorAfter(), memberA, ...frames).underWay).toEqual([
      { speechId: speechOf(memberA), kind: 'ordinary', stance: 'question' },
      { speechId: speechOf(memberA, '2'), kind: 'pointOfOrder', stance: null },
    ])
    expect(onFloorOf(floorAfter(), memberB, ...frames).underWay).toEqual([])
  })

  it('is no longer shown once it stands in the queue, even before the answer to it has come', () => {
    expect(onFloorOf(floorAfter(requested(memberA)), memberA, ...frames).underWay.map(({ kind }) => kind)).toEqual([
      'pointOfOrder',
    ])
  })

  it('is known by the very speech: the end of another one is not the end of this one', () => {
    const end = [sent('endSpeech', memberA, { speechId: speechOf(memberA) })]
    expect(isEnding(end, memberA, speechOf(memberA))).toBe(true)
    expect(isEnding(end, memberA, speechOf(memberA, '2'))).toBe(false)
  })
})

describe('a question that interrupts', () => {
  it('stops the speaker’s clock and names who asks; whoever asks has a clock of one’s own', () => {
    const meeting = floorAfter(...interrupted)
    expect(onFloorOf(meeting, memberA).turn).toMatchObject({
      speech: { seatId: memberA, runningSince: null },
      by: { seatId: memberB, kind: 'question' },
    })
    expect(onFloorOf(meeting, memberB).turn).toMatchObject({ speech: { kind: 'question' }, by: null })
    expect(onFloorOf(meeting, guest).turn).toBeNull()
  })

  it('leaves no other way to whoever asks it, and but the answer to whoever is asked, until it is asked', () => {
    const open = (seatId: SeatId, ...events: readonly MeetingEvent[]) =>
      waysOf(withRules(floorAfter(...interrupted, ...events), EVERY_WAY), seatId)
    expect(open(memberB)).toEqual([])
    expect(open(memberA)).toEqual(['answer'])
    expect(open(guest)).toContain('intervention')
    for (const seatId of [memberA, memberB]) expect(open(seatId, speechEnded(memberB))).toContain('intervention')
  })

  it('is answered on the phone of whom it was put to or who is there to answer, and on no bystander’s', () => {
    const live = [signedIn(scribe), ...interrupted]
    for (const meeting of [floorAfter(...live), floorAfter(...live, speechEnded(memberB))]) {
      for (const seatId of [memberA, guest]) expect(waysOf(meeting, seatId)).toContain('answer')
      expect(waysOf(meeting, scribe).join()).not.toContain('answer')
    }
  })

  it('may be answered by the speaker and by everybody but who asked it, while it is live and after it', () => {
    const live = floorAfter(...interrupted)
    const over = floorAfter(...interrupted, speechEnded(memberB))
    for (const meeting of [live, over]) {
      expect(questionToAnswer(meeting, memberA)?.speechId).toBe(speechOf(memberB))
      expect(questionToAnswer(meeting, guest)?.speechId).toBe(speechOf(memberB))
      expect(questionToAnswer(meeting, memberB)).toBeNull()
      expect(onFloorOf(meeting, memberA).ways).toContainEqual({
        kind: 'answer',
        to: { speechId: speechOf(memberB), kind: 'question' },
        refusal: null,
      })
    }
  })

  it('is over as soon as the speech goes on or another has begun', () => {
    const resumed: MeetingEvent = { type: 'speechResumed', data: { speechId: speechOf(memberA), at: EARLIER } }
    const past = floorAfter(...interrupted, speechEnded(memberB), resumed)
    expect(questionToAnswer(past, guest)).toBeNull()
    const next = speechStarted(guest, EARLIER, { speechId: speechOf(guest) })
    const later = floorAfter(...interrupted, speechEnded(memberB), speechEnded(memberA), next, paused(speechOf(guest)))
    expect(questionToAnswer(later, chair)).toBeNull()
  })

  it('is answered once: nobody is asked for a second answer by the key', () => {
    const answer = { kind: 'answer', stance: null, to: speechOf(memberB) } as const
    const asked = floorAfter(
      ...interrupted,
      requested(memberA, EARLIER, { ...answer, speechId: speechOf(memberA, '2') }),
    )
    expect(waysOf(asked, memberA)).not.toContain('answer')
    const begun = speechStarted(memberA, EARLIER, { ...answer, speechId: speechOf(memberA, '2'), interposed: true })
    const ended: MeetingEvent = { type: 'speechEnded', data: { speechId: speechOf(memberA, '2'), at: EARLIER } }
    expect(questionToAnswer(floorAfter(...interrupted, speechEnded(memberB), begun, ended), guest)).toBeNull()
  })

  it('has a counterpart: an intervention may be answered, until somebody else speaks', () => {
    const explained = speechStarted(memberB, EARLIER, { kind: 'intervention', stance: null })
    expect(questionToAnswer(floorAfter(explained), memberA)?.kind).toBe('intervention')
    expect(questionToAnswer(floorAfter(explained, speechEnded(memberB)), memberA)?.kind).toBe('intervention')
    const gone = [explained, speechEnded(memberB), speechStarted(guest)]
    expect(questionToAnswer(floorAfter(...gone), memberA)).toBeNull()
    expect(questionToAnswer(floorAfter(...gone, paused(speechOf(guest))), memberA)).toBeNull()
  })
})

describe('the time of a group on the phone', () => {
  it('tells what is left to one’s group, and by how much it is over', () => {
    const words = (leftMs: number) => groupTimeWords({ party: '物业', leftMs })
    expect(words(260_000)).toBe('物业：本组时间还剩 4:20')
    expect(words(259_001)).toBe('物业：本组时间还剩 4:20')
    expect(words(0)).toBe('物业：本组时间还剩 0:00')
    expect(words(-1)).toBe('物业：本组时间已超 0:01')
    expect(words(-35_000)).toBe('物业：本组时间已超 0:35')
  })
})
