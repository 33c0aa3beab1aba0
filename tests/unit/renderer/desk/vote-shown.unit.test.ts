import { describe, expect, it } from 'vitest'
import { draftsInOrder } from '../../../../renderer/desk/chair/voting/drafts/draft-order.ts'
import {
  amendmentIsVotedOn,
  amendmentRule,
  amendmentWords,
} from '../../../../renderer/desk/chair/voting/drafts/draft-standing.ts'
import { namedLines, unnamedLines } from '../../../../renderer/desk/chair/voting/ended/ballot-words.ts'
import { askedWith, silentWords, stoppingWords } from '../../../../renderer/desk/chair/voting/running/closing-words.ts'
import { progressOf } from '../../../../renderer/desk/chair/voting/vote-progress.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import {
  type Draft,
  type HeldVote,
  type NamedBallot,
  noVotes,
  type OpenVote,
  type Voter,
  type Voting,
} from '../../../../shared/meeting/voting/state.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { chair, firstItem, guest, memberA, memberB, rule, vote } from '../../../fixtures/small-meeting.ts'

const open: OpenVote = {
  voteId: vote,
  itemId: firstItem,
  motion: '铺设塑胶跑道',
  terms: plainTerms(rule),
  repeats: null,
  amendment: null,
  versions: [],
  openedAt: NOW,
  entitled: 4,
  electors: [chair, memberA, memberB, guest],
  tellers: { supervisors: [], counters: [], callers: [] },
  voters: [],
  spoilt: [],
  received: 0,
  issued: 0,
  ballots: [],
  hands: null,
  tallies: [],
  shown: null,
  extraSeconds: 0,
  stoppedAt: null,
}
const by = (seatId: Voter['seatId'], channel: Voter['channel'], number: number | null = null): Voter => ({
  seatId,
  channel,
  number,
  at: NOW,
})

describe('how many have voted', () => {
  it('is counted by channel, papers that are out with them, and nobody twice', () => {
    const voters = [by(chair, 'device'), by(memberA, 'paper', 1), by(memberB, 'hands')]
    const hands = { seatIds: [memberB], ballots: 1, rows: null, said: null, at: NOW }
    expect(progressOf({ ...open, voters, issued: 1, hands })).toEqual({
      ...{ device: 1, hands: 1, paper: 1, issued: 1 },
      ...{ total: 3, expected: 4, missing: 1 },
    })
  })

  it('counts hands without names, of as many as are there', () => {
    const hands = { seatIds: null, ballots: 9, rows: null, said: null, at: NOW }
    expect(progressOf({ ...open, headcount: 12, electors: [], hands })).toMatchObject({
      ...{ hands: 9, total: 9, expected: 12, missing: 3 },
    })
    expect(progressOf({ ...open, headcount: 8, electors: [], hands }).missing).toBe(0)
  })
})

describe('before a vote is closed', () => {
  it('it is asked whether those who have not voted are left out', () => {
    expect(silentWords(open, 3)?.title).toBe('还有 3 人没投，结束后不能补投')
    expect(silentWords(open, 0)).toBeNull()
  })

  it('what else has to be known is said in the same breath, and asks nothing by itself', () => {
    const asked = silentWords(open, 3)
    expect(askedWith(asked, '只有 1 张纸票。')?.content).toBe(`${asked?.content}只有 1 张纸票。`)
    expect(askedWith(asked, null)).toEqual(asked)
    expect(askedWith(null, '只有 1 张纸票。')).toBeNull()
  })

  it('nothing is asked where nobody can vote any more, where silence agrees, or where nobody knows who has not', () => {
    expect(silentWords({ ...open, stoppedAt: NOW }, 3)).toBeNull()
    expect(silentWords({ ...open, terms: { ...open.terms, question: { kind: 'objection' } } }, 3)).toBeNull()
    expect(
      silentWords({ ...open, hands: { seatIds: null, ballots: 1, rows: null, said: null, at: NOW } }, 3),
    ).toBeNull()
  })
})

describe('before voting is stopped', () => {
  const counted = (channels: OpenVote['terms']['channels']) => ({ ...open, terms: { ...open.terms, channels } })
  const mixed = counted({ device: true, hands: 'counted', paper: 'secret' })

  it('those who have not voted are named, and nobody where all have', () => {
    const asked = stoppingWords(open, ['张三', '李四'])
    expect(asked?.title).toBe('还有 2 人没投，截止后不能补投')
    expect(asked?.content).toMatch(/^张三、李四。/)
    expect(stoppingWords(open, [])).toBeNull()
    const many = Array.from({ length: 30 }, (_, index) => `第${index}位`)
    expect(stoppingWords(open, many)?.content).toContain('第11位等 30 人。')
  })

  it('does not frighten those whose hands are counted afterwards', () => {
    expect(stoppingWords(mixed, ['张三'])).toMatchObject({
      title: '还有 1 人没用手机、纸票投，截止后不能补投',
      content: expect.stringContaining('举手的不要紧'),
    })
    const hands = { seatIds: [memberB], ballots: 1, rows: null, said: null, at: NOW }
    expect(stoppingWords({ ...mixed, hands }, ['张三'])?.title).toBe('还有 1 人没投，截止后不能补投')
  })

  it('nothing is asked where nobody knows who has not, or where silence agrees', () => {
    expect(stoppingWords(counted({ device: false, hands: 'counted', paper: null }), ['张三'])).toBeNull()
    expect(stoppingWords({ ...open, terms: { ...open.terms, question: { kind: 'objection' } } }, ['张三'])).toBeNull()
  })
})

describe('who voted how', () => {
  const ballot = (seatId: NamedBallot['seatId'], option: string): NamedBallot => ({
    ballotId: id.ballot(`00${seatId.slice(3)}`),
    option,
    seatId,
  })

  it('is listed by stance on a motion', () => {
    const ballots = [ballot(chair, 'for'), ballot(memberA, 'against'), ballot(memberB, 'for')]
    expect(namedLines({ kind: 'motion' }, ballots)).toEqual([
      { words: '赞成', seatIds: [chair, memberB] },
      { words: '反对', seatIds: [memberA] },
      { words: '弃权', seatIds: [] },
    ])
  })

  it('is listed ballot by ballot where there are several rows', () => {
    const pick = { op: 'atMost', count: 2 } as const
    const choice = { kind: 'choice', rows: ['甲', '乙', '丙'], pick, elects: 1 } as const
    const words = (option: string) => namedLines(choice, [ballot(chair, option)])[0]?.words
    expect([words('chosen,not,chosen'), words('not,not,not')]).toEqual(['甲、丙', '一个也没选'])
    const assessed = { kind: 'assessment', rows: ['保洁', '绿化'], scale: { kind: 'satisfaction' } } as const
    expect(namedLines(assessed, [ballot(chair, 'satisfied,unknown')])[0]?.words).toBe('保洁 满意；绿化 不了解')
  })

  it('tells of those without a named ballot by which channel they took part, never how', () => {
    const voters = [by(chair, 'device'), by(memberA, 'paper', 3), by(memberB, 'hands')]
    expect(unnamedLines({ electors: open.electors, voters, ballots: [ballot(chair, 'for')] })).toEqual([
      { words: '领了无记名纸票', seatIds: [memberA] },
      { words: '举了手，只点人数', seatIds: [memberB] },
      { words: '没投', seatIds: [guest] },
    ])
  })
})

const draft = (name: string, changes: string | null = null, of?: string): Draft => ({
  voteId: id.vote(name),
  itemId: firstItem,
  motion: name,
  terms: plainTerms(rule),
  repeats: null,
  amendment: changes === null ? null : { voteId: id.vote(changes), text: '改后', of },
  versions: [],
})

describe('an amendment', () => {
  const voting = (...drafts: readonly Draft[]) => ({ voting: { ...noVotes, drafts } })
  const words = (one: Draft, ...drafts: readonly Draft[]) => amendmentWords(voting(one, ...drafts), one)

  it('is voted on first, and only against the words that it was written against', () => {
    expect(words(draft('first0'), draft('change', 'first0', 'first0'))).toContain('请先表决修正案')
    expect(words(draft('change', 'first0', 'first0'), draft('first0'))).toBeNull()
    expect(words(draft('change', 'first0', '从前'), draft('first0'))).toBe('原案已改过，请先改这条修正案。')
    expect(words(draft('change', 'first0'), draft('first0'))).toBeNull()
    expect(words(draft('first0'))).toBeNull()
  })

  it('is decided by the rule of its proposal, else by the meeting’s, and by none where there is none', () => {
    const counted = { ...draft('first0'), terms: plainTerms(null) }
    const other = { ...draft('first0'), terms: plainTerms({ ...rule, ruleId: 'other' }) }
    expect(amendmentRule(other, { form: plainForm, rule })?.ruleId).toBe('other')
    expect(amendmentRule(counted, { form: plainForm, rule })).toBe(rule)
    expect(amendmentRule(counted, { form: plainForm, rule: null })).toBeNull()
  })

  it('keeps its proposal as it is while it is voted on, and while its result is not announced', () => {
    const { amendment } = draft('change', 'first0')
    const frozen = (state: Partial<Voting>) => amendmentIsVotedOn({ voting: { ...noVotes, ...state } }, draft('first0'))
    const held: HeldVote = { ...open, amendment, closedAt: NOW, ballots: [], verdict: null }
    expect([frozen({ open: { ...open, amendment } }), frozen({ held })]).toEqual([true, true])
    expect([frozen({}), frozen({ open })]).toEqual([false, false])
  })
})

describe('what is to be voted on later', () => {
  it('has amendments before the proposal that they would change, and no other way round', () => {
    const drafts = [draft('first0'), draft('second'), draft('change', 'first0'), draft('orphan', 'gone00')]
    const order = draftsInOrder(drafts).map(({ motion }) => motion)
    expect(order).toEqual(['change', 'first0', 'second', 'orphan'])
  })
})
