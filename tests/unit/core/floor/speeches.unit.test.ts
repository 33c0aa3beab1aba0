import { describe, expect, it } from 'vitest'
import { id } from '../../../fixtures/ids.ts'
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
  finish,
  firstItem,
  heard,
  held,
  intervenes,
  next,
  notes,
  pause,
  questions,
  raises,
  resume,
  type Story,
  seat,
  signsOut,
  speaks,
  speech,
  takesChair,
  undo,
  unspoken,
  type Who,
} from './floor-meeting.ts'

const main = ({ meeting }: Story) => meeting.floor.speaking
const interposed = ({ meeting }: Story) => meeting.floor.interposed

describe('the floor', () => {
  const waiting = held({}, asks('zhao'), asks('qian'))

  it('is given to whoever waits first, and the place is gone', () => {
    const story = waiting.and(next)
    expect(story.live).toBe('zhao')
    expectOrder(story, 'qian')
  })

  it('has one live speech: starting the next one ends the one that is live', () => {
    const story = waiting.and(next, 40, next)
    expect(story.live).toBe('qian')
    expect(heard(story)).toEqual([['zhao', 40]])
    expectOrder(story)
  })

  it('has one live speech: starting anyone else ends one that is paused, with the time that it had', () => {
    const story = waiting.and(next, 40, pause, 25, calls('qian'), 5)
    expect(story.live).toBe('qian')
    expect(heard(story)).toEqual([['zhao', 40]])
  })

  it('ends a speech and what interrupts it when anyone else starts', () => {
    const story = held({}, asks('zhao'), next, 10, questions('sun'), next, 4, asks('qian'), calls('qian'))
    expect(story.live).toBe('qian')
    expect(interposed(story)).toBeNull()
    expect(heard(story)).toEqual([
      ['sun', 4],
      ['zhao', 10],
    ])
  })

  it('is ended by whoever has it, or by the desk, and by nobody else', () => {
    const story = waiting.and(next, 10)
    const [command] = ends('zhao')
    for (const by of ['zhao', 'feng', 'wang', 'operator'] as const) {
      expect(story.and([command, by]).live).toBeNull()
    }
    story.refuses([command, 'qian'], { code: 'notYourSeat' })
    story.refuses(ends('qian'), { code: 'notSpeaking' })
    story.and(ends('zhao')).refuses(ends('zhao'), { code: 'notSpeaking' })
  })

  it('is given to nobody where nobody waits or no item runs', () => {
    held({}).refuses(next, { code: 'queueEmpty' })
    held({}, finish).refuses(next, { code: 'noItemRuns' })
    held({}, finish).refuses(calls('zhao'), { code: 'noItemRuns' })
  })

  it('is cleared when the item is over: the speech ends, those who wait are told apart', () => {
    const story = waiting.and(next, 10, finish)
    expect(heard(story)).toEqual([['zhao', 10]])
    expect(unspoken(story)).toEqual([['qian', 'itemFinished']])
    expect(story.live).toBeNull()
  })

  it('keeps of a speech who, in which sort, with which stance, when and how long', () => {
    const story = held({}, asks('zhao', { stance: 'against' }), 5, next, 10, pause, 60, resume, 20, ends('zhao'))
    expect(story.meeting.floor.speeches[0]?.entries).toEqual([
      {
        speechId: speech('zhao'),
        seatId: seat('zhao'),
        kind: 'ordinary',
        stance: 'against',
        category: null,
        to: null,
        askedAt: story.now - 95_000,
        startedAt: story.now - 90_000,
        endedAt: story.now,
        spokenMs: 30_000,
        extraSeconds: 0,
        note: null,
        writtenAnswer: null,
        dropped: [],
      },
    ])
  })

  it('lets the scribe keep the 要点 of a speech while it runs and when it is over, and take them back', () => {
    const story = held({}, asks('zhao'), next, 5, notes('zhao', '噪声要小'), 5, ends('zhao'))
    expect(story.meeting.floor.speeches[0]?.entries[0]?.note).toBe('噪声要小')
    const later = story.and(finish, notes('zhao', '夜里要静'))
    expect(later.meeting.floor.speeches[0]?.entries[0]?.note).toBe('夜里要静')
    expect(later.and(notes('zhao', null)).meeting.floor.speeches[0]?.entries[0]?.note).toBeNull()
    story.and(asks('qian')).refuses(notes('qian', '还没说'), { code: 'speechUnknown' })
  })
})

describe('a question', () => {
  const asked = held({}, asks('zhao'), next, 30, questions('sun'), questions('li'), asks('qian'))

  it('is to whoever speaks, and needs somebody who does', () => {
    expect(asked.meeting.floor.queue[0]?.to).toBe(speech('zhao'))
    held({}).refuses(questions('sun'), { code: 'nobodySpeaks' })
    held({}, asks('zhao'), next).refuses(questions('zhao', 'zhao2'), { code: 'ownSpeech' })
  })

  it('to somebody without a name may come from anybody', () => {
    const story = held({ anonymous: true }, asksUnnamed('one'), next, questions('sun'))
    expectOrder(story, 'sun')
  })

  it('pauses the live speech', () => {
    const story = asked.and(next, 12)
    expect(story.live).toBe('sun')
    expect(main(story)).toMatchObject({ speechId: speech('zhao'), runningSince: null, usedMs: 30_000 })
    expectOrder(story, 'li', 'qian')
  })

  it('leaves the speech paused when it ends, until the chair lets it go on', () => {
    const over = asked.and(next, 12, ends('sun'), 20)
    expect(over.live).toBeNull()
    expect(main(over)).toMatchObject({ speechId: speech('zhao'), usedMs: 30_000 })
    const on = over.and(resume, 10, ends('zhao'))
    expect(heard(on)).toEqual([
      ['sun', 12],
      ['zhao', 40],
    ])
  })

  it('is followed by the next question while the speech stays paused', () => {
    const story = asked.and(next, 12, next, 3)
    expect(story.live).toBe('li')
    expect(heard(story)).toEqual([['sun', 12]])
    expect(main(story)).toMatchObject({ speechId: speech('zhao'), runningSince: null, usedMs: 30_000 })
  })

  it('ends with the speech', () => {
    const story = asked.and(next, 12, ends('zhao'))
    expect(story.live).toBeNull()
    expect(heard(story)).toEqual([
      ['sun', 12],
      ['zhao', 30],
    ])
  })

  it('that has not started is dropped when the speech ends, and leaves its trace', () => {
    const story = asked.and(5, ends('zhao'))
    expectOrder(story, 'qian')
    expect(unspoken(story)).toEqual([
      ['sun', 'dropped'],
      ['li', 'dropped'],
    ])
  })

  it('that has not started is dropped too when somebody else is called or the speaker leaves', () => {
    expect(unspoken(asked.and(calls('qian')))).toEqual([
      ['sun', 'dropped'],
      ['li', 'dropped'],
    ])
    expect(unspoken(asked.and(signsOut('zhao')))).toEqual([
      ['sun', 'dropped'],
      ['li', 'dropped'],
    ])
    expect(unspoken(asked.and(finish))).toEqual([
      ['sun', 'dropped'],
      ['li', 'dropped'],
      ['qian', 'itemFinished'],
    ])
  })

  it('drops the answer to it too when it is dropped before it began', () => {
    const story = asked.and(answersTo('sun', 'zhao', 'a1'), ends('zhao'))
    expectOrder(story, 'qian')
    expect(
      unspoken(story)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['a1', 'li', 'sun'])
  })

  it('to a paused speech interrupts it as well', () => {
    const story = held({}, asks('zhao'), next, 30, pause, questions('sun'), 10, next, 7, ends('sun'))
    expect(main(story)).toMatchObject({ runningSince: null, usedMs: 30_000 })
    expect(heard(story)).toEqual([['sun', 7]])
  })

  it('that was put back and is called while somebody else speaks interrupts nobody: it was not put to him', () => {
    const both = held({}, asks('zhao'), next, 30, questions('sun'), next, 5, ends('zhao'), undo, undo)
    const story = both.and(asks('qian'), calls('qian'), 10, calls('sun'))
    expect(main(story)?.speechId).toBe(speech('sun'))
    expect(heard(story)).toEqual([['qian', 10]])
  })

  it('itself is paused and goes on, is extended and ended like any speech', () => {
    const story = asked.and(next, 5, pause, 60, resume, 5, extend(30))
    expect(story.live).toBe('sun')
    expect(interposed(story)).toMatchObject({ limitSeconds: 150, usedMs: 5000 })
    expect(main(story)).toMatchObject({ limitSeconds: 120, runningSince: null })
  })

  it('whose person leaves ends, and the speech stays paused', () => {
    const story = asked.and(next, 5, signsOut('sun'))
    expect(story.live).toBeNull()
    expect(main(story)).toMatchObject({ speechId: speech('zhao'), usedMs: 30_000 })
    expect(heard(story)).toEqual([['sun', 5]])
  })
})

describe('the answer to a question', () => {
  const questioned = held({}, asks('zhao'), next, 30, questions('sun'), next, 5, answersTo('sun', 'zhao', 'a1'))

  it('ends the question and keeps the speech paused', () => {
    const story = questioned.and(next, 8)
    expect(story.live).toBe('a1')
    expect(heard(story)).toEqual([['sun', 5]])
    expect(main(story)).toMatchObject({ speechId: speech('zhao'), usedMs: 30_000, runningSince: null })
  })

  it('pauses the speech again when that goes on already', () => {
    const story = questioned.and(ends('sun'), resume, 10, next, 8, ends('a1'))
    expect(main(story)).toMatchObject({ speechId: speech('zhao'), usedMs: 40_000, runningSince: null })
    expect(heard(story)).toEqual([
      ['sun', 5],
      ['a1', 8],
    ])
  })

  it('that is called before its question interrupts the speech all the same', () => {
    const story = held({}, asks('zhao'), next, 30, questions('sun'), answersTo('sun', 'dept', 'a1'), calls('a1'))
    expect(story.live).toBe('a1')
    expect(main(story)).toMatchObject({ speechId: speech('zhao'), runningSince: null })
  })

  it('is a speech of its own when the speech that was asked about is over', () => {
    const story = questioned.and(ends('zhao'), asks('qian'), calls('qian'), 5, next)
    expect(story.live).toBe('a1')
    expect(main(story)?.speechId).toBe(speech('a1'))
    expect(heard(story).map(([name]) => name)).toEqual(['sun', 'zhao', 'qian'])
  })

  it('to an intervention ends what is live', () => {
    const story = held({}, intervenes('qian'), next, 10, answersTo('qian', 'dept', 'a1'), next, 3)
    expect(main(story)?.speechId).toBe(speech('a1'))
    expect(heard(story)).toEqual([['qian', 10]])
  })
})

describe('an intervention and a point of order', () => {
  it('end a live speech when they start: only a question interrupts', () => {
    const live = held({}, asks('zhao'), next, 10)
    expect(heard(live.and(intervenes('sun'), next))).toEqual([['zhao', 10]])
    expect(heard(live.and(raises('sun', '规则'), next))).toEqual([['zhao', 10]])
  })
})

describe('部门答题', () => {
  it('is called by the chair out of the queue, and recorded as such', () => {
    const story = held({}, asks('zhao'), next, 10, asks('qian'), department('dept', 'reply'))
    expect(main(story)).toMatchObject({ kind: 'departmentAnswer', seatId: seat('dept'), to: null, stance: null })
    expect(heard(story)).toEqual([['zhao', 10]])
    expectOrder(story, 'qian')
    const over = story.and(25, ends('reply'))
    expect(over.meeting.floor.speeches[0]?.entries[1]).toMatchObject({ kind: 'departmentAnswer', spokenMs: 25_000 })
  })

  it('is nothing that can be asked for', () => {
    const story = held({}, department('dept', 'reply'))
    story.refuses(department('dept', 'reply'), { code: 'speechExists' })
    held({}).refuses(department('wang', 'reply'), { code: 'chairMustHandOver' })
    held({}, finish).refuses(department('dept', 'reply'), { code: 'noItemRuns' })
  })

  it('may carry a written answer, given by the department itself or entered by the desk', () => {
    const attach = (text: string | null, by: Who) =>
      act({ type: 'attachWrittenAnswer', data: { speechId: speech('reply'), text } }, by)
    const live = held({}, department('dept', 'reply'), attach('已列入计划', 'dept'))
    expect(main(live)?.writtenAnswer).toBe('已列入计划')
    live.refuses(attach('不对', 'zhao'), { code: 'notYourSeat' })
    const over = live.and(10, ends('reply'))
    expect(over.meeting.floor.speeches[0]?.entries[0]?.writtenAnswer).toBe('已列入计划')
    over.answers(attach('三月完工', 'feng'), {
      type: 'writtenAnswerAttached',
      data: { speechId: speech('reply'), text: '三月完工', enteredBy: seat('feng') },
    })
    expect(over.and(attach(null, 'feng')).meeting.floor.speeches[0]?.entries[0]?.writtenAnswer).toBeNull()
  })

  it('and the answer to a question alone carry one', () => {
    const attach = (name: string) =>
      act({ type: 'attachWrittenAnswer', data: { speechId: speech(name), text: '已列入计划' } }, 'feng')
    const story = held({}, ...speaks('zhao', 5), ...speaks('sun', 5, { kind: 'intervention' }))
    story.refuses(attach('zhao'), { code: 'notAnAnswer' })
    story.refuses(attach('sun'), { code: 'notAnAnswer' })
    story.refuses(attach('nobody'), { code: 'speechUnknown' })
    const answered = story.and(answersTo('sun', 'dept', 'a1'), next, attach('a1'))
    expect(main(answered)?.writtenAnswer).toBe('已列入计划')
  })
})

describe('the chair who wants to speak', () => {
  const names = (who: Who, by: Who = 'wang') =>
    act({ type: 'nameStandIn', data: { seatId: seat(who), speechId: speech('chairs'), stance: 'for' } }, by)

  it('cannot be put into the queue', () => {
    const story = held({ policy: 'round' })
    story.refuses(asks('wang'), { code: 'chairMustHandOver' })
    story.refuses(asks('wang', { by: 'feng' }), { code: 'chairMustHandOver' })
    story.refuses(raises('wang', '规则'), { code: 'chairMustHandOver' })
  })

  it('names a stand-in first: in one act the chair goes over and the former chair waits', () => {
    const story = held({}, asks('qian'))
    story.answers(
      names('zhao'),
      { type: 'chairHandedOver', data: { seatId: seat('zhao'), standsInFor: seat('wang') } },
      {
        type: 'floorRequested',
        data: {
          speechId: speech('chairs'),
          seatId: seat('wang'),
          kind: 'ordinary',
          stance: 'for',
          category: null,
          to: null,
          at: story.now,
          enteredBy: null,
        },
      },
    )
    const named = story.and(names('zhao'))
    expectOrder(named, 'qian', 'chairs')
    expect(named.meeting).toMatchObject({ chair: seat('zhao'), standsInFor: seat('wang') })
  })

  it('keeps the chair when nothing comes of it', () => {
    held({}).refuses(names('he'), { code: 'standInNotHere' })
    held({}).refuses(names('dept'), { code: 'handOverToOnlooker' })
    held({}).refuses(names('wang'), { code: 'alreadyInOffice' })
    held({}, asks('zhao', { as: 'chairs' })).refuses(names('qian'), { code: 'speechExists' })
    held({}, finish).refuses(names('zhao'), { code: 'noItemRuns' })
  })

  it('takes the places and the floor from the stand-in, who is neutral now', () => {
    const story = held({}, asks('zhao'), next, 10, asks('zhao', { as: 'zhao2' }), names('zhao'))
    expect(story.live).toBeNull()
    expect(heard(story)).toEqual([['zhao', 10]])
    expectOrder(story, 'chairs')
    story.refuses(asks('zhao', { as: 'zhao3' }), { code: 'chairMustHandOver' })
  })

  it('gets in even where the list is closed', () => {
    const story = held({}, act({ type: 'closeQueue', data: {} }), names('zhao'))
    expectOrder(story, 'chairs')
  })

  it('is bound by the number of speeches and by the stance like anybody', () => {
    const once = held({ times: 1 }, takesChair('qian'), ...speaks('wang', 5, { by: 'qian' }).map(byQian))
    const back = once.and(act({ type: 'handOverChair', data: { seatId: seat('wang') } }, 'qian'))
    back.refuses(names('zhao'), { code: 'spokenEnough', times: 1 })
    const silent = act({
      type: 'nameStandIn',
      data: { seatId: seat('zhao'), speechId: speech('chairs'), stance: null },
    })
    held({ stanceRequired: true }).refuses(silent, { code: 'stanceNeeded' })
  })

  it('stays the one for whom the chair is held, also when the stand-in names another one', () => {
    const first = held({}, names('zhao'))
    const nameQian = { seatId: seat('qian'), speechId: speech('zhaospeaks'), stance: 'for' } as const
    const second = first.and(act({ type: 'nameStandIn', data: nameQian }, 'zhao'))
    expect(second.meeting).toMatchObject({ chair: seat('qian'), standsInFor: seat('wang') })
    const backToWang = { seatId: seat('wang'), speechId: speech('qianspeaks'), stance: 'for' } as const
    const third = second.and(act({ type: 'nameStandIn', data: backToWang }, 'qian'))
    expect(third.meeting).toMatchObject({ chair: seat('wang'), standsInFor: null })
  })

  it('is given the chair back, and with it the floor ends and no places are left', () => {
    const speaking = held({}, names('zhao'), act({ type: 'callNextSpeaker', data: {} }, 'zhao'), 15)
    expect(speaking.live).toBe('chairs')
    const back = speaking.and(act({ type: 'handOverChair', data: { seatId: seat('wang') } }, 'zhao'))
    expect(back.meeting).toMatchObject({ chair: seat('wang'), standsInFor: null })
    expect(back.live).toBeNull()
    expect(heard(back)).toEqual([['chairs', 15]])
  })
})

/** The same step, sent by whoever has the chair meanwhile. */
const byQian = (step: ReturnType<typeof speaks>[number]): ReturnType<typeof speaks>[number] =>
  typeof step === 'number' ? step : [step[0], 'qian']

describe('a request that was meant for another item', () => {
  it('joins no queue', () => {
    const [command] = asks('zhao')
    const meant = (itemId: typeof firstItem) =>
      ({ type: 'requestFloor', data: { ...command.data, itemId } }) as typeof command
    held({}).refuses([meant(id.item('second0')), 'zhao'], { code: 'askedForAnotherItem' })
    expectOrder(held({}, [meant(firstItem), 'zhao']), 'zhao')
  })
})
