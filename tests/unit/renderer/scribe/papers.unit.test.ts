import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../../renderer/desk/papers/base64.ts'
import { dateAfter, daysUntil, dueText } from '../../../../renderer/desk/papers/due-text.ts'
import { missingInMinutes } from '../../../../renderer/desk/papers/missing.ts'
import { WECHAT_LENGTH, wechatText } from '../../../../renderer/desk/papers/wechat-text.ts'
import type { Speech } from '../../../../shared/meeting/floor/state.ts'
import { cautionSentences } from '../../../../shared/wording/cautions.ts'
import { id } from '../../../fixtures/ids.ts'
import { asking } from '../../../fixtures/written-meeting.ts'
import { longTale, type ToldMeeting, told } from '../../papers/told-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const spoken: Speech = {
  speechId: id.speech('000001'),
  kind: 'ordinary',
  seatId: null,
  stance: null,
  category: null,
  to: null,
  askedAt: 0,
  startedAt: 0,
  endedAt: 60_000,
  spokenMs: 60_000,
  extraSeconds: 0,
  note: null,
  writtenAnswer: null,
  dropped: [],
}

const tale: ToldMeeting = {
  items: [
    {
      title: '塑胶跑道',
      points: [
        { kind: 'opinion', text: '尽快铺设' },
        { kind: 'agreed', text: '位置在东侧' },
        { kind: 'todo', text: '物业答复' },
      ],
      votes: [
        { motion: '跑道在西侧', inFavour: 3, voided: { reason: '唱票有误', closed: true } },
        { motion: '铺设跑道', inFavour: 3, given: { unit: '物业公司', dueOn: '2027-01-06' } },
        { motion: '安装路灯', inFavour: 1 },
      ],
    },
    { title: '没有议的事', phase: 'planned' },
  ],
}

describe('the text for the residents’ group', () => {
  test('says what was decided with its figures, who does it by when, and what is agreed and to be done', () => {
    expect(wechatText(told(tale).meeting).split('\n')).toEqual([
      '【红星社区第一次议事会】',
      '红星社区党群议事会，2026年11月22日，应到 4 人，实到 3 人。',
      '一、塑胶跑道',
      '议定：位置在东侧',
      '作废：跑道在西侧',
      '通过：铺设跑道（应到 4，实到 3；赞成 3，反对 0，弃权 0）',
      '交办：物业公司，2027年1月6日前办结',
      '未通过：安装路灯（应到 4，实到 3；赞成 1，反对 2，弃权 0）',
      '待办：物业答复',
      '表决规则：“小会规则”',
      '完整内容见会议纪要，有不同意见请找话事员。',
    ])
  })

  test('names the rule of its results, and that nobody has compared it with its source', () => {
    const unchecked = told({ ...tale, unchecked: true }).meeting
    expect(wechatText(unchecked)).toContain('\n表决规则：“小会规则”（依据待核对）\n完整内容')
    expect(wechatText(told({ items: [{ title: '乙' }] }).meeting)).not.toContain('表决规则')
  })

  test('says with each result how many stood aside', () => {
    const { meeting } = told(tale)
    const past = meeting.voting.past.map((vote) =>
      vote.phase === 'closed'
        ? { ...vote, verdict: { ...vote.verdict, figures: { ...vote.verdict.figures, recused: 1 } } }
        : vote,
    )
    const text = wechatText({ ...meeting, voting: { ...meeting.voting, past } })
    expect(text).toContain('通过：铺设跑道（应到 4，实到 3，回避 1；赞成 3，反对 0，弃权 0）')
  })

  test('cautions where owners’ matters were talked about, and nowhere else', () => {
    const owners = told({ ...tale, form: { cautions: ['owners', 'secrets'] } }).meeting
    expect(wechatText(owners)).toContain(`\n${cautionSentences.owners}\n完整内容`)
    expect(wechatText(owners)).not.toContain(cautionSentences.secrets)
    expect(wechatText(told(tale).meeting)).not.toContain(cautionSentences.owners)
  })

  test('keeps the rule and the caution when it has to be cut', () => {
    const text = wechatText(told({ ...longTale, unchecked: true, form: { cautions: ['owners'] } }).meeting)
    const end = ['……', '表决规则：“小会规则”（依据待核对）', cautionSentences.owners]
    expect(text.split('\n').slice(-4, -1)).toEqual(end)
    expect(text.match(/表决规则/g)).toHaveLength(1)
    expect(text.length).toBeLessThanOrEqual(WECHAT_LENGTH)
  })

  test('says first of all that it was practice', () => {
    expect(wechatText(told({ ...tale, practice: true }).meeting)).toMatch(/^【练习】【/)
  })

  test('never has more than 500 characters and still says where the rest is', () => {
    const text = wechatText(told(longTale).meeting)
    expect(text.length).toBeLessThanOrEqual(WECHAT_LENGTH)
    expect(text).toMatch(/完整内容见会议纪要，有不同意见请找话事员。$/)
  })

  test('leaves out points before it shortens a vote', () => {
    const points = Array.from({ length: 10 }, () => ({ kind: 'agreed', text: '约定'.repeat(30) }) as const)
    const motion = '同意按公示的方案实施'
    const text = wechatText(told({ items: [{ title: '跑道', points, votes: [{ motion, inFavour: 3 }] }] }).meeting)
    expect(text).toContain(`通过：${motion}（应到 4，实到 3；赞成 3，反对 0，弃权 0）`)
    expect(text).not.toContain('约定')
  })

  test('never cuts a character in two', () => {
    const title = '🏃'.repeat(60)
    const items = Array.from({ length: 8 }, () => ({ title }))
    expect(wechatText(told({ items }).meeting)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})

describe('what the minutes lack', () => {
  const sentences = (of: ToldMeeting) => missingInMinutes(told(of).meeting).map(({ sentence }) => sentence)

  test('is nothing when every item has points and every resolution a worksheet', () => {
    expect(sentences(tale)).toEqual([])
  })

  test('is named by item, and leads to where it is put right', () => {
    const { meeting } = told({
      items: [
        { title: '甲', points: [{ kind: 'todo', text: '办' }], votes: [{ motion: '做甲', inFavour: 3 }] },
        { title: '乙' },
        { title: '丙', phase: 'running' },
      ],
    })
    const [, second] = meeting.agenda
    expect(missingInMinutes(meeting)).toEqual([
      {
        sentence: '议题一的决议还没有交办，没有责任单位和时限。',
        way: { lead: { to: 'worksheet', resolutionId: meeting.voting.resolutions[0]?.resolutionId }, act: '去交办' },
      },
      { sentence: '议题二没有要点。', way: { lead: { to: 'record', itemId: second?.itemId }, act: '去补要点' } },
    ])
  })

  test('is no point where a speech has its own', () => {
    const { meeting } = told({ items: [{ title: '乙' }] })
    const said = (note: string | null) => {
      const entries = [{ ...spoken, note }]
      const speeches = meeting.agenda.map(({ itemId }) => ({ itemId, entries }))
      return { ...meeting, floor: { ...meeting.floor, speeches } }
    }
    expect(missingInMinutes(said('先修电梯'))).toEqual([])
    expect(missingInMinutes(said(null)).map(({ sentence }) => sentence)).toEqual(['议题一没有要点。'])
  })

  test('is a vote that was declared void and not held again', () => {
    const voided = { motion: '做甲', inFavour: 3, voided: { reason: '有误', closed: true } }
    const points = [{ kind: 'todo', text: '办' }] as const
    expect(sentences({ items: [{ title: '甲', points, votes: [voided] }] })).toEqual([
      '议题一的表决已作废，没有重新表决。',
    ])
    const again = { motion: '做甲', inFavour: 1 }
    expect(sentences({ items: [{ title: '甲', points, votes: [voided, again] }] })).toEqual([])
  })

  test('is a written vote that is still open: nothing can be sealed before it has ended', () => {
    const { meeting } = told({ items: [{ title: '甲', phase: 'planned' }] })
    const [item] = meeting.agenda
    const [open] = heldAfter(...asking).writtenVotes
    if (item === undefined || open === undefined) throw new Error('there is an item, and a vote')
    const asked = { ...open, itemId: item.itemId }
    expect(missingInMinutes({ ...meeting, writtenVotes: [asked] })).toEqual([
      {
        sentence: '议题一的书面表决“更换小区大门”还没有结束，封存前要结束它，或宣布作废。',
        way: { lead: { to: 'written', itemId: item.itemId }, act: '去收票' },
      },
    ])
    expect(missingInMinutes(meeting)).toEqual([])
  })

  test('is sign-in when nobody came: to be mended before 散会, told after it', () => {
    const seats = [
      { name: '王召集', attends: 'absent' },
      { name: '李话事', attends: 'absent' },
    ] as const
    expect(missingInMinutes(told({ seats, closed: false }).meeting)[0]?.way?.lead).toEqual({ to: 'signIn' })
    expect(missingInMinutes(told({ seats }).meeting)[0]?.way).toBeNull()
  })
})

describe('a deadline', () => {
  /** 23:30 on 22 November 2026 in China, still the same day in UTC. */
  const now = Date.UTC(2026, 10, 22, 15, 30)

  test('never stands without how many days are left', () => {
    expect(dueText('2026-12-04', now)).toBe('2026年12月4日，还有 12 天')
    expect(dueText('2026-11-22', now)).toBe('2026年11月22日，今天到期')
    expect(dueText('2026-11-20', now)).toBe('2026年11月20日，超期 2 天')
  })

  test('is counted in days of China', () => {
    expect(daysUntil('2026-11-23', now + 60 * 60 * 1000)).toBe(0)
    expect(dateAfter(now, 7)).toBe('2026-11-29')
    expect(dateAfter(now + 60 * 60 * 1000, 7)).toBe('2026-11-30')
  })
})

test('a file that came as base64 is the same bytes again', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  expect(bytesOf(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
})
