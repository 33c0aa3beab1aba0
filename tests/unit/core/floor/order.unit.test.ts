import { describe, expect, it } from 'vitest'
import { placeReasonText } from '../../../../shared/wording/speech-words.ts'
import {
  answersTo,
  asks,
  asksUnnamed,
  calls,
  codesFor,
  ends,
  expectOrder,
  finish,
  held,
  intervenes,
  next,
  passes,
  questions,
  raises,
  resume,
  round,
  speaks,
  start,
  undo,
} from './floor-meeting.ts'

describe('the classes of the queue', () => {
  const all = held(
    {},
    asks('zhao'),
    next,
    asks('qian'),
    raises('sun', '事实'),
    intervenes('li'),
    questions('zhou'),
    answersTo('zhou', 'dept', 'reply'),
  )

  it('a question comes before an intervention, that before a point of order, that before an ordinary request', () => {
    expectOrder(all, 'zhou', 'reply', 'li', 'sun', 'qian')
  })

  it('keep their order whatever the order policy is', () => {
    for (const policy of ['arrival', 'freshFirst', 'alternate', 'round'] as const) {
      const story = held(
        { policy },
        ...speaks('sun', 30),
        ...speaks('zhou', 30),
        ...speaks('li', 30),
        asks('zhao'),
        next,
        asks('qian'),
        raises('sun', '事实', 'sun2'),
        intervenes('li', 'li2'),
        questions('zhou', 'zhou2'),
      )
      expectOrder(story, 'zhou2', 'li2', 'sun2', 'qian')
    }
  })

  it('several of one class stand in the order of asking', () => {
    const story = held(
      {},
      asks('zhao'),
      next,
      questions('sun'),
      questions('li'),
      intervenes('qian'),
      intervenes('zhou'),
    )
    expectOrder(story, 'sun', 'li', 'qian', 'zhou')
  })

  it('name themselves as the reason for a place', () => {
    expect(codesFor(all, 'zhou')).toEqual(['question'])
    expect(codesFor(all, 'reply')).toEqual(['answer'])
    expect(codesFor(all, 'li')).toEqual(['intervention'])
    expect(all.reasonsFor('sun')).toEqual([{ code: 'pointOfOrder', category: '事实' }])
    expect(placeReasonText(all.reasonsFor('sun'))).toBe('程序问题：事实')
  })
})

describe('points of order', () => {
  it('of a smaller rank come first, whoever asked before', () => {
    expectOrder(held({}, raises('zhao', '秩序'), raises('qian', '规则')), 'qian', 'zhao')
  })

  it('of equal ranks are first come, first served, though their categories differ', () => {
    expectOrder(held({}, raises('zhao', '秩序'), raises('qian', '事实'), raises('sun', '秩序')), 'zhao', 'qian', 'sun')
  })

  it('all count the same where the rules name no categories, and then need none', () => {
    const story = held(
      { pointsOfOrder: [] },
      asks('zhao', { kind: 'pointOfOrder' }),
      asks('li', { kind: 'pointOfOrder' }),
    )
    expectOrder(story, 'zhao', 'li')
    expect(placeReasonText(story.reasonsFor('zhao'))).toBe('程序问题，先处理')
  })

  it('of a category that was done away with come after those that still have one', () => {
    const story = held({ pointsOfOrder: [] }, asks('zhao', { kind: 'pointOfOrder' }))
    expect(story.meeting.floor.queue[0]?.category).toBeNull()
  })

  it('without a category, or with one that nobody knows, are refused where there are categories', () => {
    held({}).refuses(asks('zhao', { kind: 'pointOfOrder' }), { code: 'categoryUnknown' })
    held({}).refuses(raises('zhao', '闲话'), { code: 'categoryUnknown' })
  })
})

describe('到达先后', () => {
  const story = held({ policy: 'arrival' }, ...speaks('zhao', 30), asks('zhao', { as: 'zhao2' }), asks('qian'))

  it('goes by the order of asking, however often somebody has spoken', () => {
    expectOrder(story, 'zhao2', 'qian')
  })

  it('says so', () => {
    expect(placeReasonText(story.reasonsFor('qian'))).toBe('按举手先后')
  })
})

describe('未发言者优先', () => {
  const rules = { policy: 'freshFirst' } as const

  it('lets whoever has not spoken on this item come first', () => {
    const story = held(rules, ...speaks('zhao', 30), asks('zhao', { as: 'zhao2' }), asks('qian'))
    expectOrder(story, 'qian', 'zhao2')
    expect(placeReasonText(story.reasonsFor('qian'))).toBe('本题尚未发言')
    expect(placeReasonText(story.reasonsFor('zhao2'))).toBe('本题已发言 1 次')
  })

  it('then lets fewer speeches come before more, though they took longer', () => {
    const story = held(
      rules,
      ...speaks('zhao', 10),
      ...speaks('zhao', 10, { as: 'zhao2' }),
      ...speaks('qian', 100),
      asks('zhao', { as: 'zhao3' }),
      asks('qian', { as: 'qian2' }),
    )
    expectOrder(story, 'qian2', 'zhao3')
  })

  it('then lets less time come before more', () => {
    const story = held(
      rules,
      ...speaks('zhao', 60),
      ...speaks('qian', 59),
      asks('zhao', { as: 'zhao2' }),
      asks('qian', { as: 'qian2' }),
    )
    expectOrder(story, 'qian2', 'zhao2')
  })

  it('then goes by the order of asking', () => {
    const story = held(
      rules,
      ...speaks('zhao', 60),
      ...speaks('qian', 60),
      asks('qian', { as: 'qian2' }),
      asks('zhao', { as: 'zhao2' }),
      asks('li'),
      asks('sun'),
    )
    expectOrder(story, 'li', 'sun', 'qian2', 'zhao2')
  })

  it('counts whoever speaks now as having spoken', () => {
    expectOrder(held(rules, asks('zhao'), next, asks('zhao', { as: 'zhao2' }), asks('qian')), 'qian', 'zhao2')
  })

  it('does not count questions, interventions, points of order and answers as turns', () => {
    const story = held(
      rules,
      ...speaks('qian', 10, { kind: 'intervention', as: 'qian1' }),
      ...speaks('qian', 10, { kind: 'pointOfOrder', category: '事实', as: 'qian2' }),
      asks('qian', { as: 'qian3' }),
      asks('zhao'),
    )
    expectOrder(story, 'qian3', 'zhao')
  })

  it('forgets at the next item who spoke on the last one', () => {
    const story = held(rules, ...speaks('zhao', 30), finish, start(), asks('zhao', { as: 'zhao2' }), asks('qian'))
    expectOrder(story, 'zhao2', 'qian')
    expect(codesFor(story, 'zhao2')).toEqual(['fresh'])
  })

  it('takes those without a name for people who have not spoken', () => {
    const story = held(
      { ...rules, anonymous: true },
      asksUnnamed('first'),
      next,
      30,
      ends('first'),
      ...speaks('zhao', 30),
      asks('zhao', { as: 'zhao2' }),
      asksUnnamed('second'),
    )
    expectOrder(story, 'second', 'zhao2')
  })
})

describe('正反交替', () => {
  const rules = { policy: 'alternate' } as const

  it('lets whoever has not spoken come before the other side that has', () => {
    const story = held(
      rules,
      ...speaks('zhao', 30, { stance: 'against' }),
      ...speaks('qian', 30, { stance: 'for' }),
      asks('zhao', { as: 'zhao2', stance: 'against' }),
      asks('sun', { stance: 'for' }),
    )
    expectOrder(story, 'sun', 'zhao2')
  })

  it('lets the side opposite to the last ordinary speaker come first among those who have not spoken', () => {
    const story = held(
      rules,
      asks('zhao', { stance: 'for' }),
      next,
      asks('qian', { stance: 'for' }),
      asks('sun', { stance: 'addition' }),
      asks('li', { stance: 'against' }),
    )
    expectOrder(story, 'li', 'qian', 'sun')
    expect(placeReasonText(story.reasonsFor('li'))).toBe('本题尚未发言，与上一位意见相反')
    expect(placeReasonText(story.reasonsFor('qian'))).toBe('本题尚未发言')
  })

  it('lets the opposite side come first among those who have spoken too, before fewer speeches', () => {
    const story = held(
      rules,
      ...speaks('zhao', 10, { stance: 'against' }),
      ...speaks('zhao', 10, { as: 'zhao2', stance: 'against' }),
      ...speaks('qian', 10, { stance: 'for' }),
      asks('qian', { as: 'qian2', stance: 'for' }),
      asks('zhao', { as: 'zhao3', stance: 'against' }),
    )
    expectOrder(story, 'zhao3', 'qian2')
  })

  it('takes turns: after each speech the other side is first', () => {
    const waiting = held(
      rules,
      asks('zhao', { stance: 'for' }),
      asks('qian', { stance: 'for' }),
      asks('sun', { stance: 'against' }),
      asks('li', { stance: 'against' }),
    )
    expectOrder(waiting, 'zhao', 'qian', 'sun', 'li')
    expectOrder(waiting.and(next), 'sun', 'li', 'qian')
    expectOrder(waiting.and(next, next), 'qian', 'li')
  })

  it('is not moved by the stance of a point of order or an intervention', () => {
    const story = held(
      rules,
      ...speaks('zhao', 10, { stance: 'for' }),
      ...speaks('qian', 10, { kind: 'intervention', stance: 'against' }),
      asks('sun', { stance: 'for' }),
      asks('li', { stance: 'against' }),
    )
    expectOrder(story, 'li', 'sun')
  })

  it('goes by fewer speeches, then less time, then the order of asking where the stances do not decide', () => {
    const story = held(
      rules,
      ...speaks('zhao', 10),
      ...speaks('zhao', 10, { as: 'zhao2' }),
      ...speaks('qian', 40),
      ...speaks('sun', 30),
      ...speaks('li', 30),
      asks('zhao', { as: 'zhao3' }),
      asks('qian', { as: 'qian2' }),
      asks('li', { as: 'li2' }),
      asks('sun', { as: 'sun2' }),
    )
    expectOrder(story, 'li2', 'sun2', 'qian2', 'zhao3')
  })
})

describe('轮流', () => {
  const rules = { policy: 'round' } as const

  it('lets nobody speak again before all who wait have spoken once', () => {
    const story = held(rules, ...speaks('zhao', 10), asks('zhao', { as: 'zhao2' }), asks('qian'), asks('sun'))
    expectOrder(story, 'qian', 'sun', 'zhao2')
    expect(placeReasonText(story.reasonsFor('qian'))).toBe('本轮还没说')
  })

  it('keeps the order of the circle in every round, however long anybody spoke', () => {
    const story = held(
      rules,
      ...speaks('zhao', 90),
      ...speaks('qian', 10),
      asks('zhao', { as: 'zhao2' }),
      asks('qian', { as: 'qian2' }),
    )
    expectOrder(story, 'zhao2', 'qian2')
  })

  it('lets somebody pass: the turn is taken, and the name goes behind those who have not had theirs', () => {
    const story = held(rules, round('feng', 'zhao', 'qian', 'sun'), passes('zhao', 'zhao'))
    expectOrder(story, 'qian', 'sun')
    expectOrder(story.and(asks('zhao', { as: 'zhao2' }), asks('li')), 'qian', 'sun', 'li', 'zhao2')
  })

  it('does not tell whoever passed that he has spoken 0 times', () => {
    const story = held(rules, asks('zhao'), passes('zhao'), asks('zhao', { as: 'zhao2' }))
    expect(placeReasonText(story.reasonsFor('zhao2'))).not.toContain('0')
  })

  it('knows no passing of anything but an ordinary turn, and none under another policy', () => {
    held(rules, intervenes('zhao')).refuses(passes('zhao', 'zhao'), { code: 'noRound' })
    held({ policy: 'arrival' }, asks('zhao')).refuses(passes('zhao', 'zhao'), { code: 'noRound' })
    held(rules, asks('zhao')).refuses(passes('zhao', 'qian'), { code: 'notYourSeat' })
    held(rules).refuses(passes('zhao', 'zhao'), { code: 'notQueued' })
  })
})

describe('an answer', () => {
  const asked = held({}, asks('zhao'), next, questions('sun'), questions('li'), intervenes('qian'), intervenes('zhou'))

  it('sits directly behind the question or the intervention that waits', () => {
    const story = asked.and(answersTo('sun', 'zhao', 'a1'), answersTo('qian', 'dept', 'a2'))
    expectOrder(story, 'sun', 'a1', 'li', 'qian', 'a2', 'zhou')
  })

  it('is next once its question is live', () => {
    const story = asked.and(calls('sun'), answersTo('sun', 'zhao', 'a1'), answersTo('qian', 'dept', 'a2'))
    expectOrder(story, 'a1', 'li', 'qian', 'a2', 'zhou')
  })

  it('is next once its question is over', () => {
    const story = asked.and(calls('sun'), 5, ends('sun'), answersTo('sun', 'zhao', 'a1'))
    expectOrder(story, 'a1', 'li', 'qian', 'zhou')
    expectOrder(
      asked.and(calls('sun'), 5, ends('sun'), resume, answersTo('sun', 'zhao', 'a1')),
      'a1',
      'li',
      'qian',
      'zhou',
    )
  })

  it('is first of the interventions once its intervention is live or over', () => {
    const live = held({}, intervenes('qian'), next, intervenes('zhou'), raises('li', '规则'))
    expectOrder(live.and(answersTo('qian', 'dept', 'a1')), 'a1', 'zhou', 'li')
    expectOrder(live.and(ends('qian'), answersTo('qian', 'dept', 'a1')), 'a1', 'zhou', 'li')
  })

  it('to an intervention that is over still stands behind a question', () => {
    const story = held({}, ...speaks('qian', 10, { kind: 'intervention' }), answersTo('qian', 'dept', 'a1'))
    expectOrder(story.and(asks('zhao'), calls('zhao'), questions('sun')), 'sun', 'a1')
  })

  it('follows its question to the head when that is put back by an undo', () => {
    const story = asked.and(calls('sun'), 5, ends('sun'), answersTo('sun', 'zhao', 'a1'), undo)
    expectOrder(story, 'sun', 'a1', 'li', 'qian', 'zhou')
  })

  it('is for a question or an intervention, and for nothing else', () => {
    const story = held({}, asks('zhao'), next, asks('qian'), raises('li', '事实'))
    for (const to of ['zhao', 'qian', 'li', 'nobody']) {
      story.refuses(answersTo(to, 'sun', 'a1'), { code: 'nothingToAnswer' })
    }
    story.refuses(asks('sun', { as: 'a1', kind: 'answer' }), { code: 'nothingToAnswer' })
  })
})
