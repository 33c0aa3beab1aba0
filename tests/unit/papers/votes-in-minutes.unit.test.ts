import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type MinutesContent, minutesContent } from '../../../shared/papers/minutes-content.ts'
import { textOf } from '../../../shared/papers/paragraph.ts'
import { quorumSentence } from '../../../shared/papers/quorum-sentence.ts'
import { worksheetContent } from '../../../shared/papers/worksheet-content.ts'
import { chair, memberA, memberB, rule } from '../../fixtures/small-meeting.ts'
import { decidedInWriting, held, householders, writtenResolution } from '../../fixtures/written-meeting.ts'
import { openPaper } from './opened-paper.ts'
import {
  closes,
  drafts,
  enters,
  motionTerms,
  names,
  onPaper,
  opens,
  secretPaper,
  termsOf,
  voids,
  voteCalled,
  voted,
} from './voted-meeting.ts'
import { all as elements } from './xml-tree.ts'

const minutes = (meeting: HeldMeeting): MinutesContent =>
  minutesContent(meeting, { names, notes: new Map(), ledger: null, now: 0 })

const partCalled = (content: MinutesContent, name: string) =>
  content.sections.flatMap(({ parts }) => parts).find(({ heading }) => heading.endsWith(name))

const linesIn = (content: MinutesContent, name: string) => (partCalled(content, name)?.paragraphs ?? []).map(textOf)

const section = (content: MinutesContent, name: string) =>
  content.sections.find(({ heading }) => heading.includes(name))

const everybody = (key: string, option: string): readonly MeetingCommand[] =>
  [chair, memberA, memberB].map((seat) => enters(key, seat, option))

describe('votes in the minutes', () => {
  it('name those who counted and say how it was held where that was not as usual', () => {
    const meeting = voted(
      opens('secret', '铺设跑道', motionTerms(secretPaper)),
      ...onPaper('secret', [{ for: 2, against: 0, abstain: 0 }], 2),
      closes('secret'),
    )
    const [result, how, who, ...more] = linesIn(minutes(meeting), '依据规则与票数')
    expect(result).toMatch(/^关于“铺设跑道”的表决，结果为：.*发出纸票 3 张，收回 3 张，有效 2 张，无效 1 张/)
    expect(how).toBe('表决方式：无记名表决（无记名纸票）。')
    expect(who).toBe('监票人：李话事；计票人：周列席；唱票人：赵委员。')
    expect(more).toEqual([])
  })

  it('say of a result that is held back only that it is', () => {
    const close = closes('track')
    if (close.type !== 'closeVote') throw new Error('it closes')
    const meeting = voted(opens('track', '铺设跑道', motionTerms()), ...everybody('track', 'for'), {
      type: 'closeVote',
      data: { ...close.data, hold: true },
    })
    const content = minutes(meeting)
    expect(linesIn(content, '依据规则与票数')).toEqual(['关于“铺设跑道”的表决已经结束，结果还没有公布。'])
    expect(JSON.stringify(content)).not.toContain('赞成')
  })

  it('give 原文, 修正案 and 修正后 of a proposal', () => {
    const amended = { voteId: voteCalled('track'), text: '铺设跑道，五月完工' }
    const open = (key: string): MeetingCommand => ({ type: 'openDraft', data: { voteId: voteCalled(key) } })
    const meeting = voted(
      drafts('track', '铺设跑道', motionTerms()),
      drafts('change', '写明完工时间', motionTerms(), amended),
      open('change'),
      ...everybody('change', 'for'),
      closes('change'),
      open('track'),
      ...everybody('track', 'for'),
      closes('track'),
    )
    const lines = linesIn(minutes(meeting), '依据规则与票数')
    expect(lines[1]).toBe('这是对“铺设跑道”的修正案，通过后提案改为：铺设跑道，五月完工。')
    expect(lines.slice(3)).toEqual(['原文：铺设跑道。', '按修正案“写明完工时间”修正后：铺设跑道，五月完工。'])
    expect(linesIn(minutes(meeting), '会议议定')[0]).toBe('经表决通过：铺设跑道，五月完工。')
  })

  it('say 多数同意 and take it for no verdict', () => {
    const hands = { channels: { device: false, hands: 'counted', paper: null } } as const
    const meeting = voted(
      opens('hands', '铺设跑道', motionTerms(hands)),
      { type: 'countHands', data: { voteId: voteCalled('hands'), seatIds: null, rows: null, said: 'majority' } },
      closes('hands'),
    )
    const [result] = linesIn(minutes(meeting), '依据规则与票数')
    expect(result).toContain('会上记为“多数同意”，没有点数。没有票数，不作通过与否的判定。')
    expect(partCalled(minutes(meeting), '会议议定')).toBeUndefined()
  })

  it('put an assessment and an election into tables, also on paper', async () => {
    const judged = { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'satisfaction' } } as const
    const scored = { kind: 'assessment', rows: ['绿化'], scale: { kind: 'score', max: 10 } } as const
    const elected = { kind: 'election', rows: ['王建国', '李卫东'], posts: 1 } as const
    const meeting = voted(
      opens('judge', '物业服务', termsOf(judged, { rule: null })),
      ...everybody('judge', 'satisfied,unknown'),
      closes('judge'),
      opens('score', '物业打分', termsOf(scored, { rule: null })),
      enters('score', chair, '9'),
      enters('score', memberA, '8'),
      closes('score'),
      opens('elect', '楼栋长', termsOf(elected, secretPaper)),
      ...onPaper('elect', [
        { for: 2, against: 1, abstain: 0 },
        { for: 1, against: 2, abstain: 0 },
      ]),
      closes('elect'),
    )
    const content = minutes(meeting)
    const tables = partCalled(content, '依据规则与票数')?.tables ?? []
    expect(tables.map(({ columns, rows }) => [columns, ...rows])).toEqual([
      [
        ['评议对象', '满意', '基本满意', '不满意', '不了解'],
        ['保洁', '3', '0', '0', '0'],
        ['保安', '0', '0', '0', '3'],
      ],
      [
        ['评议对象', '打分人数', '平均分'],
        ['绿化', '2', '8.5'],
      ],
      [
        ['候选人', '赞成', '反对', '弃权', '结果'],
        ['王建国', '2', '1', '0', '当选'],
        ['李卫东', '1', '2', '0', ''],
      ],
    ])
    const { body, paragraphs } = await openPaper(content)
    expect(elements(body, 'w:tbl')).toHaveLength(3)
    const texts = paragraphs.map(({ text }) => text)
    expect(texts).toContain('关于“楼栋长”的选举，各项票数如下：')
    expect(texts.slice(texts.indexOf('候选人')).slice(0, 7)).toEqual([
      '候选人',
      '赞成',
      '反对',
      '弃权',
      '结果',
      '王建国',
      '2',
    ])
  })
})

describe('记名表决名单 at the end of the minutes', () => {
  it('says who voted how and by which channel', () => {
    const meeting = voted(
      opens('track', '铺设跑道', motionTerms()),
      enters('track', chair, 'for', 'paper'),
      enters('track', memberA, 'for'),
      enters('track', memberB, 'abstain'),
      closes('track'),
    )
    const list = section(minutes(meeting), '记名表决名单')
    expect(list?.parts.map(({ heading }) => heading)).toEqual(['（一）关于“铺设跑道”的表决'])
    expect(list?.parts[0]?.paragraphs.map(textOf)).toEqual([
      '赞成2人：赵委员（举手）；王召集（纸票）。',
      '弃权1人：钱委员（举手）。',
    ])
  })

  it('never says it of a secret paper, of hands that were counted or of a void vote', () => {
    const hands = { channels: { device: true, hands: 'counted', paper: null } } as const
    const meeting = voted(
      opens('secret', '铺设跑道', motionTerms(secretPaper)),
      ...onPaper('secret', [{ for: 3, against: 0, abstain: 0 }]),
      closes('secret'),
      opens('hands', '装灯', motionTerms(hands)),
      {
        type: 'countHands',
        data: { voteId: voteCalled('hands'), seatIds: [chair, memberA], rows: [{ for: 2 }] },
      },
      closes('hands'),
      opens('wrong', '换门', motionTerms()),
      ...everybody('wrong', 'for'),
      closes('wrong'),
      voids('wrong', '念错了'),
    )
    expect(section(minutes(meeting), '记名表决名单')).toBeUndefined()
  })

  it('says how many ballots are nobody’s by name', () => {
    const mixed = { channels: { device: false, hands: 'named', paper: 'secret' }, doubleEntry: false } as const
    const papers = onPaper('mixed', [{ for: 1, against: 1, abstain: 0 }], 2).map((command) =>
      command.type === 'issuePapers'
        ? { ...command, data: { ...command.data, papers: command.data.papers.slice(1) } }
        : command.type === 'enterTally'
          ? { ...command, data: { ...command.data, returned: 2, invalid: 0 } }
          : command,
    )
    const meeting = voted(
      opens('mixed', '铺设跑道', motionTerms(mixed)),
      enters('mixed', chair, 'for'),
      ...papers,
      closes('mixed'),
    )
    expect(section(minutes(meeting), '记名表决名单')?.parts[0]?.paragraphs.map(textOf)).toEqual([
      '赞成1人：王召集（举手）。',
      '无记名纸票2票不记名，不在名单内。',
    ])
  })

  it('lists what each chose, and row by row how each was assessed', () => {
    const choice = {
      kind: 'choice',
      rows: ['扶手', '跑道', '路灯'],
      pick: { op: 'atMost', count: 2 },
      elects: 1,
    } as const
    const judged = { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'satisfaction' } } as const
    const meeting = voted(
      opens('pick', '先做哪个', termsOf(choice, { rule: null })),
      enters('pick', chair, 'chosen,not,chosen'),
      enters('pick', memberA, 'not,not,not'),
      closes('pick'),
      opens('judge', '物业服务', termsOf(judged, { rule: null })),
      enters('judge', chair, 'satisfied,dissatisfied'),
      enters('judge', memberA, 'satisfied,unknown'),
      closes('judge'),
    )
    const parts = section(minutes(meeting), '记名表决名单')?.parts ?? []
    expect(parts.map(({ paragraphs }) => paragraphs.map(textOf))).toEqual([
      ['王召集（举手）：扶手、路灯。', '赵委员（举手）：一项也没选。'],
      ['保洁：满意2人：王召集、赵委员（举手）。', '保安：不满意1人：王召集（举手）；不了解1人：赵委员（举手）。'],
    ])
  })
})

describe('written votes in the minutes', () => {
  const seats = householders(3)
  const asked = decidedInWriting(
    seats,
    seats.map(({ seatId }) => [seatId, 'for'] as const),
    { kind: 'survey', rule, unitIds: seats.map(({ seatId }) => seatId) },
  )

  it('stand at the end with what was announced', () => {
    const content = minutes(held(asked.state))
    const [vote] = held(asked.state).writtenVotes
    if (vote?.phase !== 'closed') throw new Error('it is closed')
    const written = section(content, '书面表决')
    expect(written?.paragraphs.map(textOf)).toEqual([
      `关于“更换小区大门”的书面征求意见，结果为：${vote.verdict.sentence}`,
    ])
    expect(content.sections.map(({ heading }) => heading)).toContain('三、书面表决')
  })

  it('are what a worksheet rests on', () => {
    const sheet = worksheetContent(held(asked.state), writtenResolution, null)
    expect(JSON.stringify(sheet)).toContain('发出 3 份')
  })
})

describe('the worksheet of what was chosen among many', () => {
  it('refers to the minutes for the figures, and names the rule', () => {
    const rows = Array.from({ length: 9 }, (_, index) => `第${index + 1}号：${'公共空间改造与便民设施'.repeat(3)}`)
    const question = { kind: 'choice', rows, pick: { op: 'atMost', count: 9 }, elects: 9 } as const
    const meeting = voted(
      opens('many', '先做哪些', termsOf(question)),
      ...everybody('many', rows.map(() => 'chosen').join(',')),
      closes('many'),
    )
    const [resolution] = meeting.voting.resolutions
    if (resolution === undefined) throw new Error('something was chosen')
    const sheet = JSON.stringify(worksheetContent(meeting, resolution.resolutionId, null))
    expect(sheet).toContain('应到 3 人，实到 3 人。各项票数见会议纪要。依据：小会约定。')
  })
})

describe('what the minutes say of the quorum', () => {
  it('leaves votes by another rule, or by none, out', () => {
    const strict = { ...rule, ruleId: 'other_rule', quorum: null }
    const meeting = voted(
      opens('other', '铺设跑道', motionTerms({ rule: strict })),
      ...everybody('other', 'for'),
      closes('other'),
    )
    expect(quorumSentence(meeting, 3)).not.toContain('历次表决')
    const usual = voted(opens('track', '铺设跑道', motionTerms()), ...everybody('track', 'for'), closes('track'))
    expect(quorumSentence(usual, 3)).toContain('历次表决时到会人数均达到法定人数')
  })
})
