import { describe, expect, it } from 'vitest'
import { decidingWords } from '../../../../renderer/screen/deciding-words.ts'
import { facesOf, PAGE_MS, pageAt } from '../../../../renderer/screen/faces.ts'
import { nextDrafts } from '../../../../renderer/screen/next-drafts.ts'
import { progressOf, waitingWords } from '../../../../renderer/screen/progress-words.ts'
import { saidText } from '../../../../renderer/screen/said-text.ts'
import { shownRows, tablePage } from '../../../../renderer/screen/vote-rows.ts'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
import { channelsText, markingText, voteName } from '../../../../shared/papers/vote-manner.ts'
import { chair, memberA, memberB, rule } from '../../../fixtures/small-meeting.ts'
import {
  closes,
  drafts,
  enters,
  motionTerms,
  opens,
  secretPaper,
  voteCalled,
  voted,
} from '../../papers/voted-meeting.ts'

const projects = (count: number) =>
  ({
    kind: 'choice',
    rows: Array.from({ length: count }, (_, index) => `项目${index + 1}`),
    pick: { op: 'atMost', count: 2 },
    elects: 2,
  }) as const

describe('the pages of a vote on the hall screen', () => {
  it('show short words, rows and bars together', () => {
    expect(facesOf({ motion: '装灯', readings: [], figures: true })).toEqual([{ show: 'all' }])
    expect(facesOf({ motion: '字'.repeat(160), readings: [], figures: false })).toEqual([{ show: 'all' }])
  })

  it('show long words in full, one page after the other', () => {
    const long = '字'.repeat(300)
    expect(facesOf({ motion: long, readings: [], figures: false })).toEqual([{ show: 'text' }])
    expect(facesOf({ motion: long, readings: ['改成这样'], figures: true })).toEqual([
      { show: 'text' },
      { show: 'reading', text: '改成这样' },
      { show: 'figures' },
    ])
    expect([0, 1, 2, 3].map((turn) => pageAt(3, turn * PAGE_MS))).toEqual([0, 1, 2, 0])
  })

  it('list rows as the ballot does, in two columns when there are many', () => {
    const counts = projects(12).rows.map((_, row) => ({ chosen: row }))
    const { columns, of, rows } = shownRows(projects(12), counts)
    expect([columns, of, rows.map(({ votes }) => votes)]).toEqual([2, null, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]])
    expect(shownRows(projects(8), counts).columns).toBe(1)
  })

  it('of forty rows show those with the most votes, and how many there are', () => {
    const counts = projects(40).rows.map((_, row) => ({ chosen: row === 39 ? 5 : row === 20 ? 7 : 0 }))
    const { of, rows } = shownRows(projects(40), counts)
    expect([of, rows.length, rows[0]?.name, rows[1]?.name, rows[2]?.name]).toEqual([
      40,
      15,
      '项目21',
      '项目40',
      '项目1',
    ])
  })

  it('never show a row by its votes while no figure is shown', () => {
    expect(shownRows(projects(40), null).rows.map(({ votes }) => votes)).toEqual(Array.from({ length: 9 }, () => 0))
  })

  it('turn the pages of a long table so that none is nearly empty', () => {
    expect(tablePage(8, 0)).toEqual({ from: 0, to: 8, page: 1, pages: 1 })
    expect(tablePage(9, 0)).toEqual({ from: 0, to: 5, page: 1, pages: 2 })
    expect(tablePage(9, PAGE_MS)).toEqual({ from: 5, to: 9, page: 2, pages: 2 })
  })
})

describe('the words of a vote on the hall screen', () => {
  const openOf = (...commands: readonly MeetingCommand[]): OpenVote => {
    const { open } = voted(...commands).voting
    if (open === null) throw new Error('the vote is open')
    return open
  }

  it('count ballots by channel, and papers that are out apart', () => {
    const mixed = { channels: { device: true, hands: 'counted', paper: 'secret' }, doubleEntry: false } as const
    const vote = openOf(
      opens('mixed', '装灯', motionTerms(mixed)),
      { type: 'countHands', data: { voteId: voteCalled('mixed'), seatIds: [memberA], rows: [{ for: 1 }] } },
      { type: 'issuePapers', data: { voteId: voteCalled('mixed'), papers: [{ seatId: memberB, number: 7 }] } },
    )
    const progress = progressOf(vote)
    expect(progress).toEqual({ expected: 3, named: 0, hands: 1, papers: 1 })
    expect(waitingWords(vote, progress)).toBeNull()
    expect(waitingWords(vote, { ...progress, named: 1 })).toBe('票都发齐了，等主持人截止')
    expect(waitingWords({ stoppedAt: 5 }, progress)).toBe('投票已截止，正在计票')
  })

  it('say that everybody has voted', () => {
    const all = [chair, memberA, memberB].map((seat) => enters('track', seat, 'for'))
    const vote = openOf(opens('track', '装灯', motionTerms()), ...all)
    expect(waitingWords(vote, progressOf(vote))).toBe('都收齐了，等主持人宣布')
  })

  it('say by which rule it is decided before anybody votes', () => {
    const known = { entitled: 3, present: 3, recused: 1 }
    expect(decidingWords(motionTerms(), known)).toBe('赞成超过应到人数的一半（1.5）算通过；另有 1 人回避，不计入')
    expect(decidingWords({ question: projects(3), rule }, { ...known, recused: 0 })).toBe(
      '每项赞成超过应到人数的一半（1.5）算通过',
    )
    expect(decidingWords({ question: { kind: 'objection' }, rule: null }, { ...known, recused: 0 })).toBe(
      '没有人反对就算通过，有一人反对就付表决',
    )
    const everybody = { ...known, recused: 0 }
    const election = { kind: 'election', rows: ['王芳', '李强'], posts: 1 } as const
    expect(decidingWords({ question: election, rule: null }, everybody)).toBe('赞成多于反对的，按票数多少当选')
    expect(decidingWords({ question: { ...election, writeIns: true }, rule: null }, everybody)).toBe(
      '候选人赞成多于反对、另选的人赞成超过有效票一半的，按票数多少当选',
    )
    const choice = { kind: 'choice', rows: ['甲', '乙'], pick: { op: 'atMost', count: 1 } } as const
    expect(decidingWords({ question: { ...choice, elects: null }, rule: null }, everybody)).toContain('只作统计')
    expect(decidingWords({ question: { ...choice, elects: 1 }, rule: null }, everybody)).toContain('按票数多少选定')
  })

  it('leave the source to a line of its own', () => {
    const meeting = voted(opens('track', '装灯', motionTerms()), enters('track', chair, 'for'), closes('track'))
    const [vote] = meeting.voting.past
    if (vote?.phase !== 'closed') throw new Error('the vote is closed')
    const said = saidText(vote.terms, vote.verdict.sentence)
    expect(said).toMatch(/未超过应到人数的一半（1.5），未通过。$/)
    expect(vote.verdict.sentence.startsWith(said)).toBe(true)
  })

  it('name the ways in which a vote is held', () => {
    expect(voteName(motionTerms())).toBe('记名表决')
    expect(voteName(motionTerms(secretPaper))).toBe('无记名表决')
    expect(voteName(motionTerms({ channels: { device: false, hands: 'counted', paper: null } }))).toBe('举手表决')
    expect(voteName(motionTerms({ channels: { device: true, hands: 'counted', paper: 'secret' } }))).toBe(
      '多种方式表决',
    )
    expect(channelsText({ device: true, hands: 'counted', paper: 'secret' })).toBe('手机记名、举手点数、无记名纸票')
    expect(markingText(projects(3))).toBe('每人最多选 2 项，票多的选定 2 项')
  })
})

describe('what is going to be voted on', () => {
  it('is a proposal with its amendments, then the other proposals', () => {
    const amended = { voteId: voteCalled('track'), text: '铺设跑道，五月完工' }
    const meeting = voted(
      drafts('track', '铺设跑道', motionTerms()),
      drafts('light', '装灯', motionTerms()),
      drafts('change', '写明完工时间', motionTerms(), amended),
    )
    const [first, ...others] = meeting.voting.drafts
    if (first === undefined) throw new Error('there are drafts')
    const next = nextDrafts([first, ...others])
    expect([next.first, ...next.amendments, ...next.later].map(({ motion }) => motion)).toEqual([
      '铺设跑道',
      '写明完工时间',
      '装灯',
    ])
  })
})
