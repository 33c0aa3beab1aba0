import { describe, expect, it } from 'vitest'
import {
  afterwardsWords,
  elsewhereWords,
  recordedWords,
  seenAfterWords,
  seenBeforeWords,
  stoppedWords,
} from '../../../../renderer/attendee/vote/standing-words.ts'
import { decidingWords, heldWords } from '../../../../renderer/attendee/vote/terms-words.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import type { OpenVote, Voter } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { firstItem, itemStarted, memberA, opening, signedIn, voteOpened } from '../../../fixtures/small-meeting.ts'
import { heldAfter } from './held-meeting.ts'

const known = { entitled: 21, present: 18 }
const terms = (more: Partial<Terms> = {}): Terms => ({ ...plainTerms(opening.rule), ...more })
const rows = ['甲', '乙', '丙']

function voteBy(more: Partial<Terms>): OpenVote {
  const { open } = heldAfter(signedIn(memberA), itemStarted(firstItem), voteOpened([memberA])).voting
  if (open === null) throw new Error('a vote is open')
  return { ...open, terms: terms(more) }
}

const voter = (channel: Voter['channel'], at: number | null = Date.UTC(2026, 0, 1, 7, 2)): Voter => ({
  seatId: memberA,
  channel,
  number: null,
  at,
})

describe('before anybody answers', () => {
  it('says how the vote is held: by which ways, when it can be seen, which press counts, for how long', () => {
    expect(heldWords(terms())).toBe('手机记名、举手记名、记名纸票；结束前不看票数；以第一次投出的为准')
    const channels = { device: true, hands: 'counted', paper: 'secret' } as const
    expect(heldWords(terms({ channels, display: 'live', revisable: true, seconds: 90 }))).toBe(
      '手机记名、举手点数、无记名纸票；边投边看票数；结束前可以改，以最后一次为准；限时 90 秒',
    )
    expect(heldWords(terms({ channels: { device: false, hands: null, paper: 'secret' }, seconds: 120 }))).toBe(
      '无记名纸票；结束前不看票数；限时 2 分钟',
    )
  })

  it('says what decides a question of every kind, or that it is only counted', () => {
    expect(decidingWords(terms(), known)).toBe('赞成超过应到人数的一半（10.5）算通过。')
    expect(decidingWords(terms({ rule: null }), known)).toBe('只作统计，不作通过与否的判定。')
    expect(decidingWords(terms({ question: { kind: 'objection' } }), known)).toContain('有人反对，就改为表决')
    const pick = { op: 'atMost', count: 2 } as const
    expect(decidingWords(terms({ rule: null, question: { kind: 'choice', rows, pick, elects: 2 } }), known)).toBe(
      '得票最多的 2 项选定。',
    )
    expect(decidingWords(terms({ question: { kind: 'choice', rows, pick, elects: null } }), known)).toContain(
      '只作统计',
    )
    expect(decidingWords(terms({ question: { kind: 'election', rows, posts: 1 } }), known)).toBe(
      '得票最多的 1 名当选。各项都要赞成超过应到人数的一半（10.5）。',
    )
    expect(decidingWords(terms({ rule: null, question: { kind: 'election', rows, posts: 1 } }), known)).toBe(
      '得票最多的 1 名当选，赞成要多于反对。',
    )
    const writeIns = { kind: 'election', rows, posts: 1, writeIns: true } as const
    expect(decidingWords(terms({ question: writeIns }), known)).toContain('与候选人同一条件当选')
    expect(decidingWords(terms({ rule: null, question: writeIns }), known)).toBe(
      '得票最多的 1 名当选，赞成要多于反对。另选的人，赞成要超过有效票的一半才能当选，没写他姓名的有效票不算赞成他。',
    )
  })
})

describe('where a ballot stands', () => {
  it('is said with the host’s time, and by which way it came', () => {
    expect(recordedWords(voter('device'))).toBe('已记录 15:02')
    expect(recordedWords(voter('hands'))).toBe('已按举手记录 15:02')
    expect(recordedWords(voter('paper', null))).toBe('已按纸票记录')
  })

  it('does not promise that figures are hidden where they are shown, nor that a choice was written down', () => {
    expect(seenBeforeWords(voteBy({ display: 'live' }))).toContain('各项多少票')
    expect(seenBeforeWords(voteBy({ display: 'live' }))).toContain('能推出谁投了什么')
    expect(seenBeforeWords(voteBy({}))).toContain('看不到投了什么')
    expect(seenBeforeWords(voteBy({}))).toContain('大家只看到收了几票')
    const counted = voteBy({ channels: { device: true, hands: 'counted', paper: null } })
    expect(seenAfterWords(counted, voter('hands'))).toContain('没有记下')
    expect(seenAfterWords(counted, voter('device'))).toContain('谁投了什么')
  })

  it('says whether it can still be changed', () => {
    expect(afterwardsWords(voteBy({ revisable: true }), voter('device'), true)).toContain('以最后一次为准')
    expect(afterwardsWords(voteBy({ revisable: true }), voter('device'), false)).toContain('现在不能再改')
    expect(afterwardsWords(voteBy({}), voter('device'), false)).toContain('以第一次投出的为准')
    expect(afterwardsWords(voteBy({}), voter('hands'), false)).toContain('手机上不用再投')
  })

  it('says what to do where this device does not vote', () => {
    const by = (hands: Terms['channels']['hands'], paper: Terms['channels']['paper']) =>
      elsewhereWords(voteBy({ channels: { device: false, hands, paper } }), memberA)
    expect(by('counted', null)).toContain('举手')
    expect(by(null, 'secret')).toContain('领票')
    expect(by(null, 'named')).toContain('签上名字')
    expect(by('named', 'secret')).toContain('只能用一种')
    const spoilt = [{ seatId: memberA, number: 3, reason: '写坏了' }]
    const again = { ...voteBy({ channels: { device: false, hands: null, paper: 'secret' } }), spoilt }
    expect(elsewhereWords(again, memberA)).toMatch(/^3 号纸票已经收回/)
  })

  it('says when it is too late, and what can still be done', () => {
    expect(stoppedWords('timeUp', voteBy({}))[1]).toContain('延长时间')
    expect(stoppedWords('stopped', voteBy({}))[0]).toBe('投票已截止，正在计票')
  })
})
