import { describe, expect, it } from 'vitest'
import { addressText } from '../../../../renderer/screen/address-text.ts'
import { itemAfterBreak } from '../../../../renderer/screen/break-words.ts'
import { fitting, letterSize } from '../../../../renderer/screen/fitting.ts'
import { limitText, limitWords, restWords, speechLabel } from '../../../../renderer/screen/floor-words.ts'
import { itemTimeWords } from '../../../../renderer/screen/item-time-words.ts'
import { lengthOf } from '../../../../renderer/screen/length.ts'
import { namesLine, roomOf } from '../../../../renderer/screen/missing.ts'
import { showing } from '../../../../renderer/screen/showing.ts'
import { axisOf, placeOn } from '../../../../renderer/ui/result-axis.ts'
import type { SpeechKind } from '../../../../shared/meeting/floor/state.ts'
import type { ScreenShown } from '../../../../shared/meeting/hall-screen/messages.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  chair,
  closed,
  EARLIER,
  firstItem,
  itemFinished,
  itemStarted,
  memberA,
  memberB,
  onLeave,
  opening,
  secondItem,
  signedIn,
  speechEnded,
  speechOf,
  speechStarted,
  vote,
  voteClosed,
  voteOpened,
  voteVoided,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const drafted = {
  type: 'voteDrafted',
  data: { voteId: id.vote('draft0'), itemId: firstItem, motion: '装灯', at: EARLIER },
} as const

const page = (...events: Parameters<typeof heldAfter>) => showing(heldAfter(...events)).page

describe('the hall screen follows the meeting', () => {
  const before = [signedIn(memberA), signedIn(memberB)]
  const talked = [
    ...before,
    itemStarted(firstItem, EARLIER - 9),
    speechStarted(memberA, EARLIER - 8),
    speechEnded(memberA, EARLIER - 7),
  ]
  const voted = [...talked, voteOpened([memberA, memberB]), voteClosed(true)]

  it('shows the way in until the first item', () => expect(page(...before)).toBe('join'))
  it('shows the item, and whoever speaks on it', () => {
    expect(page(itemStarted(firstItem))).toBe('item')
    expect(page(itemStarted(firstItem), speechStarted(memberA))).toBe('floor')
  })
  it('shows an open vote before everything else', () => {
    expect(page(...talked, voteOpened([memberA, memberB]))).toBe('vote')
  })
  it('shows a result until somebody speaks or another item begins', () => {
    expect(page(...voted)).toBe('result')
    expect(page(...voted, itemFinished(firstItem))).toBe('result')
    expect(page(...voted, speechStarted(memberB, EARLIER + 5))).toBe('floor')
    expect(page(...voted, speechStarted(memberB, EARLIER + 5), speechEnded(memberB, EARLIER + 6))).toBe('item')
    expect(page(...voted, itemFinished(firstItem), itemStarted(secondItem, EARLIER + 5))).toBe('item')
  })
  it('shows what is going to be voted on while nobody speaks', () => {
    expect(page(...talked, drafted)).toBe('drafts')
    expect(page(...before, itemStarted(firstItem), speechStarted(memberA), drafted)).toBe('floor')
    expect(page(...talked, itemFinished(firstItem), itemStarted(secondItem), drafted)).toBe('item')
    expect(page(...talked, drafted, voteOpened([memberA, memberB]))).toBe('vote')
  })
  it('leaves a result for what somebody drafts after it, not for what was drafted before', () => {
    expect(page(...talked, drafted, voteOpened([memberA, memberB]), voteClosed(true))).toBe('result')
    const later = { ...drafted, data: { ...drafted.data, at: EARLIER + 5 } }
    expect(page(...voted, later)).toBe('drafts')
    const amended = { voteId: drafted.data.voteId, text: '按修正案', by: vote, at: EARLIER + 5 }
    expect(
      page(...talked, drafted, voteOpened([memberA]), voteClosed(true), { type: 'textAmended', data: amended }),
    ).toBe('result')
  })
  it('says of a result that is held back that it is to come', () => {
    const held = voteClosed(true)
    const closing = { ...held, data: { ...held.data, held: true as const } }
    expect(page(...talked, voteOpened([memberA, memberB]), closing)).toBe('held')
  })
  it('says of a vote that it is void, but never over the clock of somebody who speaks', () => {
    expect(page(...talked, voteOpened([memberA, memberB]), voteVoided())).toBe('void')
    expect(page(...voted, voteVoided())).toBe('void')
    expect(page(...voted, speechStarted(memberB, EARLIER + 5), voteVoided())).toBe('floor')
  })
  it('says between two items what comes next, and at the end that it is over', () => {
    expect(page(itemStarted(firstItem), itemFinished(firstItem))).toBe('between')
    expect(page(...voted, closed)).toBe('closed')
  })
})

describe('the hall screen shows what the desk chose', () => {
  const shows = (shown: ScreenShown): MeetingEvent => ({ type: 'screenSwitched', data: { shown } })
  const speaking = [itemStarted(firstItem, EARLIER - 9), speechStarted(memberA, EARLIER - 8)]
  const voted = [itemStarted(firstItem, EARLIER - 9), voteOpened([memberA, memberB]), voteClosed(true)]

  it('whatever is on: the way in, the item, the floor, a break, a few words', () => {
    expect(page(...speaking, shows({ page: 'join' }))).toBe('join')
    expect(page(...speaking, shows({ page: 'item' }))).toBe('item')
    expect(page(itemStarted(firstItem), shows({ page: 'floor' }))).toBe('floor')
    const pause = { page: 'break', until: EARLIER + 300_000, text: '茶水在门口' } as const
    expect(showing(heldAfter(...speaking, shows(pause)))).toEqual(pause)
    const words = { page: 'text', text: '请把手机调成静音' } as const
    expect(showing(heldAfter(...speaking, shows(words)))).toEqual(words)
  })
  it('until it is told to follow again', () => {
    expect(page(...speaking, shows({ page: 'join' }), shows({ page: 'follow' }))).toBe('floor')
  })
  it('but follows where the page has nothing to show', () => {
    for (const name of ['item', 'floor', 'vote', 'result'] as const) expect(page(shows({ page: name }))).toBe('join')
    expect(page(...speaking, shows({ page: 'vote' }))).toBe('floor')
    expect(page(...speaking, shows({ page: 'result' }))).toBe('floor')
    expect(page(itemStarted(firstItem), itemFinished(firstItem), shows({ page: 'item' }))).toBe('between')
  })
  it('the last result for as long as wanted, and says it when that vote was void', () => {
    const later = [...voted, speechStarted(memberB, EARLIER + 5), shows({ page: 'result' })]
    expect(page(...later)).toBe('result')
    expect(page(...voted, voteVoided(), speechStarted(memberB, EARLIER + 5), shows({ page: 'result' }))).toBe('void')
  })
  it('until a vote opens, which nobody misses', () => {
    const pause = shows({ page: 'break', until: null, text: null })
    expect(page(...speaking, speechEnded(memberA), pause, voteOpened([memberA, memberB]))).toBe('vote')
  })
  it('and the outcome once the meeting is closed', () => {
    expect(page(...voted, shows({ page: 'text', text: '休会' }), closed)).toBe('closed')
  })
  it('a question instead of the speech that it interrupts', () => {
    const asked = speechStarted(memberB, EARLIER - 5, { kind: 'question', interposed: true, to: speechOf(memberA) })
    for (const shown of [[], [shows({ page: 'floor' })]]) {
      const now = showing(heldAfter(...speaking, asked, ...shown))
      expect(now).toMatchObject({ page: 'floor', speech: { seatId: memberB } })
    }
  })
})

describe('the words of the hall screen', () => {
  it('say what the one on the floor does', () => {
    const label = (kind: SpeechKind, name?: string) =>
      speechLabel({ kind, category: name === undefined ? null : { name, rank: 1 } })
    expect([label('ordinary'), label('question'), label('departmentAnswer')]).toEqual([
      '正在发言',
      '正在插问',
      '部门答题',
    ])
    expect([label('pointOfOrder'), label('pointOfOrder', '会议秩序')]).toEqual(['程序问题', '程序问题：会议秩序'])
  })
  it('say how long one may speak, and what was granted on top', () => {
    expect(limitWords({ limitSeconds: 120, extraSeconds: 0 })).toBe('还剩，每次限 2 分钟')
    expect(limitWords({ limitSeconds: 150, extraSeconds: 30 })).toBe('还剩，每次限 2 分钟，加 30 秒')
  })
  it('say of a speech that was stopped what it has left, or by how much it is over', () => {
    expect([restWords(72), restWords(0), restWords(-5)]).toEqual(['还剩 1:12', '还剩 0:00', '已超 0:05'])
  })
  it('say of an item how much of its time is used, and by how many minutes it is over', () => {
    const minutes = (spent: number, left: number | null) =>
      itemTimeWords({ spentMs: spent * 60_000, leftMs: left === null ? null : left * 60_000 })
    expect(minutes(14.5, 5.5)).toEqual({ text: '已用 14 分，计划 20 分', over: false })
    expect(minutes(20.5, -0.5)).toEqual({ text: '已用 20 分，计划 20 分', over: false })
    expect(minutes(23, -3)).toEqual({ text: '已用 23 分，超了 3 分', over: true })
    expect([minutes(5, null), itemTimeWords(null)]).toEqual([null, null])
  })
  it('say what the room goes on with after a break', () => {
    expect(itemAfterBreak(heldAfter())).toBe('接下来议：一、铺设塑胶跑道')
    expect(itemAfterBreak(heldAfter(itemStarted(secondItem)))).toBe('接着议：二、加装充电桩')
    const all = [firstItem, secondItem].flatMap((item) => [itemStarted(item), itemFinished(item)])
    expect(itemAfterBreak(heldAfter(...all))).toBeNull()
  })
  it('are as large as they fit: few words huge, many lines small', () => {
    expect([4, 20, 60, 110, 200].map((length) => letterSize('字'.repeat(length)))).toEqual([
      'huge',
      'big',
      'middle',
      'small',
      'smallest',
    ])
    expect(letterSize('一\n二\n三\n四')).toBe('big')
    expect(letterSize('一\n\n\n\n\n\n\n二')).toBe('smallest')
  })
})

describe('what is drawn on the hall screen', () => {
  it('counts who is missing among those entitled, without the excused', () => {
    const room = roomOf(heldAfter(signedIn(memberA), onLeave(memberB)))
    expect(room).toEqual({ entitled: 3, present: 1, excused: 1, missing: [chair] })
  })

  it('cuts a long line of names and says how many there are', () => {
    expect(namesLine(['甲', '乙', '丙'], 3)).toEqual(['甲', '乙', '丙'])
    expect(namesLine(['甲', '乙', '丙', '丁'], 3)).toEqual(['甲', '乙', '等 4 位'])
  })

  it('shortens the names of those who come next so that all of them fit', () => {
    expect(fitting(['甲', '乙', '丙'], 3)).toEqual(['甲', '乙', '丙'])
    expect(fitting(['王建国', '李卫东', '赵明'], 9)).toEqual(['王建国', '李卫东', '赵明'])
    expect(fitting(['阿卜杜热西提', '乙', '𠮷𠮷𠮷𠮷'], 9)).toEqual(['阿卜…', '乙', '𠮷𠮷…'])
    expect(fitting(['阿卜杜热西提'], 9)).toEqual(['阿卜杜热西提'])
    expect(fitting([], 3)).toEqual([])
  })

  it('measures a result on the base of its rule', () => {
    const figures = { entitled: 21, present: 18, for: 13, against: 3, abstain: 2 }
    expect(axisOf(opening.rule, figures)).toBe(21)
    const against = { ...opening.rule, pass: { den: 'against', op: '>', share: { num: 1, den: 1 } } } as const
    expect(axisOf(against, figures)).toBe(18)
    expect(placeOn(21, 10.5)).toBe(50)
    expect(placeOn(4, 9)).toBe(100)
    expect(placeOn(axisOf(opening.rule, { entitled: 0, present: 0, for: 0, against: 0, abstain: 0 }), 0)).toBe(0)
  })

  it('draws longer texts smaller', () => {
    expect([10, 40, 80, 200].map((length) => lengthOf('字'.repeat(length)))).toEqual([
      'short',
      'middle',
      'long',
      'longest',
    ])
  })

  it('writes an address as people type it, and a time as they say it', () => {
    expect(addressText('http://192.168.3.8:50808/')).toBe('192.168.3.8:50808')
    expect([limitText(120), limitText(90)]).toEqual([' 2 分钟', ' 90 秒'])
  })
})
