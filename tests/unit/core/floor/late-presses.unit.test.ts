import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../shared/core/messages.ts'
import { floorEvents } from '../../../../shared/meeting/floor/messages.ts'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import {
  act,
  answersTo,
  asks,
  asksUnnamed,
  calls,
  department,
  ends,
  expectOrder,
  extend,
  held,
  intervenes,
  next,
  pause,
  questions,
  resume,
  seat,
  sets,
  speaks,
  speech,
  undo,
  withdraws,
} from './floor-meeting.ts'

const changed = { code: 'floorChanged' } as const
const press = (command: MeetingCommand) => act(command)
const nextSeen = (onFloor: string | null, expected?: string) =>
  press({
    type: 'callNextSpeaker',
    data: {
      onFloor: onFloor === null ? null : speech(onFloor),
      ...(expected === undefined ? {} : { speechId: speech(expected) }),
    },
  })
const on = (type: 'pauseSpeech' | 'resumeSpeech' | 'undoSpeech', name: string) =>
  press({ type, data: { speechId: speech(name) } })

describe('a press that arrives when the floor has changed', () => {
  const story = held({}, asks('zhao'), next, 20, asks('qian'), asks('sun'))

  it('calls nobody when somebody else has the floor by now, or when another one would come', () => {
    story.and(nextSeen('zhao', 'qian'))
    story.refuses(nextSeen(null), changed)
    story.refuses(nextSeen('qian'), changed)
    story.refuses(nextSeen('zhao', 'sun'), changed)
    story.and(ends('zhao')).refuses(nextSeen('zhao', 'qian'), changed)
  })

  it('ends nobody when 下一位 was pressed on two desks at once', () => {
    const both = nextSeen('zhao', 'qian')
    const after = story.and(both)
    after.refuses(both, changed)
    expect(after.live).toBe('qian')
  })

  it('calls nobody out of turn either', () => {
    const call = (onFloor: string | null) => {
      const seen = onFloor === null ? null : speech(onFloor)
      return press({ type: 'callSpeaker', data: { speechId: speech('sun'), onFloor: seen } })
    }
    expect(story.and(call('zhao')).live).toBe('sun')
    story.refuses(call('qian'), changed)
    story.refuses(call(null), changed)
  })

  it('pauses, resumes and extends nobody else', () => {
    expect(story.and(on('pauseSpeech', 'zhao')).live).toBeNull()
    story.refuses(on('pauseSpeech', 'qian'), changed)
    const paused = story.and(pause)
    expect(paused.and(on('resumeSpeech', 'zhao')).live).toBe('zhao')
    paused.refuses(on('resumeSpeech', 'qian'), changed)
    const more = (name: string) => press({ type: 'extendSpeech', data: { speechId: speech(name), seconds: 30 } })
    expect(story.and(more('zhao')).meeting.floor.speaking?.extraSeconds).toBe(30)
    story.refuses(more('qian'), changed)
  })

  it('takes back the end that was seen, and no other', () => {
    const over = story.and(ends('zhao'))
    expectOrder(over.and(on('undoSpeech', 'zhao')), 'zhao', 'qian', 'sun')
    over.refuses(on('undoSpeech', 'qian'), changed)
    over.and(undo).refuses(on('undoSpeech', 'zhao'), { code: 'nothingToUndo' })
  })

  it('still counts without a word of what was seen', () => {
    expect(story.and(next, pause, resume, extend(30), ends('qian'), undo).live).toBeNull()
  })
})

describe('answers from one’s own device', () => {
  const questioned = held({}, asks('zhao'), next, 10, questions('sun'), calls('sun'))

  it('come from whoever was asked and from those who are there to advise', () => {
    expectOrder(questioned.and(answersTo('sun', 'zhao', 'a1')), 'a1')
    expectOrder(questioned.and(answersTo('sun', 'dept', 'a1')), 'a1')
    questioned.refuses(answersTo('sun', 'qian', 'a1'), { code: 'notAsked' })
    questioned.refuses(answersTo('sun', 'sun', 'a1'), { code: 'notAsked' })
  })

  it('are put in for anybody by the desk', () => {
    expectOrder(questioned.and(asks('qian', { as: 'a1', to: 'sun', kind: 'answer', by: 'feng' })), 'a1')
  })

  it('are given once', () => {
    const answered = questioned.and(answersTo('sun', 'zhao', 'a1'))
    answered.refuses(answersTo('sun', 'zhao', 'a2'), { code: 'alreadyQueued' })
    answered.and(calls('a1')).refuses(answersTo('sun', 'zhao', 'a2'), { code: 'nothingToAnswer' })
    answered.and(calls('a1'), ends('a1')).refuses(answersTo('sun', 'zhao', 'a2'), { code: 'nothingToAnswer' })
  })

  it('to an intervention come from whoever spoke before it', () => {
    const told = held({}, ...speaks('zhao', 20), intervenes('sun'), calls('sun'), 5)
    expectOrder(told.and(answersTo('sun', 'zhao', 'a1')), 'a1')
    told.refuses(answersTo('sun', 'qian', 'a1'), { code: 'notAsked' })
  })
})

describe('the one who is asked', () => {
  const questioned = held({}, asks('zhao'), next, 10, questions('sun'), calls('sun'))

  it('does not end the question with his own speech; the asker and the desk may', () => {
    const own = (by: 'zhao' | 'sun' | 'wang', name: string) =>
      act({ type: 'endSpeech', data: { speechId: speech(name) } }, by)
    questioned.refuses(own('zhao', 'zhao'), { code: 'beingAsked' })
    expect(questioned.and(own('sun', 'sun')).live).toBeNull()
    expect(questioned.and(own('wang', 'zhao')).meeting.floor.interposed).toBeNull()
    questioned.and(own('sun', 'sun'), own('zhao', 'zhao'))
  })
})

describe('a list without bounds', () => {
  const many = (count: number, by: 'zhao' | 'feng') =>
    Array.from({ length: count }, (_, index) => asks('zhao', { as: `${10 + index}zhao`, by }))

  it('is not made by one device: ten places at once, and twenty withdrawn on one item', () => {
    const full = held({ repeats: true }, ...many(10, 'zhao'))
    full.refuses(asks('zhao', { as: 'another' }), { code: 'alreadyQueued' })
    full.and(asks('zhao', { as: 'more', by: 'feng' }))
    const weary = held(
      {},
      ...Array.from({ length: 20 }, (_, index) => [
        asks('zhao', { as: `${10 + index}z` }),
        withdraws(`${10 + index}z`, 'zhao'),
      ]).flat(),
    )
    weary.refuses(asks('zhao'), { code: 'askedTooOften' })
    weary.and(asks('zhao', { by: 'feng' }))
  })

  it('ends at a thousand places, also for the desk', () => {
    const story = held(
      { anonymous: true },
      ...Array.from({ length: 1_000 }, (_, index) => asksUnnamed(`${1_000 + index}u`)),
    )
    story.refuses(asksUnnamed('9999u'), { code: 'queueFull', max: 1_000 })
  })
})

describe('what is decided after a clock has jumped far ahead', () => {
  it('is written so that it can be read again', () => {
    const days = 30 * 3_600
    const quotas = [{ party: '业委会', seconds: 600 }]
    const extended = held({ quotas }, asks('zhao'), next, days, extend(30))
    const { extraSeconds } = extended.meeting.floor.speaking ?? {}
    expect(extraSeconds).toBe(days - 120 + 30)
    const given = { speechId: speech('zhao'), seconds: extraSeconds }
    expect(parseMessage(floorEvents, 'speechExtended', given)).not.toBeNull()
    const evened = extended.and(act({ type: 'equaliseQuotas', data: {} }))
    const [extra] = evened.meeting.floor.quotaExtras
    expect(parseMessage(floorEvents, 'quotasEqualised', extra)).not.toBeNull()
  })
})

describe('what else changes with the floor', () => {
  it('a department that was called by a slip is over and does not wait, since it never did', () => {
    const story = held({}, asks('zhao'), next, 30, asks('qian'), department('dept', 'd1'), 4, undo)
    expectOrder(story, 'zhao', 'qian')
    expect(story.meeting.floor.speeches[0]?.entries.map((one) => one.speechId)).toEqual([speech('d1')])
  })

  it('whoever hands the vote on gives up the place where delegators listen, and keeps it elsewhere', () => {
    const delegates = act({ type: 'delegateVote', data: { seatId: seat('zhao'), proxyId: seat('qian') } }, 'feng')
    expectOrder(held({ delegatorsBarred: true }, asks('zhao'), asks('qian'), delegates), 'qian')
    expectOrder(held({}, asks('zhao'), asks('qian'), delegates), 'zhao', 'qian')
  })

  it('a break on the hall screen is over when somebody speaks; a text stays', () => {
    const shows = (shown: MeetingCommandShown) => act({ type: 'showOnScreen', data: { shown } })
    const rest = { page: 'break', until: null, text: null } as const
    expect(held({}, asks('zhao'), shows(rest)).meeting.shown).toEqual(rest)
    expect(held({}, asks('zhao'), shows(rest), next).meeting.shown).toEqual({ page: 'follow' })
    const text = { page: 'text', text: '请静音' } as const
    expect(held({}, asks('zhao'), shows(text), next).meeting.shown).toEqual(text)
  })

  it('the rules of an item change at once for whoever asks next', () => {
    held({}, sets({ questions: false }), asks('zhao'), next).refuses(questions('sun'), {
      code: 'kindNotAllowed',
      kind: 'question',
    })
  })
})

type MeetingCommandShown = Extract<MeetingCommand, { type: 'showOnScreen' }>['data']['shown']
