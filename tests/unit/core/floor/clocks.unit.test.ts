import { describe, expect, it } from 'vitest'
import { plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import { speakingRules } from '../../../../shared/formats/speaking-rules.ts'
import { deadline, spokenMs } from '../../../../shared/meeting/floor/clock.ts'
import { timePlan } from '../../../../shared/meeting/time-plan.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import {
  act,
  answersTo,
  asks,
  calls,
  ends,
  expectOrder,
  extend,
  finish,
  firstItem,
  heard,
  held,
  next,
  pause,
  questions,
  resume,
  type Story,
  secondItem,
  sets,
  speaks,
  start,
  timesOut,
  undo,
} from './floor-meeting.ts'

const speaking = ({ meeting }: Story) => meeting.floor.speaking
const plan = ({ meeting, now }: Story) => timePlan(meeting, now)
const minutes = (count: number) => count * 60_000
const planItem = (itemId: typeof firstItem, count: number | null) =>
  act({ type: 'planItem', data: { itemId, minutes: count } })
const planMeeting = (count: number | null) => act({ type: 'planMeeting', data: { minutes: count } })

describe('the limit of a speech', () => {
  it('is the one of the meeting', () => {
    expect(speaking(held({ seconds: 180 }, asks('zhao'), next))?.limitSeconds).toBe(180)
  })

  it('is the one of the item where that has its own', () => {
    const story = held({ seconds: 180 }, sets({}, firstItem, 60), asks('zhao'), next)
    expect(speaking(story)?.limitSeconds).toBe(60)
    expect(speaking(story.and(finish, start(), asks('qian'), next))?.limitSeconds).toBe(180)
  })

  it('of a speech that runs stays as it was when it began', () => {
    expect(speaking(held({}, asks('zhao'), next, sets({}, firstItem, 60)))?.limitSeconds).toBe(120)
  })

  it('warns 30 seconds before the end with a sound and ends nothing by itself, unless it is set otherwise', () => {
    const parsed = speakingRules.parse({ policy: 'arrival', times: null })
    expect(parsed).toMatchObject({ warnSeconds: 30, sound: true, hardEnd: false })
    expect(plainSpeaking).toMatchObject({ warnSeconds: 30, sound: true, hardEnd: false })
  })

  it('with a soft end lets the speech go on: the host cannot end it', () => {
    const story = held({ hardEnd: false }, asks('zhao'), next, 500)
    story.refuses(timesOut('zhao'), { code: 'timeNotUp' })
    expect(story.live).toBe('zhao')
  })
})

describe('再给 30 秒', () => {
  it('moves the end by so much', () => {
    const story = held({}, asks('zhao'), next, 100, extend(30))
    expect(speaking(story)).toMatchObject({ limitSeconds: 150, extraSeconds: 30 })
    const live = speaking(story)
    expect(live && deadline(live)).toBe(story.now + 50_000)
  })

  it('adds up', () => {
    expect(speaking(held({}, asks('zhao'), next, extend(30), extend(30)))?.limitSeconds).toBe(180)
  })

  it('counts from now when the time is up already', () => {
    const story = held({}, asks('zhao'), next, 135.5, extend(30))
    const live = speaking(story)
    const left = live === null ? 0 : (deadline(live) ?? 0) - story.now
    expect(left).toBeGreaterThanOrEqual(30_000)
    expect(left).toBeLessThan(31_000)
  })

  it('is for whoever speaks, live or paused', () => {
    held({}).refuses(extend(30), { code: 'nobodySpeaks' })
    expect(speaking(held({}, asks('zhao'), next, pause, extend(30)))?.limitSeconds).toBe(150)
  })
})

describe('a pause', () => {
  it('stops the clock of the speech', () => {
    const story = held({}, asks('zhao'), next, 20, pause, 500)
    expect(speaking(story)).toMatchObject({ usedMs: 20_000, runningSince: null })
    const paused = speaking(story)
    expect(paused && deadline(paused)).toBeNull()
    expect(paused && spokenMs(paused, story.now)).toBe(20_000)
  })

  it('ends with 继续, and the rest is as it was', () => {
    const story = held({}, asks('zhao'), next, 20, pause, 500, resume)
    const live = speaking(story)
    expect(live && deadline(live)).toBe(story.now + 100_000)
  })

  it('is refused twice, and so is 继续, and both where nobody speaks', () => {
    held({}, asks('zhao'), next, pause).refuses(pause, { code: 'speechIsPaused' })
    held({}, asks('zhao'), next).refuses(resume, { code: 'speechIsRunning' })
    held({}).refuses(pause, { code: 'nobodySpeaks' })
    held({}).refuses(resume, { code: 'nobodySpeaks' })
  })

  it('that lasts to the end of a speech adds nothing to it', () => {
    expect(heard(held({}, asks('zhao'), next, 20, pause, 500, ends('zhao')))).toEqual([['zhao', 20]])
  })
})

describe('到时即止', () => {
  const hard = { hardEnd: true } as const
  const live = held(hard, asks('zhao'), asks('qian'), next)

  it('ends the speech when its time is up and calls the next one', () => {
    const story = live.and(120, timesOut('zhao'))
    expect(story.live).toBe('qian')
    expect(heard(story)).toEqual([['zhao', 120]])
  })

  it('does so not a millisecond before', () => {
    live.and(119.999).refuses(timesOut('zhao'), { code: 'timeNotUp' })
    expect(live.and(120, timesOut('zhao')).live).toBe('qian')
  })

  it('does so only for whoever has the floor, and not while that is paused', () => {
    live.and(120).refuses(timesOut('qian'), { code: 'notSpeaking' })
    live.and(60, pause, 120).refuses(timesOut('zhao'), { code: 'timeNotUp' })
  })

  it('waits for what was granted on top, and counts what had been used before an undo', () => {
    live.and(100, extend(30), 20).refuses(timesOut('zhao'), { code: 'timeNotUp' })
    expect(live.and(100, extend(30), 50, timesOut('zhao')).live).toBe('qian')
    const undone = live.and(80, ends('zhao'), undo, next)
    undone.and(39).refuses(timesOut('zhao'), { code: 'timeNotUp' })
    expect(heard(undone.and(40, timesOut('zhao')))).toEqual([['zhao', 120]])
  })

  it('gives somebody who was put back at least half a minute to finish, and has that in the record', () => {
    const undone = live.and(120, timesOut('zhao'), 40, undo, calls('zhao'))
    expect(undone.meeting.floor.speaking).toMatchObject({ limitSeconds: 150, extraSeconds: 30, usedMs: 120_000 })
    undone.and(29).refuses(timesOut('zhao'), { code: 'timeNotUp' })
    expect(heard(undone.and(30, timesOut('zhao')))).toContainEqual(['zhao', 150])
    const soft = held({}, asks('zhao'), next, 130, ends('zhao'), undo, next)
    expect(soft.meeting.floor.speaking).toMatchObject({ limitSeconds: 120, usedMs: 130_000 })
  })

  it('leaves the floor to nobody where nobody waits', () => {
    const story = held(hard, asks('zhao'), next, 120, timesOut('zhao'))
    expect(story.live).toBeNull()
    expect(speaking(story)).toBeNull()
  })

  it('drops the questions to the speech: they are not next, nor are the answers to them', () => {
    const story = live.and(60, questions('sun'), answersTo('sun', 'zhao', 'a1'), 60, timesOut('zhao'))
    expect(story.live).toBe('qian')
    expectOrder(story)
  })

  it('of a question lets the speech that it interrupted go on', () => {
    const story = live.and(60, questions('sun'), next, 120, timesOut('sun'))
    expect(story.live).toBe('zhao')
    expect(heard(story)).toEqual([['sun', 120]])
    expect(heard(story.and(60, timesOut('zhao')))).toEqual([
      ['sun', 120],
      ['zhao', 120],
    ])
  })

  it('is set per item like every rule', () => {
    const story = held({ hardEnd: false }, sets(hard, firstItem, 60), asks('zhao'), next, 60, timesOut('zhao'))
    expect(story.live).toBeNull()
  })

  it('calls the next one by the order that holds once the speech is over', () => {
    const story = held({ ...hard, policy: 'alternate' }, asks('zhao', { stance: 'for' }), next)
    const waiting = story.and(asks('qian', { stance: 'for' }), asks('sun', { stance: 'against' }), 120)
    expect(waiting.and(timesOut('zhao')).live).toBe('sun')
  })

  it('works off a closed list', () => {
    const story = live.and(act({ type: 'closeQueue', data: {} }), 120, timesOut('zhao'), 120, timesOut('qian'))
    expect(story.live).toBeNull()
    expect(heard(story)).toEqual([
      ['zhao', 120],
      ['qian', 120],
    ])
  })
})

describe('the time of an item', () => {
  it('is what was set for it less what it has taken, and negative once it is over', () => {
    const story = held({}, planItem(firstItem, 10), 240)
    expect(plan(story).item).toEqual({ spentMs: minutes(4), leftMs: minutes(6) })
    expect(plan(story.and(480)).item).toEqual({ spentMs: minutes(12), leftMs: -minutes(2) })
  })

  it('is not set unless somebody sets it, and can be taken back', () => {
    expect(plan(held({}, 60)).item).toEqual({ spentMs: minutes(1), leftMs: null })
    expect(plan(held({}, planItem(firstItem, 10), planItem(firstItem, null), 60)).item?.leftMs).toBeNull()
    expect(plan(held({}, finish)).item).toBeNull()
  })

  it('cannot be set for an item that is over', () => {
    held({}, finish).refuses(planItem(firstItem, 10), { code: 'itemAlreadyStarted' })
  })
})

describe('the time of the meeting', () => {
  it('ends so many minutes after its opening', () => {
    expect(plan(held({ plannedMinutes: 90 })).plannedEnd).toBe(NOW + minutes(90))
    expect(plan(held({ plannedMinutes: 90 }, planMeeting(60), 600)).plannedEnd).toBe(NOW + minutes(60))
    expect(plan(held({ plannedMinutes: 90 }, planMeeting(null))).plannedEnd).toBeNull()
  })

  it('is projected: now, the rest of the running item, and the items to come', () => {
    const story = held({}, planItem(firstItem, 10), planItem(secondItem, 20), 240)
    expect(plan(story)).toMatchObject({ projectedEnd: story.now + minutes(26), unplanned: [] })
    const late = story.and(480)
    expect(plan(late).projectedEnd).toBe(late.now + minutes(20))
    const between = late.and(finish, 60)
    expect(plan(between).projectedEnd).toBe(between.now + minutes(20))
  })

  it('is projected with those on the floor and in the queue once the time of the item is used up', () => {
    const story = held({}, planItem(firstItem, 1), asks('zhao'), next, asks('qian'), asks('sun'), 90)
    expect(plan(story).projectedEnd).toBe(story.now + 30_000 + 240_000)
  })

  it('is projected with what they may still take: what is used, granted, paused or over counts', () => {
    const undone = held({ seconds: 60, plannedMinutes: 90 }, ...speaks('zhao', 20), undo)
    expect(plan(undone).projectedEnd).toBe(undone.now + 40_000)
    const granted = held({ seconds: 60, plannedMinutes: 90 }, asks('zhao'), next, 20, extend(30))
    expect(plan(granted).projectedEnd).toBe(granted.now + 70_000)
    const back = granted.and(ends('zhao'), undo)
    expect(plan(back).projectedEnd).toBe(back.now + 70_000)
    const paused = held({ seconds: 60, plannedMinutes: 90 }, asks('zhao'), next, 20, pause, 100)
    expect(plan(paused).projectedEnd).toBe(paused.now + 40_000)
    const over = held({ seconds: 60, plannedMinutes: 90 }, asks('zhao'), asks('qian'), next, 100)
    expect(plan(over).projectedEnd).toBe(over.now + 60_000)
    const asked = held({ seconds: 60, plannedMinutes: 90 }, asks('zhao'), next, 20, questions('sun'), calls('sun'), 10)
    expect(plan(asked).projectedEnd).toBe(asked.now + 40_000 + 50_000)
  })

  it('is projected with the limit of the item where that has its own', () => {
    const story = held({ seconds: 60, plannedMinutes: 90 }, sets({}, firstItem, 30), asks('zhao'))
    expect(plan(story).projectedEnd).toBe(story.now + 30_000)
  })

  it('names the items to come for which nobody has set a time', () => {
    expect(plan(held({})).unplanned).toEqual([secondItem])
    expect(plan(held({}, finish, start(secondItem))).unplanned).toEqual([])
  })

  it('is not projected where nobody has set a time for anything', () => {
    expect(plan(held({})).projectedEnd).toBeNull()
    expect(plan(held({}, asks('zhao'))).projectedEnd).toBeNull()
    const bounded = held({ plannedMinutes: 90 }, 60)
    expect(plan(bounded).projectedEnd).toBe(bounded.now)
  })
})
