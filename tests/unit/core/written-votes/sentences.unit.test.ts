import { describe, expect, it } from 'vitest'
import type { WrittenOption } from '../../../../shared/meeting/written-votes/messages.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { OWNERS_CAUTION } from '../../../../shared/wording/cautions.ts'
import { rule as smallRule } from '../../../fixtures/small-meeting.ts'
import {
  type Answer,
  decidedInWriting,
  householders,
  owner,
  ownersOf,
  ownersRule,
  verdictOf,
} from '../../../fixtures/written-meeting.ts'

const answers = (...options: readonly WrittenOption[]): readonly Answer[] =>
  options.map((option, index) => [owner(index), option])
const survey = (rule: Rule | null, count: number, ...options: readonly WrittenOption[]) =>
  verdictOf(decidedInWriting(householders(count), answers(...options), { kind: 'survey', rule }).state).sentence
const owners = (rule: Rule | null, areas: readonly string[], ...options: readonly WrittenOption[]) =>
  verdictOf(decidedInWriting(ownersOf(areas), answers(...options), { rule }).state).sentence

const half: Rule = { ...smallRule, quorum: null, pass: { den: 'participating', op: '>', share: { num: 1, den: 2 } } }

describe('what was decided by households is told in households', () => {
  it('when it passes', () => {
    expect(survey(half, 4, 'for', 'for', 'against', 'invalid')).toBe(
      '征求 4 户；发出 4 份，收回 4 份，有效 3 份，无效 1 份；赞成 2 户，反对 1 户，弃权 0 户。' +
        '赞成超过参与户数的一半（1.5 户），通过。依据：“小会规则”，小会约定。',
    )
  })
  it('when it does not', () => {
    expect(
      survey(
        { ...half, pass: { ...half.pass, op: '>=', share: { num: 2, den: 3 } } },
        4,
        'for',
        'against',
        'abstain',
        'for',
      ),
    ).toBe(
      '征求 4 户；发出 4 份，收回 4 份，有效 4 份，无效 0 份；赞成 2 户，反对 1 户，弃权 1 户。' +
        '赞成未达到参与户数的 2/3（2又2/3 户），未通过。依据：“小会规则”，小会约定。',
    )
  })
  it('when it is tied though half would do', () => {
    expect(survey({ ...half, pass: { ...half.pass, op: '>=' } }, 2, 'for', 'against')).toContain(
      '赞成达到参与户数的一半（1 户），未通过。赞成与反对的户数相等，按未通过计。',
    )
  })
  it('when too few answered', () => {
    expect(survey(smallRule, 4, 'for')).toContain(
      '收回户数未达到征求户数的 2/3（2又2/3 户），请另行征求。没有合法有效的决定。依据：',
    )
  })
  it('when nobody answered', () => {
    expect(survey(half, 2)).toContain('没有一户交回，请另行征求。没有合法有效的决定。')
  })
  it('when nobody was in favour', () => {
    expect(survey({ ...half, pass: { ...half.pass, op: '>=', den: 'against' } }, 2, 'abstain')).toContain(
      '没有赞成，未通过。',
    )
  })
})

describe('what owners decided is told by heads and square metres', () => {
  it('when it passes, with the rule, its source and the caution', () => {
    expect(owners(ownersRule, ['80', '90.5', '100'], 'for', 'for', 'against')).toBe(
      '业主总人数 3 人，专有总面积 270.5 平方米；发出 3 份，收回 3 份，有效 3 份，无效 0 份；' +
        '参与 3 人、270.5 平方米；赞成 2 人、170.5 平方米，反对 1 人、100 平方米，弃权 0 人、0 平方米。' +
        '参与人数达到业主总人数的 2/3（2 人），参与面积达到专有总面积的 2/3（180又1/3 平方米）。' +
        '赞成人数超过参与人数的一半（1.5 人），赞成面积超过参与面积的一半（135.25 平方米），通过。' +
        `依据：“业主共同决定”，《民法典》第二百七十八条第二款。${OWNERS_CAUTION}。`,
    )
  })
  it('when the heads carry it and the area does not', () => {
    expect(owners({ ...ownersRule, quorum: null }, ['10', '10', '100'], 'for', 'for', 'against')).toContain(
      '赞成人数超过参与人数的一半（1.5 人），赞成面积未超过参与面积的一半（60 平方米），各项须同时满足，未通过。',
    )
  })
  it('when it is tied', () => {
    const rule: Rule = { ...ownersRule, quorum: null, pass: { ...ownersRule.pass, op: '>=' } }
    expect(owners(rule, ['50', '50'], 'for', 'against')).toContain(
      '，未通过。赞成与反对的人数和面积相等，按未通过计。依据：',
    )
  })
  it('when nothing was to be decided', () => {
    expect(owners(null, ['50', '50'], 'for')).toContain(
      `弃权 0 人、0 平方米。没有选规则，只计票，不下结论。${OWNERS_CAUTION}。`,
    )
  })
  it('a matter that nobody recognises was not compared with the rule', () => {
    const { state } = decidedInWriting(ownersOf(['1']), answers('for'), { matter: '换大门' })
    expect(verdictOf(state).sentence).toContain(
      '没有认出事项“换大门”是《民法典》第二百七十八条的哪一项，规则是否适用请另行核对。',
    )
    const known = decidedInWriting(ownersOf(['1']), answers('for'), { matter: '（五）使用维修资金' })
    expect(verdictOf(known.state).sentence).not.toContain('事项')
  })
  it('a rule that nobody compared with its source says so', () => {
    expect(owners({ ...ownersRule, checked: null }, ['1'], 'for')).toContain(
      '《民法典》第二百七十八条第二款（依据待核对）。',
    )
  })
})
