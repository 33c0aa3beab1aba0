import { describe, expect, it } from 'vitest'
import { speakingStatistics } from '../../../../shared/meeting/floor/statistics.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  act,
  answersTo,
  asks,
  asksUnnamed,
  calls,
  close,
  ends,
  expectOrder,
  finish,
  held,
  intervenes,
  next,
  notes,
  passes,
  questions,
  raises,
  reopen,
  round,
  seat,
  sets,
  signsOut,
  speaks,
  speech,
  start,
  undo,
  unspoken,
  type Who,
  withdraws,
} from './floor-meeting.ts'

const delegates = act({ type: 'delegateVote', data: { seatId: seat('zhao'), proxyId: seat('qian') } })

const one = (who: Who, as: string) => ({ speechId: speech(as), seatId: seat(who) })

describe('a person', () => {
  it('holds one waiting ordinary place at most', () => {
    held({}, asks('zhao')).refuses(asks('zhao', { as: 'zhao2' }), { code: 'alreadyQueued' })
  })

  it('holds one waiting procedural place at most', () => {
    held({}, raises('zhao', '规则')).refuses(raises('zhao', '事实', 'zhao2'), { code: 'alreadyQueued' })
  })

  it('may hold one of each at the same time', () => {
    expectOrder(held({}, asks('zhao'), raises('zhao', '规则', 'zhao2')), 'zhao2', 'zhao')
  })

  it('may hold several of each where repeats are allowed', () => {
    const story = held(
      { repeats: true },
      asks('zhao'),
      asks('zhao', { as: 'zhao2' }),
      raises('zhao', '事实', 'zhao3'),
      raises('zhao', '规则', 'zhao4'),
    )
    expectOrder(story, 'zhao4', 'zhao3', 'zhao', 'zhao2')
  })

  it('who speaks now may queue again', () => {
    const story = held({}, asks('zhao'), next, asks('zhao', { as: 'zhao2' }))
    expect(story.live).toBe('zhao')
    expectOrder(story, 'zhao2')
  })

  it('who speaks now and waits already is refused', () => {
    const story = held({}, asks('zhao'), next, asks('zhao', { as: 'zhao2' }))
    story.refuses(asks('zhao', { as: 'zhao3' }), { code: 'alreadyQueued' })
  })

  it('may have a place again once the last one was withdrawn', () => {
    expectOrder(held({}, asks('zhao'), withdraws('zhao', 'zhao'), asks('zhao', { as: 'zhao2' })), 'zhao2')
  })

  it('never uses the id of a place twice, whatever became of it', () => {
    held({}, asks('zhao')).refuses(asks('qian', { as: 'zhao' }), { code: 'speechExists' })
    held({}, asks('zhao'), withdraws('zhao')).refuses(asks('zhao'), { code: 'speechExists' })
    held({}, ...speaks('zhao', 5)).refuses(asks('zhao'), { code: 'speechExists' })
  })

  it('acts for nobody else', () => {
    held({}).refuses(asks('zhao', { by: 'qian' }), { code: 'notYourSeat' })
    held({}, asks('zhao')).refuses(withdraws('zhao', 'qian'), { code: 'notYourSeat' })
  })

  it('asks for the floor only while an item is discussed', () => {
    held({}, finish).refuses(asks('zhao'), { code: 'noItemRuns' })
  })
})

describe('a closed list', () => {
  const closed = held({}, asks('zhao'), asks('qian'), close)

  it('refuses ordinary requests, also those that the scribe enters', () => {
    closed.refuses(asks('sun'), { code: 'queueIsClosed' })
    closed.refuses(asks('sun', { by: 'feng' }), { code: 'queueIsClosed' })
  })

  it('takes ordinary requests that the chair adds', () => {
    expectOrder(closed.and(asks('sun', { by: 'wang' })), 'zhao', 'qian', 'sun')
    expectOrder(closed.and(asks('sun', { by: 'operator' })), 'zhao', 'qian', 'sun')
  })

  it('refuses a round of the scribe as it refuses each of its requests', () => {
    held({ policy: 'round' }, close).refuses(round('feng', 'zhao', 'qian'), { code: 'queueIsClosed' })
  })

  it('still takes points of order', () => {
    expectOrder(closed.and(raises('sun', '规则')), 'sun', 'zhao', 'qian')
  })

  it('takes no points of order where the setting says so, but those that the chair adds', () => {
    const strict = held({ closedToPoints: true }, close)
    strict.refuses(raises('sun', '规则'), { code: 'queueIsClosed' })
    expectOrder(strict.and(asks('sun', { kind: 'pointOfOrder', category: '规则', by: 'wang' })), 'sun')
  })

  it('takes points of order under that setting as long as it is open', () => {
    expectOrder(held({ closedToPoints: true }, raises('sun', '规则')), 'sun')
  })

  it('still takes questions, interventions and answers', () => {
    const story = closed.and(next, questions('sun'), intervenes('li'), answersTo('sun', 'zhao', 'a1'))
    expectOrder(story, 'sun', 'a1', 'li', 'qian')
  })

  it('can be worked off to its end', () => {
    const story = closed.and(next, 10, next, 10, ends('qian'))
    expectOrder(story)
    expect(story.meeting.floor.closed).toBe(true)
    story.refuses(next, { code: 'queueEmpty' })
  })

  it('can be ended, and undone', () => {
    const story = closed.and(next, 10, ends('zhao'), undo)
    expectOrder(story, 'zhao', 'qian')
    expect(story.meeting.floor.closed).toBe(true)
  })

  it('can be opened again', () => {
    expectOrder(closed.and(reopen, asks('sun')), 'zhao', 'qian', 'sun')
    closed.refuses(close, { code: 'queueIsClosed' })
    held({}).refuses(reopen, { code: 'queueIsOpen' })
  })

  it('is open again for the next item', () => {
    expectOrder(closed.and(finish, start(), asks('sun')), 'sun')
  })
})

describe('the optional rules', () => {
  it('present people only: whoever has not signed in cannot be put into the queue, by nobody', () => {
    held({}).refuses(asks('he'), { code: 'notSignedIn' })
    held({}).refuses(asks('he', { by: 'wang' }), { code: 'notSignedIn' })
    held({ policy: 'round' }).refuses(round('wang', 'zhao', 'he'), { code: 'notSignedIn' })
    held({}).refuses(act({ type: 'callDepartment', data: { speechId: speech('he'), seatId: seat('he') } }), {
      code: 'notSignedIn',
    })
  })

  it('present people only: without the rule those who are not there may queue too', () => {
    expectOrder(held({ presentOnly: false }, asks('he', { by: 'feng' })), 'he')
  })

  it('whoever leaves gives up all places and the floor', () => {
    const story = held({}, asks('zhao'), next, asks('zhao', { as: 'zhao2' }), asks('qian'), questions('qian', 'qian2'))
    const gone = story.and(10, signsOut('zhao'))
    expectOrder(gone, 'qian')
    expect(gone.live).toBeNull()
    expect(unspoken(gone)).toEqual([
      ['qian2', 'dropped'],
      ['zhao2', 'left'],
    ])
  })

  it('maximum length: no more ordinary requests than that may wait, but those that the chair adds', () => {
    const full = held({ maxWaiting: 2 }, asks('zhao'), asks('qian'))
    full.refuses(asks('sun'), { code: 'queueFull', max: 2 })
    full.refuses(asks('sun', { by: 'feng' }), { code: 'queueFull', max: 2 })
    expectOrder(full.and(asks('sun', { by: 'wang' })), 'zhao', 'qian', 'sun')
    expectOrder(full.and(next, asks('sun')), 'qian', 'sun')
  })

  it('maximum length: points of order, interventions and questions neither count nor are refused', () => {
    const story = held(
      { maxWaiting: 1 },
      asks('zhao'),
      next,
      raises('qian', '规则'),
      intervenes('sun'),
      questions('li'),
    )
    expectOrder(story.and(asks('zhou'), raises('sun', '事实', 'sun2')), 'li', 'sun', 'qian', 'sun2', 'zhou')
  })

  it('maximum length: a round of the scribe keeps it', () => {
    held({ policy: 'round', maxWaiting: 1 }).refuses(round('feng', 'zhao', 'qian'), { code: 'queueFull', max: 1 })
  })

  it('speeches per person per item: whoever has spoken as often is refused until the next item', () => {
    const once = held({ times: 2 }, ...speaks('zhao', 5), asks('zhao', { as: 'zhao2' }))
    expectOrder(once, 'zhao2')
    const twice = once.and(next, 5, ends('zhao2'))
    twice.refuses(asks('zhao', { as: 'zhao3' }), { code: 'spokenEnough', times: 2 })
    twice.refuses(asks('zhao', { as: 'zhao3', by: 'wang' }), { code: 'spokenEnough', times: 2 })
    expectOrder(twice.and(finish, start(), asks('zhao', { as: 'zhao3' })), 'zhao3')
  })

  it('speeches per person per item: a speech that runs counts', () => {
    held({ times: 1 }, asks('zhao'), next).refuses(asks('zhao', { as: 'zhao2' }), { code: 'spokenEnough', times: 1 })
  })

  it('speeches per person per item: places that wait count where repeats are allowed', () => {
    const story = held({ times: 2, repeats: true }, asks('zhao'), asks('zhao', { as: 'zhao2' }))
    story.refuses(asks('zhao', { as: 'zhao3' }), { code: 'spokenEnough', times: 2 })
  })

  it('speeches per person per item: only ordinary ones count, and only those are refused', () => {
    const story = held(
      { times: 1 },
      ...speaks('zhao', 5, { kind: 'intervention', as: 'zhao1' }),
      ...speaks('zhao', 5, { as: 'zhao2' }),
      raises('zhao', '规则', 'zhao3'),
    )
    expectOrder(story, 'zhao3')
  })

  it('speeches per person per item: who was put back by an undo has that speech still to come', () => {
    const undone = held({ times: 1 }, ...speaks('zhao', 5), undo)
    undone.refuses(asks('zhao', { as: 'zhao2' }), { code: 'spokenEnough', times: 1 })
  })

  it('speeches per person per item: a round takes up nobody who has spoken as often', () => {
    const story = held({ policy: 'round', times: 1 }, ...speaks('zhao', 5, { as: 'zhao1' }))
    story.refuses(round('feng', 'zhao'), { code: 'spokenEnough', times: 1 })
  })

  it('stance required: an ordinary request without one is refused, others need none', () => {
    const strict = held({ stanceRequired: true })
    strict.refuses(asks('zhao'), { code: 'stanceNeeded' })
    strict.refuses(asks('zhao', { by: 'wang' }), { code: 'stanceNeeded' })
    expectOrder(
      strict.and(asks('zhao', { stance: 'addition' }), raises('qian', '规则'), intervenes('sun')),
      'sun',
      'qian',
      'zhao',
    )
  })

  it('who has delegated the vote may not queue where the rule says so', () => {
    held({ delegatorsBarred: true }, delegates).refuses(asks('zhao'), { code: 'delegatorsListen' })
    held({ delegatorsBarred: true, policy: 'round' }, delegates).refuses(round('wang', 'zhao'), {
      code: 'delegatorsListen',
    })
    expectOrder(held({ delegatorsBarred: true }, delegates, asks('qian')), 'qian')
    expectOrder(held({ delegatorsBarred: false }, delegates, asks('zhao')), 'zhao')
  })

  it('who has taken the delegation back may queue again', () => {
    const back = act({ type: 'withdrawDelegation', data: { seatId: seat('zhao') } })
    expectOrder(held({ delegatorsBarred: true }, delegates, back, asks('zhao')), 'zhao')
  })

  it('kinds that the rules do not know are refused', () => {
    held({ questions: false }, asks('zhao'), next).refuses(questions('sun'), {
      code: 'kindNotAllowed',
      kind: 'question',
    })
    held({ interventions: false }).refuses(intervenes('sun'), { code: 'kindNotAllowed', kind: 'intervention' })
    held({ pointsOfOrder: null }).refuses(raises('sun', '规则'), { code: 'kindNotAllowed', kind: 'pointOfOrder' })
  })
})

describe('rules set for one item', () => {
  it('count instead of those of the meeting, for this item alone', () => {
    const story = held({ policy: 'arrival' }, ...speaks('zhao', 5), asks('zhao', { as: 'zhao2' }), asks('qian'))
    expectOrder(story, 'zhao2', 'qian')
    expectOrder(story.and(sets({ policy: 'freshFirst' })), 'qian', 'zhao2')
    const later = story.and(sets({ stanceRequired: true }), finish, start(), asks('sun'))
    expectOrder(later, 'sun')
    story.and(sets({ stanceRequired: true })).refuses(asks('sun'), { code: 'stanceNeeded' })
  })

  it('may be set before the item begins, and set again', () => {
    const second = id.item('second0')
    const story = held({}, sets({ maxWaiting: 1 }, second), sets({ maxWaiting: 2 }, second), finish, start(second))
    story.and(asks('zhao'), asks('qian')).refuses(asks('sun'), { code: 'queueFull', max: 2 })
  })

  it('are refused for an item that is over or that nobody knows', () => {
    held({}, finish).refuses(sets({}), { code: 'itemAlreadyStarted' })
    held({}).refuses(sets({}, id.item('nobody0')), { code: 'itemUnknown' })
  })
})

describe('a request that is withdrawn', () => {
  it('leaves its trace in the record: who, what, when asked and when withdrawn', () => {
    const story = held({}, 5, asks('zhao', { stance: 'against' }), 7, withdraws('zhao', 'zhao'))
    expectOrder(story)
    expect(story.meeting.floor.unspoken[0]?.entries).toEqual([
      {
        speechId: speech('zhao'),
        seatId: seat('zhao'),
        kind: 'ordinary',
        stance: 'against',
        category: null,
        to: null,
        askedAt: story.now - 7000,
        endedAt: story.now,
        why: 'withdrawn',
      },
    ])
  })

  it('leaves one too when somebody passes, leaves, or the item is over', () => {
    const story = held(
      { policy: 'round' },
      asks('zhao'),
      asks('qian'),
      asks('sun'),
      passes('zhao'),
      signsOut('qian'),
      finish,
    )
    expect(unspoken(story)).toEqual([
      ['zhao', 'passed'],
      ['qian', 'left'],
      ['sun', 'itemFinished'],
    ])
  })

  it('is withdrawn by the person or by the desk, once', () => {
    expectOrder(held({}, asks('zhao'), withdraws('zhao', 'feng')))
    held({}, asks('zhao'), withdraws('zhao')).refuses(withdraws('zhao'), { code: 'notQueued' })
    held({}, asks('zhao'), next).refuses(withdraws('zhao'), { code: 'notQueued' })
  })

  it('keeps the time of what was said before it was put back', () => {
    const { meeting, now } = held({}, ...speaks('zhao', 93), undo, withdraws('zhao'))
    expect(speakingStatistics(meeting, now).total.milliseconds).toBe(93_000)
  })

  it('keeps the time of what was said before it was put back, also when the item is over', () => {
    const { meeting, now } = held({}, ...speaks('zhao', 93), undo, finish)
    expect(speakingStatistics(meeting, now).total.milliseconds).toBe(93_000)
  })

  it('keeps the time of what was said before it was put back, also when its person leaves', () => {
    const { meeting, now } = held({}, ...speaks('zhao', 93), undo, signsOut('zhao'))
    expect(speakingStatistics(meeting, now).total.milliseconds).toBe(93_000)
  })

  it('keeps the 要点 of what was said before it was put back', () => {
    const { meeting } = held({}, ...speaks('zhao', 93), notes('zhao', '噪声要小'), undo, withdraws('zhao'))
    expect(JSON.stringify(meeting.floor)).toContain('噪声要小')
  })

  it('takes the answers to it with it: there is nothing left to answer', () => {
    const story = held(
      {},
      asks('zhao'),
      next,
      questions('sun'),
      answersTo('sun', 'zhao', 'a1'),
      withdraws('sun', 'sun'),
    )
    expectOrder(story)
  })
})

describe('the desk', () => {
  it('the chair and the scribe queue people without a device, and the record says who entered them', () => {
    const asked = { speechId: speech('li'), seatId: seat('li'), kind: 'ordinary', stance: 'for' } as const
    for (const by of ['wang', 'feng', 'operator'] as const) {
      const story = held({})
      story.answers(asks('li', { stance: 'for', by }), {
        type: 'floorRequested',
        data: { ...asked, category: null, to: null, at: story.now, enteredBy: by === 'operator' ? by : seat(by) },
      })
    }
    const own = held({})
    own.answers(asks('li', { stance: 'for' }), {
      type: 'floorRequested',
      data: { ...asked, category: null, to: null, at: own.now, enteredBy: null },
    })
  })

  it('queues walk-ins', () => {
    const walkIn = id.seat('walkin0')
    const asked = { speechId: speech('walkin'), seatId: walkIn, kind: 'ordinary', stance: null } as const
    const story = held(
      {},
      act({ type: 'registerWalkIn', data: { seatId: walkIn } }, 'feng'),
      act({ type: 'signIn', data: { seatId: walkIn } }, 'feng'),
      act({ type: 'requestFloor', data: asked }, 'feng'),
      next,
    )
    expect(story.live).toBe('walkin')
  })

  it('refuses whoever has no seat', () => {
    const asked = { speechId: speech('x'), seatId: id.seat('nobody0'), kind: 'ordinary', stance: null } as const
    held({}).refuses(act({ type: 'requestFloor', data: asked }), { code: 'seatUnknown' })
  })

  it('queues somebody without a name where the rules allow it, several times too', () => {
    const story = held({ anonymous: true }, asksUnnamed('one'), asksUnnamed('two', 'wang'))
    expectOrder(story, 'one', 'two')
    expect(story.meeting.floor.queue.map((place) => place.seatId)).toEqual([null, null])
  })

  it('queues nobody without a name where they do not, and no member may do so', () => {
    held({ anonymous: false }).refuses(asksUnnamed('one'), { code: 'namesRequired' })
    held({ anonymous: true }).refuses(asksUnnamed('one', 'zhao'), { code: 'notYourSeat' })
  })

  it('alone withdraws and ends what has no name', () => {
    const story = held({ anonymous: true }, asksUnnamed('one'))
    story.refuses(withdraws('one', 'zhao'), { code: 'notYourSeat' })
    expectOrder(story.and(withdraws('one', 'feng')))
    const [endOne] = ends('one')
    story.and(next).refuses([endOne, 'zhao'], { code: 'notYourSeat' })
    expect(story.and(next, 5, ends('one')).live).toBeNull()
  })

  it('sends all who are named round the circle, or nobody', () => {
    const story = held({ policy: 'round' }, asks('zhao'))
    story.refuses(act({ type: 'goRound', data: { places: [one('qian', 'a'), one('zhao', 'b')] } }), {
      code: 'alreadyQueued',
    })
    story.refuses(round('feng', 'qian', 'qian'), { code: 'speechExists' })
    expectOrder(story.and(round('feng', 'sun', 'qian')), 'zhao', 'sun', 'qian')
    held({ policy: 'arrival' }).refuses(round('feng', 'qian'), { code: 'noRound' })
    held({ policy: 'round' }, finish).refuses(round('feng', 'qian'), { code: 'noItemRuns' })
    held({ policy: 'round' }).refuses(round('feng', 'wang'), { code: 'chairMustHandOver' })
  })

  it('names the same person in a round only once, though under two ids', () => {
    const twice = act({ type: 'goRound', data: { places: [one('qian', 'a'), one('qian', 'b')] } })
    held({ policy: 'round' }).refuses(twice, { code: 'alreadyQueued' })
    held({ policy: 'round' }, ...speaks('zhao', 5)).refuses(round('feng', 'zhao'), { code: 'speechExists' })
  })

  it('calls whoever waits, out of turn', () => {
    const story = held({}, asks('zhao'), asks('qian'), calls('qian'))
    expect(story.live).toBe('qian')
    expectOrder(story, 'zhao')
    story.refuses(calls('nobody'), { code: 'notQueued' })
  })
})
