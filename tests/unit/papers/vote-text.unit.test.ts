import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { Question, Terms } from '../../../shared/meeting/voting/terms.ts'
import { roomResultContent } from '../../../shared/papers/room-result-content.ts'
import { voteLines } from '../../../shared/papers/vote-record.ts'
import { voteText } from '../../../shared/papers/vote-text.ts'
import { withoutRows } from '../../../shared/papers/without-rows.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { chair, memberA, memberB, rule } from '../../fixtures/small-meeting.ts'
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

const track = opens('track', '铺设跑道', motionTerms())
const all = (key: string, option: string): readonly MeetingCommand[] =>
  [chair, memberA, memberB].map((seat) => enters(key, seat, option))

const repeating = (opening: MeetingCommand, key: string): MeetingCommand =>
  opening.type === 'openVote' ? { ...opening, data: { ...opening.data, repeats: voteCalled(key) } } : opening

function textOf(meeting: HeldMeeting, key: string): string {
  const vote = meeting.voting.past.find(({ voteId }) => voteId === voteCalled(key))
  if (vote === undefined) throw new Error('the vote is over')
  return voteText(meeting, vote, names)
}

describe('the result of a vote as text for the residents’ group', () => {
  it('says where, when, on what, how, the numbers and the sentence that was announced', () => {
    const text = textOf(voted(track, ...all('track', 'for'), closes('track')), 'track')
    expect(text.split('\n')).toEqual([
      '【红星社区】表决结果',
      '第一次议事会，2025年10月9日',
      '第一项议题：铺设塑胶跑道',
      '表决事项：铺设跑道',
      '方式：记名表决（手机记名、举手记名、记名纸票）',
      '结果：通过',
      '应到 3 人，实到 3 人；赞成 3，反对 0，弃权 0。赞成超过应到人数的一半（1.5），通过。依据：小会约定。',
      '完整内容见会议纪要，有不同意见请找话事员。',
    ])
  })

  it('never says who voted how', () => {
    const meeting = voted(track, enters('track', memberA, 'against'), enters('track', memberB, 'for'), closes('track'))
    expect(textOf(meeting, 'track')).not.toMatch(/赵委员|钱委员/)
  })

  it('says who counted secret papers', () => {
    const secret = opens('secret', '铺设跑道', motionTerms(secretPaper))
    const meeting = voted(secret, ...onPaper('secret', [{ for: 2, against: 1, abstain: 0 }]), closes('secret'))
    const text = textOf(meeting, 'secret')
    expect(text).toContain('监票：李话事；计票：周列席；唱票：赵委员')
    expect(text).toContain('发出纸票 3 张，收回 3 张，有效 3 张，无效 0 张')
  })

  it('tells a vote that is void from the one that took its place', () => {
    const again = repeating(opens('again', '铺设水泥跑道', motionTerms()), 'track')
    const meeting = voted(
      track,
      ...all('track', 'for'),
      closes('track'),
      voids('track', '唱票有误'),
      again,
      ...all('again', 'against'),
      closes('again'),
    )
    expect(textOf(meeting, 'track')).toContain('这次表决已经作废，票都不算。原因：唱票有误。\n这件事后来重新表决过')
    expect(textOf(meeting, 'track')).not.toContain('赞成 3')
    expect(textOf(meeting, 'again')).toContain('此前有 1 次表决作废，这是重新表决的结果。')
    expect(textOf(voted(track, ...all('track', 'for'), closes('track'), voids('track', '错')), 'track')).not.toContain(
      '重新',
    )
  })

  it('takes a second vote on the same words for no repetition of one that stands', () => {
    const second = opens('more', '铺设跑道', motionTerms())
    const meeting = voted(
      track,
      ...all('track', 'against'),
      closes('track'),
      second,
      ...all('more', 'for'),
      closes('more'),
    )
    expect(textOf(meeting, 'more')).not.toContain('此前')
  })

  it('says how a proposal reads once its amendment has passed', () => {
    const amended = { voteId: voteCalled('track'), text: '铺设跑道，五月完工' }
    const meeting = voted(
      drafts('track', '铺设跑道', motionTerms()),
      drafts('change', '写明完工时间', motionTerms(), amended),
      { type: 'openDraft', data: { voteId: voteCalled('change') } },
      ...all('change', 'for'),
      closes('change'),
    )
    expect(textOf(meeting, 'change')).toContain('修正案：写明完工时间\n通过后提案改为：铺设跑道，五月完工')
  })

  it('keeps to 500 characters with forty long names, and tells those with the most votes', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `第${index + 1}号：${'小区公共空间改造与便民设施建设项目'.repeat(3)}`,
    )
    const question = { kind: 'choice', rows, pick: { op: 'atMost', count: 2 }, elects: 40 } as const
    const marks = rows.map((_, row) => (row === 38 || row === 39 ? 'chosen' : 'not')).join(',')
    const long = opens('long', '评选'.repeat(150), termsOf(question, { rule: null }))
    const text = textOf(voted(long, ...all('long', marks), closes('long')), 'long')
    expect(text.length).toBeLessThanOrEqual(500)
    expect(text).toContain('第39号')
    expect(text).toContain('等 40 项')
    expect(text).toMatch(/完整内容见会议纪要，有不同意见请找话事员。$/)
  })

  it('keeps every row where there is room', () => {
    const question = {
      kind: 'assessment',
      rows: ['保洁', '保安'],
      scale: { kind: 'satisfaction' },
    } as const
    const meeting = voted(
      opens('judge', '物业服务', termsOf(question, { rule: null })),
      ...all('judge', 'satisfied,unknown'),
      closes('judge'),
    )
    expect(textOf(meeting, 'judge')).toContain('保洁：满意 3，基本满意 0，不满意 0，不了解 0；保安：')
    expect(textOf(meeting, 'judge')).toContain('结果：已统计')
  })
})

describe('a vote that became void while its result was held back', () => {
  it('says in the minutes what had been found, and that nobody was told', () => {
    const held = { ...closes('track') } as MeetingCommand
    const hold = held.type === 'closeVote' ? { ...held, data: { ...held.data, hold: true as const } } : held
    const meeting = voted(track, ...all('track', 'for'), hold, voids('track', '唱票有误'))
    const [vote] = meeting.voting.past
    if (vote === undefined) throw new Error('the vote is void')
    const [line] = voteLines(meeting, vote, names)
    expect(line).toContain('作废前得出、没有公布的结果为：应到 3 人')
    expect(line).not.toContain('作废前宣布')
    const sheet = JSON.stringify(roomResultContent(meeting, vote.voteId, names))
    expect(sheet).toContain('作废前得出、没有公布')
    const told = voted(track, ...all('track', 'for'), closes('track'), voids('track', '唱票有误'))
    const [before] = told.voting.past
    expect(before && voteLines(told, before, names)[0]).toContain('作废前宣布的结果为：')
  })
})

describe('the rule on a result sheet', () => {
  const sheetOf = (question: Question, more: Partial<Terms>, option: string) => {
    const meeting = voted(opens('sheet', '小区的事', termsOf(question, more)), ...all('sheet', option), closes('sheet'))
    return JSON.stringify(roomResultContent(meeting, voteCalled('sheet'), names))
  }
  const choice: Question = { kind: 'choice', rows: ['甲', '乙'], pick: { op: 'atMost', count: 1 }, elects: 1 }

  it('is that of the votes where rows are chosen without one', () => {
    expect(sheetOf(choice, { rule: null }, 'chosen,not')).toContain('没有选规则，按得票多少选定。')
    expect(sheetOf({ ...choice, elects: null }, { rule: null }, 'chosen,not')).toContain('没有选规则，只作统计。')
    expect(sheetOf(choice, { rule: null }, 'chosen,not')).toContain('选定')
  })

  it('asks of the ballots whether enough took part, and of an assessment nothing', () => {
    const quorum = { num: 'participating', den: 'entitled', op: '>=', share: { num: 2, den: 3 } } as const
    const asking = { ...rule, quorum } as Rule
    expect(sheetOf(choice, { rule: asking }, 'chosen,not')).toContain('参加表决不少于 2 人，参加 3 人，达到。')
    const rated: Question = { kind: 'assessment', rows: ['保洁'], scale: { kind: 'satisfaction' } }
    expect(sheetOf(rated, { rule: asking }, 'satisfied')).not.toMatch(/所用规则|法定人数/)
  })
})

describe('the sentence of a result beside a table of its rows', () => {
  const question = { kind: 'election', rows: ['王建国', '李卫东'], posts: 1 } as const
  const elects = opens('elect', '楼栋长', termsOf(question, { ...secretPaper, rule }))
  const counted = [
    { for: 2, against: 1, abstain: 0 },
    { for: 1, against: 1, abstain: 1 },
  ]

  it('leaves out the figures of the rows and nothing else', () => {
    const [vote] = voted(elects, ...onPaper('elect', counted), closes('elect')).voting.past
    const sentence = vote?.verdict?.sentence ?? ''
    const rows = '王建国：赞成 2，反对 1，弃权 0；李卫东：赞成 1，反对 1，弃权 1。'
    expect(sentence).toContain(`共 3 票：${rows}`)
    expect(withoutRows(question, sentence)).toBe(sentence.replace(`：${rows}`, '。'))
  })

  it('is whole where its rows are not found in it, and where there are none', () => {
    expect(withoutRows(question, '票数没有记录。')).toBe('票数没有记录。')
    expect(withoutRows({ kind: 'motion' }, '赞成 3。')).toBe('赞成 3。')
  })
})
