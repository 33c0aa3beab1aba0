import { describe, expect, it } from 'vitest'
import { placeReasonText } from '../../../../shared/wording/speech-words.ts'
import {
  act,
  answersTo,
  asks,
  calls,
  codesFor,
  department,
  ends,
  expectOrder,
  extend,
  finish,
  heard,
  held,
  intervenes,
  next,
  notes,
  pause,
  questions,
  raises,
  reorders,
  resume,
  round,
  seat,
  sets,
  signsOut,
  speaks,
  speech,
  start,
  takesChair,
  undo,
  unspoken,
  withdraws,
} from './floor-meeting.ts'

describe('undo', () => {
  it('puts the last ended speaker back at the head, before every class', () => {
    const story = held({}, ...speaks('zhao', 40), raises('sun', '规则'), intervenes('li'), undo)
    expectOrder(story, 'zhao', 'li', 'sun')
    expect(codesFor(story, 'zhao')).toEqual(['restored'])
    expect(placeReasonText(story.reasonsFor('zhao'))).toBe('刚才没说完，先说')
    expect(heard(story)).toEqual([])
  })

  it('keeps the time used: the speech goes on with the rest, and ends with all of it', () => {
    const story = held({}, ...speaks('zhao', 40), 300, undo, 20, next)
    expect(story.meeting.floor.speaking).toMatchObject({ limitSeconds: 120, usedMs: 40_000 })
    expect(heard(story.and(30, ends('zhao')))).toEqual([['zhao', 70]])
  })

  it('keeps what was granted on top, the 要点, the stance and the time of asking', () => {
    const before = held({}, asks('zhao', { stance: 'for' }), 9, next, 40, extend(30), notes('zhao', '噪声要小'))
    const story = before.and(ends('zhao'), 5, undo, 3, next)
    const { askedAt, note, stance, limitSeconds, extraSeconds } = story.meeting.floor.speaking ?? {}
    expect({ note, stance, limitSeconds, extraSeconds }).toEqual({
      note: '噪声要小',
      stance: 'for',
      limitSeconds: 150,
      extraSeconds: 30,
    })
    expect(askedAt).toBe(before.now - 49_000)
    expect(story.and(ends('zhao')).meeting.floor.speeches[0]?.entries[0]?.extraSeconds).toBe(30)
  })

  it('keeps a written answer', () => {
    const attach = act({ type: 'attachWrittenAnswer', data: { speechId: speech('reply'), text: '已列入计划' } })
    const story = held({}, department('dept', 'reply'), attach, 20, ends('reply'), undo, next)
    expect(story.meeting.floor.speaking).toMatchObject({ kind: 'departmentAnswer', writtenAnswer: '已列入计划' })
  })

  it('brings back the questions that were dropped with the speech', () => {
    const story = held(
      {},
      asks('zhao'),
      next,
      30,
      questions('sun'),
      asks('qian'),
      questions('li'),
      answersTo('sun', 'zhao', 'a1'),
      ends('zhao'),
    )
    expect(unspoken(story)).toHaveLength(3)
    const undone = story.and(undo)
    expectOrder(undone, 'zhao', 'sun', 'a1', 'li', 'qian')
    expect(unspoken(undone)).toEqual([])
    const asked = undone.and(next, 5, next)
    expect(asked.live).toBe('sun')
    expect(asked.meeting.floor.speaking).toMatchObject({ usedMs: 35_000, runningSince: null })
  })

  it('of a slip of 下一位 returns whoever was called to where he waited', () => {
    const before = held({ policy: 'arrival' }, asks('zhao'), next, asks('qian'), 1, asks('sun'), 1, asks('li'), 30)
    expectOrder(before.and(next, 2, undo), 'zhao', 'qian', 'sun', 'li')
    expectOrder(before.and(calls('sun'), 2, undo), 'zhao', 'qian', 'sun', 'li')
    expect(before.and(next, 2, undo).live).toBeNull()
  })

  it('leaves whoever was called long ago on the floor, and only puts back the speaker before', () => {
    const story = held({ policy: 'arrival' }, asks('zhao'), next, asks('qian'), asks('sun'), 30, next)
    expectOrder(story.and(30, undo), 'zhao', 'qian', 'sun')
    const late = story.and(31, undo)
    expectOrder(late, 'zhao', 'sun')
    expect(late.live).toBe('qian')
  })

  it('brings back no question of somebody who has left since', () => {
    const story = held({}, asks('zhao'), next, 10, questions('sun'), questions('li'), ends('zhao'), signsOut('sun'))
    const undone = story.and(undo)
    expectOrder(undone, 'zhao', 'li')
    expect(unspoken(undone)).toEqual([['sun', 'left']])
  })

  it('of a slip returns whoever was called to where he waited, though others asked in the same instant', () => {
    const before = held({ policy: 'round' }, round('feng', 'zhao', 'qian', 'sun', 'li'), next, 30)
    expectOrder(before.and(next, 2, undo), 'zhao', 'qian', 'sun', 'li')
    expectOrder(before.and(calls('sun'), 2, undo), 'zhao', 'qian', 'sun', 'li')
  })

  it('of a slip keeps the few seconds of whoever was called, and the place made by hand', () => {
    const before = held(
      { policy: 'arrival' },
      asks('zhao'),
      next,
      30,
      asks('qian'),
      asks('sun'),
      reorders(['sun', 'qian']),
    )
    const undone = before.and(next, 2, undo)
    expectOrder(undone, 'zhao', 'sun', 'qian')
    const later = undone.and(next, 10, ends('zhao'), next, 5)
    expect(later.live).toBe('sun')
    expect(later.meeting.floor.speaking).toMatchObject({ usedMs: 2000 })
    expect(heard(later.and(ends('sun')))).toEqual([
      ['zhao', 40],
      ['sun', 7],
    ])
  })

  it('of a slip returns somebody who was at the head by an earlier undo to the head', () => {
    const before = held(
      { policy: 'freshFirst' },
      ...speaks('zhao', 30),
      5,
      asks('qian'),
      next,
      5,
      undo,
      raises('sun', '规则'),
    )
    expectOrder(before, 'zhao', 'sun')
    expectOrder(before.and(next, 2, undo), 'qian', 'zhao', 'sun')
  })

  it('puts an answer at the head too that was called before its question or intervention', () => {
    const story = held({}, intervenes('qian'), answersTo('qian', 'dept', 'a1'), calls('a1'), 5, ends('a1'), undo)
    expectOrder(story, 'a1', 'qian')
  })

  it('leaves whoever was called later on the floor', () => {
    const story = held({}, ...speaks('zhao', 30), 5, asks('qian'), next, 10, undo)
    expect(story.live).toBe('qian')
    expectOrder(story, 'zhao')
    expect(story.meeting.floor.speaking).toMatchObject({ speechId: speech('qian') })
  })

  it('goes further back when it is done again', () => {
    const story = held({}, ...speaks('zhao', 30), ...speaks('qian', 20), undo)
    expectOrder(story, 'qian')
    expectOrder(story.and(undo), 'zhao', 'qian')
    story.and(undo).refuses(undo, { code: 'nothingToUndo' })
  })

  it('of a question puts it back before the others, and the speech that it interrupts stays paused', () => {
    const story = held({}, asks('zhao'), next, 30, questions('sun'), questions('li'), next, 5, ends('sun'), undo)
    expectOrder(story, 'sun', 'li')
    expect(story.meeting.floor.speaking).toMatchObject({ speechId: speech('zhao'), usedMs: 30_000 })
    const again = story.and(next, 2)
    expect(again.live).toBe('sun')
    expect(again.meeting.floor.interposed).toMatchObject({ usedMs: 5000 })
  })

  it('restores whose turn it was: the speech does not count any more', () => {
    const story = held({ policy: 'freshFirst', times: 2 }, ...speaks('zhao', 30), undo, withdraws('zhao'))
    expectOrder(story.and(asks('qian'), asks('zhao', { as: 'zhao2' })), 'qian', 'zhao2')
  })

  it('lets whoever was put back ask anew, as whoever speaks may', () => {
    const story = held({ policy: 'arrival' }, ...speaks('zhao', 30), undo, asks('qian'), asks('zhao', { as: 'zhao2' }))
    expectOrder(story, 'zhao', 'qian', 'zhao2')
    story.refuses(asks('zhao', { as: 'zhao3' }), { code: 'alreadyQueued' })
  })

  it('reaches no speech of another item, and none where no item runs', () => {
    held({}, ...speaks('zhao', 30), finish).refuses(undo, { code: 'noItemRuns' })
    held({}, ...speaks('zhao', 30), finish, start()).refuses(undo, { code: 'nothingToUndo' })
    held({}).refuses(undo, { code: 'nothingToUndo' })
  })

  it('puts nobody back who has left', () => {
    held({}, asks('zhao'), next, 30, signsOut('zhao')).refuses(undo, { code: 'lastIsGone' })
  })

  it('puts nobody back who has the chair', () => {
    const story = held({}, ...speaks('zhao', 30), takesChair('zhao'))
    story.refuses(act({ type: 'undoSpeech', data: {} }, 'zhao'), { code: 'lastIsGone' })
  })

  it('restores the state before the end, but for the time and the place', () => {
    const before = held({}, asks('zhao'), next, 30, questions('sun'), asks('qian'), notes('zhao', '要点'), pause)
    const after = before.and(ends('zhao'), 60, undo, next, pause)
    const said = ({ meeting }: typeof before) => {
      const { askedAt, limitSeconds, note, runningSince, speechId, usedMs } = meeting.floor.speaking ?? {}
      return { askedAt, limitSeconds, note, runningSince, speechId, usedMs }
    }
    expect(said(after)).toEqual(said(before))
    expect(after.order).toEqual(before.order)
    expect(after.meeting.floor.speeches).toEqual(before.meeting.floor.speeches)
    expect(after.meeting.floor.unspoken).toEqual(before.meeting.floor.unspoken)
  })
})

describe('an order made by hand', () => {
  const waiting = held({ policy: 'freshFirst' }, asks('zhao'), asks('qian'), asks('sun'))

  it('counts instead of the policy, and says so', () => {
    const story = waiting.and(reorders(['sun', 'zhao', 'qian']))
    expectOrder(story, 'sun', 'zhao', 'qian')
    expect(placeReasonText(story.reasonsFor('sun'))).toBe('主持人排定')
    expect(story.and(next).live).toBe('sun')
  })

  it('that leaves out a waiting place is refused whole', () => {
    waiting.refuses(reorders(['sun', 'zhao']), { code: 'orderIncomplete' })
    waiting.refuses(reorders([]), { code: 'orderIncomplete' })
  })

  it('that names a place twice is refused whole', () => {
    waiting.refuses(reorders(['sun', 'zhao', 'zhao']), { code: 'orderIncomplete' })
    waiting.refuses(reorders(['sun', 'zhao', 'qian', 'qian']), { code: 'orderIncomplete' })
  })

  it('that names a place that is not there is refused whole', () => {
    waiting.refuses(reorders(['sun', 'zhao', 'li']), { code: 'orderIncomplete' })
    waiting.refuses(reorders(['sun', 'zhao', 'qian', 'li']), { code: 'orderIncomplete' })
  })

  it('that was made before somebody came, was called or withdrew is refused whole', () => {
    const stale = reorders(['sun', 'zhao', 'qian'])
    waiting.and(asks('li')).refuses(stale, { code: 'orderIncomplete' })
    waiting.and(next).refuses(stale, { code: 'orderIncomplete' })
    waiting.and(withdraws('sun')).refuses(stale, { code: 'orderIncomplete' })
  })

  it('keeps the classes and the ranks: another order is refused whole', () => {
    const story = held({}, asks('zhao'), asks('qian'), raises('sun', '事实'), raises('li', '规则'), intervenes('zhou'))
    story.refuses(reorders(['zhou', 'li', 'zhao', 'sun', 'qian']), { code: 'orderAgainstClasses' })
    story.refuses(reorders(['li', 'zhou', 'sun', 'qian', 'zhao']), { code: 'orderAgainstClasses' })
    story.refuses(reorders(['zhou', 'sun', 'li', 'qian', 'zhao']), { code: 'orderAgainstClasses' })
    expectOrder(story.and(reorders(['zhou', 'li', 'sun', 'qian', 'zhao'])), 'zhou', 'li', 'sun', 'qian', 'zhao')
  })

  it('leaves an answer behind its question, and whoever was put back at the head', () => {
    const story = held({}, asks('zhao'), next, questions('sun'), questions('li'), answersTo('sun', 'zhao', 'a1'))
    story.refuses(reorders(['li', 'a1', 'sun']), { code: 'orderAgainstClasses' })
    expectOrder(story.and(reorders(['li', 'sun', 'a1'])), 'li', 'sun', 'a1')
    const undone = held({}, ...speaks('zhao', 30), asks('qian'), asks('sun'), undo)
    undone.refuses(reorders(['sun', 'zhao', 'qian']), { code: 'orderAgainstClasses' })
    expectOrder(undone.and(reorders(['zhao', 'sun', 'qian'])), 'zhao', 'sun', 'qian')
  })

  it('orders points of order of one rank, interventions and questions too', () => {
    const story = held(
      {},
      asks('zhou'),
      next,
      raises('zhao', '事实'),
      raises('qian', '秩序'),
      intervenes('sun'),
      intervenes('li'),
    )
    expectOrder(story.and(reorders(['li', 'sun', 'qian', 'zhao'])), 'li', 'sun', 'qian', 'zhao')
  })

  it('lets whoever asks later stand behind, by the policy among themselves', () => {
    const story = held(
      { policy: 'freshFirst' },
      ...speaks('zhao', 30),
      ...speaks('qian', 30),
      asks('zhao', { as: 'zhao2' }),
      asks('sun'),
      reorders(['zhao2', 'sun']),
      asks('qian', { as: 'qian2' }),
      asks('li'),
    )
    expectOrder(story, 'zhao2', 'sun', 'li', 'qian2')
    expect(codesFor(story, 'li')).toEqual(['fresh'])
  })

  it('is taken back as a whole: the rules alone count again', () => {
    const story = waiting.and(reorders(['sun', 'zhao', 'qian']), reorders(null))
    expectOrder(story, 'zhao', 'qian', 'sun')
    expect(codesFor(story, 'sun')).toEqual(['fresh'])
  })

  it('ends with the item', () => {
    const story = waiting.and(reorders(['sun', 'zhao', 'qian']), finish)
    expect(story.meeting.floor.handOrder).toBeNull()
    story.refuses(reorders(null), { code: 'noItemRuns' })
  })

  it('holds while others speak, and under other rules for the item', () => {
    const story = waiting.and(reorders(['sun', 'qian', 'zhao']), sets({ policy: 'alternate' }), next, 5)
    expectOrder(story, 'qian', 'zhao')
    expectOrder(story.and(ends('sun'), asks('sun', { as: 'sun2' }), next), 'zhao', 'sun2')
  })
})

describe('the time that somebody has used', () => {
  it('goes on from a pause as from an undo', () => {
    const story = held({}, asks('zhao'), next, 30, pause, 100, resume, 10, ends('zhao'), 50, undo, 60, next, 5)
    expect(heard(story.and(ends('zhao')))).toEqual([['zhao', 45]])
    expect(story.meeting.floor.speaking?.seatId).toBe(seat('zhao'))
  })
})
