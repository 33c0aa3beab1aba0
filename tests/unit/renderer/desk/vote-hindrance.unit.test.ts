import { describe, expect, it } from 'vitest'
import { unreachedWords } from '../../../../renderer/desk/chair/voting/device-reach.ts'
import { hindranceOf } from '../../../../renderer/desk/chair/voting/hindrance.ts'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import { type TemplateId, templateTerms } from '../../../../shared/meeting/voting/templates.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { contextOf, NOW, operator } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  chair,
  discussing,
  EARLIER,
  firstItem,
  MOTION,
  memberA,
  memberB,
  opening,
  requested,
  rule,
  secondItem,
  signedOut,
  speechStarted,
  vote,
} from '../../../fixtures/small-meeting.ts'

const dayAt = (days: number): string => chinaDate(NOW + days * 24 * 60 * 60 * 1000)

type Change = Partial<Omit<typeof opening, 'rule'>> & { readonly rule?: Partial<Rule> }

function held(change: Change = {}, ...more: readonly MeetingEvent[]): HeldMeeting {
  const data = { ...opening, ...change, rule: { ...rule, ...change.rule }, openedAt: EARLIER }
  const events: readonly MeetingEvent[] = [{ type: 'meetingOpened', data }, ...discussing.slice(1), ...more]
  const meeting = events.reduce(evolveMeeting, unopenedMeeting)
  if (meeting.phase === 'unopened') throw new Error('the meeting was opened')
  return meeting
}

/** As the meeting's rule has it, where nothing else is said. */
const proposed = (meeting: HeldMeeting, terms: Partial<Terms> = {}, motion = MOTION) => ({
  itemId: firstItem,
  motion,
  terms: { ...plainTerms(meeting.rule), ...terms },
})

const wordsOn = (meeting: HeldMeeting, now = NOW, terms: Partial<Terms> = {}) =>
  hindranceOf(meeting, proposed(meeting, terms), now)?.words ?? null

/** What the host would say if it were asked all the same. */
function refusalOf(meeting: HeldMeeting, now = NOW, terms: Partial<Terms> = {}): string {
  const command = { type: 'openVote', data: { voteId: vote, ...proposed(meeting, terms) } } as const
  const decided = decideMeeting(meeting, command, contextOf(operator, { now }))
  return decided.ok ? '' : sentenceOf(decided.refusal)
}

const announcedElsewhere = [
  { itemId: firstItem, title: '铺设塑胶跑道' },
  { itemId: secondItem, title: '加装充电桩', announced: true as const },
]
const beijing = { rule: { announcedItemsOnly: ['北京'] }, region: '北京市海淀区' }

describe('what keeps a motion from being put to the vote', () => {
  it.each<readonly [string, Change, string]>([
    ['a notice that was too short', { rule: { noticeDays: 15 }, noticedOn: dayAt(-14) }, '要提前 15 天通知或公示'],
    ['no notice on record', { rule: { noticeDays: 15 } }, '要提前 15 天通知或公示'],
    [
      'an item that was not announced where it has to be',
      { ...beijing, agenda: announcedElsewhere },
      '没有公示过的事项不能表决',
    ],
    ['a rule that has run out', { rule: { to: dayAt(-1) } }, '不能再用于正式会议'],
    ['a rule that is not in force yet', { rule: { from: dayAt(1) } }, '才起施行'],
  ])('is said before the press, in the words in which the host would refuse it: %s', (_, change, words) => {
    const meeting = held(change)
    expect(hindranceOf(meeting, proposed(meeting), NOW)).toEqual({ unlawful: true, words: refusalOf(meeting) })
    expect(wordsOn(meeting)).toContain(words)
  })

  it('is nothing when everything is as the rule asks for it', () => {
    const agenda = announcedElsewhere.map((item) => ({ ...item, announced: true as const }))
    const asked = { ...beijing.rule, noticeDays: 15, from: dayAt(0), to: dayAt(0) }
    const meeting = held({ ...beijing, rule: asked, agenda, noticedOn: dayAt(-15) })
    expect(wordsOn(meeting)).toBeNull()
    expect(refusalOf(meeting)).toBe('')
  })

  it('goes by the day on which the vote would be opened, not by that of the meeting', () => {
    const meeting = held({ rule: { to: dayAt(0) } })
    const tomorrow = NOW + 24 * 60 * 60 * 1000
    expect(wordsOn(meeting)).toBeNull()
    expect(wordsOn(meeting, tomorrow)).toBe(refusalOf(meeting, tomorrow))
    expect(wordsOn(meeting, tomorrow)).toContain('不能再用于正式会议')
  })

  it('never promises that people who sign in would help where they would not', () => {
    const few = [signedOut(memberA), signedOut(opening.chair)]
    expect(wordsOn(held({}, ...few))).toMatch(/再来 1 位有表决权的人签到，就能表决。$/)
    expect(wordsOn(held({ rule: { to: dayAt(-1) } }, ...few))).not.toContain('签到')
  })

  it('is that nobody is there, also where the rule asks for no quorum', () => {
    const gone = [chair, memberA, memberB].map((seatId) => signedOut(seatId))
    const empty = held({ rule: { quorum: null } }, ...gone)
    expect(wordsOn(empty)).toContain('再来 1 位有表决权的人签到')
    expect(refusalOf(empty)).not.toBe('')
    expect(wordsOn(held({ rule: { quorum: null } }, ...gone.slice(0, 2)))).toBeNull()
  })

  it('is somebody who speaks, or a motion that is not written, and neither makes a vote unlawful', () => {
    const speaking = held({}, requested(memberA), speechStarted(memberA))
    expect(hindranceOf(speaking, proposed(speaking), NOW)).toMatchObject({
      unlawful: false,
      words: expect.stringContaining('还有人在发言'),
    })
    expect(hindranceOf(held(), proposed(held(), {}, ' '), NOW)).toMatchObject({
      unlawful: false,
      words: expect.stringMatching(/^请先写下/),
    })
  })

  it('goes by the rule of this very vote, not by that of the meeting', () => {
    const few = held({}, signedOut(memberA), signedOut(opening.chair))
    expect(wordsOn(few, NOW, { rule: { ...rule, quorum: null } })).toBeNull()
    const strict = { rule: { ...rule, quorum: { den: 'entitled', op: '>=', share: { num: 1, den: 1 } } } } as const
    expect(wordsOn(held({}, signedOut(memberA)), NOW, strict)).toMatch(/再来 1 位有表决权的人签到，就能表决。$/)
    expect(refusalOf(held({}, signedOut(memberA)), NOW, strict)).not.toBe('')
    const expired = { rule: { ...rule, to: dayAt(-1) } }
    expect(wordsOn(held(), NOW, expired)).toBe(refusalOf(held(), NOW, expired))
    expect(wordsOn(held({ rule: { to: dayAt(-1) } }), NOW, { rule: null })).toBeNull()
  })

  it.each<readonly [string, Partial<Terms>]>([
    ['a rule for elections decides something else', { rule: { ...rule, paperOnly: 'election' } }],
    ['a rule for owners decides in a meeting', { rule: { ...rule, paperOnly: 'owners' } }],
    ['an election is held on phones', { question: { kind: 'election', rows: ['张三'], posts: 1 } }],
    ['objections are asked for behind closed doors', { question: { kind: 'objection' }, rule: null }],
    ['silence decides by a rule for 应到', { question: { kind: 'objection' }, display: 'live' }],
  ])('is that %s, in the words of the host', (_, terms) => {
    expect(hindranceOf(held(), proposed(held(), terms), NOW)).toEqual({
      unlawful: true,
      words: refusalOf(held(), NOW, terms),
    })
  })

  it('is that amendments to the same words are not voted on yet, in the words of the host', () => {
    const drafted = (name: string, change: object): MeetingEvent => ({
      type: 'voteDrafted',
      data: { voteId: id.vote(name), itemId: firstItem, motion: MOTION, at: EARLIER, ...change },
    })
    const amendment = { voteId: id.vote('proposal'), text: '改过的话' }
    const meeting = held({}, drafted('proposal', {}), drafted('amending', { motion: '改一改', amendment }))
    expect(wordsOn(meeting)).toBe(sentenceOf({ code: 'amendmentFirst' }))
    expect(wordsOn(held({}, drafted('proposal', {})))).toBeNull()
  })

  it('is nothing for any 表决方式 that is offered, once its rows are written', () => {
    const assenting: Rule = { ...rule, pass: { ...rule.pass, den: 'present' } }
    const offered = (template: TemplateId) => templateTerms(template, assenting, ['一', '二'])
    for (const template of [
      'named',
      'hands',
      'secret',
      'mixed',
      'objection',
      'assessment',
      'choice',
      'election',
    ] as const) {
      expect([template, wordsOn(held(), NOW, offered(template)), refusalOf(held(), NOW, offered(template))]).toEqual([
        template,
        null,
        '',
      ])
    }
  })

  it('is that nobody has counted the room where nobody signs in, and hands alone are counted there', () => {
    const bench = { form: { ...plainForm, decision: 'consensus', rollCall: false } } as const
    const counted = { channels: { device: false, hands: 'counted', paper: null }, rule: null } as const
    const here: MeetingEvent = { type: 'headcountRecorded', data: { count: 12, at: EARLIER } }
    expect(wordsOn(held(bench, here), NOW, { rule: null })).toBe(refusalOf(held(bench, here), NOW, { rule: null }))
    expect(wordsOn(held(bench, here), NOW, { rule: null })).toContain('只能举手点数')
    expect(wordsOn(held(bench), NOW, counted)).toBe(refusalOf(held(bench), NOW, counted))
    expect(wordsOn(held(bench), NOW, counted)).toContain('到场几个人')
    expect(wordsOn(held(bench, here), NOW, counted)).toBeNull()
  })

  it('is a result that waits to be announced, or an item that has not begun', () => {
    const { rule: own } = held()
    const frozen = { ...plainTerms(own), display: 'delayed' } as const
    const vote1: readonly MeetingEvent[] = [
      {
        type: 'voteOpened',
        data: {
          voteId: vote,
          itemId: firstItem,
          motion: MOTION,
          terms: frozen,
          at: EARLIER,
          entitled: 3,
          electors: [],
        },
      },
      { type: 'voteEnded', data: { voteId: vote, at: EARLIER } } as never,
    ]
    const waiting = held({}, ...vote1)
    expect(hindranceOf(waiting, proposed(waiting), NOW)).toMatchObject({
      unlawful: false,
      words: expect.stringContaining('结果还没有公布'),
    })
    const later = { ...proposed(held()), itemId: secondItem }
    expect(hindranceOf(held(), later, NOW)?.words).toContain('还没有开始')
  })
})

describe('a vote on devices alone', () => {
  const channels = { device: true, hands: null, paper: null } as const
  const terms = (meeting: HeldMeeting, more: Partial<Terms['channels']> = {}): Terms => ({
    ...plainTerms(meeting.rule),
    channels: { ...channels, ...more },
  })
  const withDevices = (...seatIds: readonly (typeof chair)[]) => {
    const meeting = held()
    const devices = seatIds.map((seatId) => ({ seatId, publicKey: 'aa'.repeat(32) }))
    return { ...meeting, attendance: { ...meeting.attendance, devices } }
  }
  const words = (meeting: HeldMeeting, more = {}) => unreachedWords(meeting, firstItem, terms(meeting, more))

  it('says how many it leaves out, and lets it happen', () => {
    const some = withDevices(chair)
    expect(words(some)).toBe('还有 2 位没有手机（或已委托别人），投不了：请加上举手或纸票。')
    expect(wordsOn(some, NOW, { channels })).toBeNull()
    expect(words(withDevices(chair, memberA, memberB))).toBeNull()
    expect(words(some, { hands: 'named' })).toBeNull()
  })

  it('leaves out who has delegated the vote', () => {
    const all = withDevices(chair, memberA, memberB)
    const attendance = { ...all.attendance, delegations: [{ seatId: memberA, proxyId: chair }] }
    expect(words({ ...all, attendance })).toContain('还有 1 位')
  })

  it('is not held where nobody at all could vote', () => {
    expect(words(held())).toBeNull()
    expect(wordsOn(held(), NOW, { channels })).toContain('在场能表决的人都没有手机')
    expect(wordsOn(held(), NOW, { channels: { ...channels, paper: 'named' } })).toBeNull()
  })
})
