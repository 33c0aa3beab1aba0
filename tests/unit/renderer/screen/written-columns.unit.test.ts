import { describe, expect, it } from 'vitest'
import { writtenColumns } from '../../../../renderer/screen/written-columns.ts'
import { askedWords, concludedWords, decidedWords, dueWords } from '../../../../renderer/screen/written-words.ts'
import type { WrittenFigures } from '../../../../shared/meeting/written-votes/messages.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { decidedInWriting, owner, ownersOf, ownersRule, verdictOf } from '../../../fixtures/written-meeting.ts'

const households: WrittenFigures = {
  ...{ asked: 100, handedOut: 98, returned: 80, valid: 79, invalid: 1 },
  ...{ for: 60, against: 15, abstain: 4 },
}
const owners: WrittenFigures = {
  ...{ asked: 12, handedOut: 12, returned: 9, valid: 8, invalid: 1, for: 5, against: 3, abstain: 0 },
  owners: {
    ...{ total: 12, totalArea: '1200', participating: 8, participatingArea: '800.25' },
    ...{ forArea: '300', againstArea: '500.25', abstainArea: '0' },
  },
}
const byParticipants: Rule = {
  ...{ ruleId: 'half', name: '过半', source: '测试', quorum: null },
  pass: { den: 'participating', op: '>', share: { num: 1, den: 2 } },
}
const rows = (rule: Rule | null, figures: WrittenFigures) =>
  writtenColumns(rule, figures).map(({ bars }) => bars.map(({ amount, percent }) => `${amount} ${percent}`))

describe('the table of a written vote on the hall screen', () => {
  it('counts households: what came back of all, what they answered of the valid papers', () => {
    expect(rows(null, households)).toEqual([['80 80%', '60 75.9%', '15 19%', '4 5.1%']])
    expect(writtenColumns(null, households)[0]).toMatchObject({ name: '户数', quorum: null, threshold: null })
  })

  it('draws the threshold on the base of the rule, and the answers beside it', () => {
    const [column] = writtenColumns(byParticipants, households)
    expect(column?.threshold).toEqual({ place: 50, text: '须过 39.5' })
    expect(column?.bars.map(({ place }) => place)).toEqual([80, 75.94, 18.98, 5.06])
    const ofAll: Rule = { ...byParticipants, pass: { den: 'entitled', op: '>=', share: { num: 2, den: 3 } } }
    expect(writtenColumns(ofAll, households)[0]?.threshold).toEqual({ place: 66.66, text: '须达 66又2/3' })
    expect(rows(ofAll, households)[0]?.[1]).toBe('60 60%')
  })

  it('counts heads and area beside each other and never adds them, exactly', () => {
    expect(rows(ownersRule, owners)).toEqual([
      ['8 66.7%', '5 62.5%', '3 37.5%', '0 0%'],
      ['800.25 66.7%', '300 37.5%', '500.25 62.5%', '0 0%'],
    ])
    const [heads, area] = writtenColumns(ownersRule, owners)
    expect([heads?.quorum?.text, heads?.threshold?.text]).toEqual(['须达 8', '须过 4'])
    expect([area?.quorum?.text, area?.threshold?.text]).toEqual(['须达 800', '须过 400.125'])
  })

  it('divides by nothing where nothing came back', () => {
    const none = { ...households, returned: 0, valid: 0, invalid: 0, for: 0, against: 0, abstain: 0 }
    expect(rows(byParticipants, none)).toEqual([['0 0%', '0 —', '0 —', '0 —']])
  })
})

describe('the words of a written vote on the hall screen', () => {
  const noon = Date.parse('2026-11-22T12:00:00+08:00')

  it('say until when a paper comes back', () => {
    expect(dueWords('2026-11-27', noon)).toBe('11月27日截止，还有 5 天')
    expect([dueWords('2026-11-22', noon), dueWords('2026-11-20', noon), dueWords(null, noon)]).toEqual([
      '11月22日截止，就是今天',
      '11月20日截止，已过 2 天',
      null,
    ])
  })

  it('say whose papers are waited for, and by which rule it is decided without its name', () => {
    expect(askedWords({ asked: 100, totals: null })).toBe('问 100 户')
    expect(askedWords({ asked: 12, totals: { owners: 14, area: '1200.5' } })).toBe('业主 14 人，1200.5 平方米')
    expect(decidedWords(ownersRule)).toBe(
      '参与人数、参与面积均达到总数的 2/3 方为有效；赞成人数、赞成面积均超过参与表决的一半为通过。',
    )
    expect(decidedWords(null)).toBe('本次只统计，不作通过与否的判定。')
  })

  it('say of a result the papers and what was decided, without figures, source and caution', () => {
    const seats = ownersOf(['60', '60', '60'])
    const { state } = decidedInWriting(seats, [
      [owner(0), 'for'],
      [owner(1), 'for'],
      [owner(2), 'against'],
    ])
    expect(concludedWords(verdictOf(state))).toBe(
      '发出 3 份，收回 3 份，有效 3 份，无效 0 份。赞成人数超过参与人数的一半（1.5 人），赞成面积超过参与面积的一半（90 平方米），通过。',
    )
    const { state: counted } = decidedInWriting(seats, [[owner(0), 'for']], { rule: null })
    expect(concludedWords(verdictOf(counted))).toBe(
      '发出 3 份，收回 1 份，有效 1 份，无效 0 份。没有选规则，只计票，不下结论。',
    )
  })

  it('leave a sentence of another shape whole, and one whose papers are others', () => {
    const verdict = verdictOf(decidedInWriting(ownersOf(['60', '60']), [[owner(0), 'for']]).state)
    const { sentence } = verdict
    const others = [
      '通过。',
      '收回 1 份，赞成 1 户，通过',
      sentence.slice(sentence.indexOf('。') + 1),
      sentence.slice(0, sentence.indexOf('。') + 1),
      sentence.replace('发出 2 份', '发出 3 份'),
      `第一次表决作废。${sentence}`,
    ]
    for (const other of others) expect(concludedWords({ ...verdict, sentence: other })).toBe(other)
    expect(concludedWords(verdict)).not.toContain('依据')
    const mentioned = sentence.replace('依据：“', '这一条的依据：见公示。依据：“')
    expect(concludedWords({ ...verdict, sentence: mentioned })).toContain('这一条的依据：见公示。')
  })

  it('say that too few took part', () => {
    const { state } = decidedInWriting(ownersOf(['60', '60', '60']), [[owner(0), 'for']])
    expect(concludedWords(verdictOf(state))).toContain('未达到业主总人数的 2/3（2 人）')
  })
})
