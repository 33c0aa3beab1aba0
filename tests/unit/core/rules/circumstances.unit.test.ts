import { describe, expect, it } from 'vitest'
import { readBuiltInRules } from '../../../../main/cli/rules/built-in-rules.ts'
import { type Circumstances, evaluate, type Figures } from '../../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { verdictSentence } from '../../../../shared/wording/verdicts.ts'

const rules = await readBuiltInRules()

const house: Rule = {
  ruleId: 'house',
  name: '某规则',
  quorum: { den: 'entitled', op: '>=', share: { num: 2, den: 3 } },
  pass: { den: 'entitled', op: '>', share: { num: 1, den: 2 } },
  source: '某依据',
  from: '2026-01-01',
  to: '2026-12-31',
  checked: { by: '某人', on: '2026-01-05' },
  noticeDays: 3,
  announcedItemsOnly: ['北京', '上海'],
}

const figures: Figures = { entitled: 20, present: 18, for: 13, against: 3, abstain: 2 }

const reasonsIn = (circumstances: Circumstances) => evaluate(house, figures, circumstances).reasons

describe('a vote of a meeting in its circumstances', () => {
  it('is lawful when nothing is known against it', () => {
    expect(evaluate(house, figures)).toMatchObject({ valid: true, passed: true })
    expect(evaluate(house, figures, {})).toMatchObject({ valid: true, passed: true })
  })

  it.each([
    [{ on: '2025-12-31' }, ['ruleNotYetInForce']],
    [{ on: '2026-01-01' }, []],
    [{ on: '2026-12-31' }, []],
    [{ on: '2027-01-01' }, ['ruleExpired']],
    [{ noticeDays: 2 }, ['noticeTooShort']],
    [{ noticeDays: 3 }, []],
    [{ announced: false }, []],
    [{ announced: false, region: '广东省' }, []],
    [{ announced: false, region: '上海市静安区' }, ['itemNotAnnounced']],
    [{ announced: true, region: '上海市静安区' }, []],
    [
      { on: '2027-01-01', noticeDays: 0, announced: false, region: '北京' },
      ['ruleExpired', 'noticeTooShort', 'itemNotAnnounced'],
    ],
  ] as const)('%j: %j', (circumstances, reasons) => {
    expect(reasonsIn(circumstances)).toEqual(reasons)
  })

  it('has no verdict without a lawful basis, and says why', () => {
    const verdict = evaluate(house, figures, { on: '2027-01-01', noticeDays: 1, announced: false, region: '北京' })
    expect(verdict).toMatchObject({ valid: false, passed: false })
    expect(verdictSentence(house, verdict)).toBe(
      '应到 20 人，实到 18 人；赞成 13，反对 3，弃权 2。所用规则施行至 2026-12-31，表决时已失效，表决无效，请换现行规则后重新表决。会前公示不足 3 天，表决无效，请公示期满后重新表决。议题会前没有公示，按当地规定不得表决，表决无效，请公示后重新表决。依据：某依据。',
    )
  })

  it('says that the rule is not yet in force', () => {
    expect(verdictSentence(house, evaluate(house, figures, { on: '2025-12-31' }))).toContain(
      '所用规则自 2026-01-01 起施行，表决时尚未生效，表决无效',
    )
  })

  it('quotes a source that nobody has checked as 依据待核对', () => {
    const unchecked = { ...house, checked: null }
    expect(verdictSentence(unchecked, evaluate(unchecked, figures))).toMatch(/依据：某依据（依据待核对）。$/)
  })
})

describe('a seat that stands aside', () => {
  it('is told in the sentence and counts for nothing', () => {
    const verdict = evaluate(house, { ...figures, recused: 1 })
    expect(verdict.figures).toEqual({ ...figures, recused: 1 })
    expect({ ...verdict, figures }).toEqual(evaluate(house, figures))
    expect(verdictSentence(house, verdict)).toBe(
      '应到 20 人（另有 1 人回避，不计入），实到 18 人；赞成 13，反对 3，弃权 2。赞成超过应到人数的一半（10），通过。依据：某依据。',
    )
  })

  it('is not mentioned where there is none', () => {
    expect(verdictSentence(house, evaluate(house, { ...figures, recused: 0 }))).not.toContain('回避')
  })
})

describe('a rule that counts owners or shares', () => {
  it.each(['yz278_general', 'yz278_special', 'share23'])('%s has no verdict on the people of a meeting', (ruleId) => {
    const rule = rules.find((known) => known.ruleId === ruleId) ?? house
    const verdict = evaluate(rule, { entitled: 20, present: 20, for: 20, against: 0, abstain: 0 })
    expect(verdict).toMatchObject({ valid: false, passed: false, reasons: ['figureMissing'] })
    expect(verdictSentence(rule, verdict)).toContain('会上的票数算不出结论，表决无效')
  })
})

describe('a quorum of those who take part', () => {
  const rule: Rule = {
    ...house,
    quorum: { num: 'participating', den: 'entitled', op: '>=', share: { num: 1, den: 2 } },
    pass: { den: 'participating', op: '>', share: { num: 1, den: 2 } },
  }

  it('counts ballots, not people in the room', () => {
    expect(evaluate(rule, { entitled: 20, present: 20, for: 8, against: 1, abstain: 1 }).passed).toBe(true)
    const verdict = evaluate(rule, { entitled: 20, present: 20, for: 8, against: 1, abstain: 0 })
    expect(verdict.reasons).toEqual(['noQuorum'])
    expect(verdictSentence(rule, verdict)).toContain('参与表决人数不足法定的 10 人')
  })
})
