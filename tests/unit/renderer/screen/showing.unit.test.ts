import { describe, expect, it } from 'vitest'
import { addressText } from '../../../../renderer/screen/address-text.ts'
import { fitting } from '../../../../renderer/screen/fitting.ts'
import { lengthOf } from '../../../../renderer/screen/length.ts'
import { limitText } from '../../../../renderer/screen/limit-text.ts'
import { namesLine, roomOf } from '../../../../renderer/screen/missing.ts'
import { showing } from '../../../../renderer/screen/showing.ts'
import { axisOf, placeOn } from '../../../../renderer/ui/result-axis.ts'
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
  speechStarted,
  voteClosed,
  voteOpened,
  voteVoided,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

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

describe('what is drawn on the hall screen', () => {
  it('counts who is missing among those entitled, without the excused', () => {
    const room = roomOf(heldAfter(signedIn(memberA), onLeave(memberB)))
    expect(room).toEqual({ entitled: 3, present: 1, excused: 1, missing: [chair] })
  })

  it('cuts a long line of names and says how many there are', () => {
    expect(namesLine(['甲', '乙', '丙'], 3)).toEqual(['甲', '乙', '丙'])
    expect(namesLine(['甲', '乙', '丙', '丁'], 3)).toEqual(['甲', '乙', '等 4 位'])
  })

  it('names as many of those who come next as fit, and the very next in any case', () => {
    expect(fitting(['甲', '乙', '丙'], 3)).toEqual(['甲', '乙', '丙'])
    expect(fitting(['王建国', '李卫东', '赵明'], 6)).toEqual(['王建国', '李卫东'])
    expect(fitting(['阿卜杜热西提', '乙'], 3)).toEqual(['阿卜杜热西提'])
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
