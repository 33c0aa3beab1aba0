import { describe, expect, it } from 'vitest'
import { readBuiltInRules } from '../../../../main/cli/rules/built-in-rules.ts'
import { tryRule } from '../../../../shared/rules/trial/try-rule.ts'

const rules = await readBuiltInRules()

type Outcome = 'passed' | 'not passed' | 'no quorum'
type Row = readonly [given: string, input: Readonly<Record<string, unknown>>, outcome: Outcome]

/** 应到 实到 赞成 反对 弃权. */
const people = (
  figures: readonly [entitled: number, present: number, yes: number, no: number, abstain: number],
  outcome: Outcome,
): Row => {
  const [应到, 实到, 赞成, 反对, 弃权] = figures
  return [`${figures.join(' ')}`, { 应到, 实到, 赞成, 反对, 弃权 }, outcome]
}

type Side = readonly [total: string, participating: string, inFavour: string]

/** 总 参与 赞成, of heads and of area. */
const owners = (heads: Side, area: Side, outcome: Outcome): Row => [
  `${heads.join(' ')} 人, ${area.join(' ')} ㎡`,
  {
    业主总人数: Number(heads[0]),
    参与人数: Number(heads[1]),
    赞成人数: Number(heads[2]),
    专有总面积: area[0],
    参与面积: area[1],
    赞成面积: area[2],
  },
  outcome,
]

/** Quorum >= 2/3 of 应到, passed > 1/2 of 实到. */
const twoThirdsThenHalfOfPresent: readonly Row[] = [
  people([30, 19, 19, 0, 0], 'no quorum'),
  people([30, 20, 11, 9, 0], 'passed'),
  people([30, 21, 11, 10, 0], 'passed'),
  people([31, 20, 20, 0, 0], 'no quorum'),
  people([31, 21, 11, 0, 10], 'passed'),
  people([32, 21, 21, 0, 0], 'no quorum'),
  people([32, 22, 12, 10, 0], 'passed'),
  // 66.67 per cent of 3 rounds to more than 2.
  people([3, 2, 2, 0, 0], 'passed'),
  people([3, 1, 1, 0, 0], 'no quorum'),
  people([30, 20, 9, 0, 0], 'not passed'),
  people([30, 20, 10, 0, 10], 'not passed'),
  people([30, 20, 10, 3, 2], 'not passed'),
  people([30, 21, 10, 11, 0], 'not passed'),
  people([3_000_000_000_000_000, 2_000_000_000_000_000, 1_000_000_000_000_001, 0, 0], 'passed'),
  people([3_000_000_000_000_000, 1_999_999_999_999_999, 1_000_000_000_000_001, 0, 0], 'no quorum'),
  people([3_000_000_000_000_000, 2_000_000_000_000_000, 1_000_000_000_000_000, 0, 0], 'not passed'),
  people([0, 0, 0, 0, 0], 'no quorum'),
]

/** Quorum > 1/2 of 应到, passed > 1/2 of 实到. */
const halfThenHalfOfPresent: readonly Row[] = [
  people([40, 19, 19, 0, 0], 'no quorum'),
  people([40, 20, 20, 0, 0], 'no quorum'),
  people([40, 21, 11, 10, 0], 'passed'),
  people([41, 20, 20, 0, 0], 'no quorum'),
  people([41, 21, 11, 0, 0], 'passed'),
  people([40, 21, 10, 0, 0], 'not passed'),
  people([40, 22, 11, 11, 0], 'not passed'),
  people([40, 22, 11, 0, 0], 'not passed'),
  people([40, 22, 12, 10, 0], 'passed'),
  people([9_007_199_254_740_990, 4_503_599_627_370_495, 4_503_599_627_370_495, 0, 0], 'no quorum'),
  people([9_007_199_254_740_990, 4_503_599_627_370_496, 2_251_799_813_685_249, 0, 0], 'passed'),
]

/** Of 900 heads and 9000.03 ㎡: two thirds are 600 and 6000.02. */
const quorumOfOwners: readonly Row[] = [
  owners(['900', '599', '599'], ['9000.03', '6000.02', '6000.02'], 'no quorum'),
  owners(['900', '600', '600'], ['9000.03', '6000.01', '6000.01'], 'no quorum'),
  owners(['900', '600', '600'], ['9000.03', '6000.019999', '6000.019999'], 'no quorum'),
  owners(['900', '600', '600'], ['9000.03', '6000.02', '6000.02'], 'passed'),
  owners(['900', '601', '601'], ['9000.03', '6000.03', '6000.03'], 'passed'),
  owners(['3', '2', '2'], ['0.3', '0.2', '0.2'], 'passed'),
  // In binary fractions 0.1 + 0.2 is more than 0.3, and two thirds of it more than 0.2.
  owners(['3', '2', '2'], ['0.30000000000000004', '0.2', '0.2'], 'no quorum'),
  owners(['1000', '667', '667'], ['100', '66.67', '66.67'], 'passed'),
  owners(['1000', '666', '666'], ['100', '66.67', '66.67'], 'no quorum'),
  owners(['1000', '667', '667'], ['100', '66.66', '66.66'], 'no quorum'),
  owners(['0', '0', '0'], ['0', '0', '0'], 'no quorum'),
]

const table: Readonly<Record<string, readonly Row[]>> = {
  jmhy_2018: halfThenHalfOfPresent,
  cmhy_people: halfThenHalfOfPresent,
  jmdb_template: twoThirdsThenHalfOfPresent,
  cmdb: twoThirdsThenHalfOfPresent,
  cmhy_household: twoThirdsThenHalfOfPresent,
  cmxz: twoThirdsThenHalfOfPresent,
  yz278_general: [
    ...quorumOfOwners,
    owners(['900', '700', '349'], ['9000', '7000.2', '7000'], 'not passed'),
    owners(['900', '700', '350'], ['9000', '7000.2', '7000'], 'not passed'),
    owners(['900', '700', '351'], ['9000', '7000.2', '3500.11'], 'passed'),
    owners(['900', '700', '351'], ['9000', '7000.2', '3500.1'], 'not passed'),
    owners(['900', '700', '351'], ['9000', '7000.2', '3500.100001'], 'passed'),
    owners(['900', '700', '351'], ['9000', '7000.2', '3500.09'], 'not passed'),
    owners(['900', '701', '350'], ['9000', '7000', '7000'], 'not passed'),
    owners(['900', '701', '351'], ['9000', '7000', '3500.01'], 'passed'),
    owners(['900', '700', '699'], ['9000', '7000', '10'], 'not passed'),
    owners(['900', '700', '10'], ['9000', '7000', '6990'], 'not passed'),
  ],
  yz278_special: [
    ...quorumOfOwners,
    owners(['900', '700', '524'], ['9000', '7000.2', '7000'], 'not passed'),
    owners(['900', '700', '525'], ['9000', '7000.2', '5250.15'], 'passed'),
    owners(['900', '700', '525'], ['9000', '7000.2', '5250.149999'], 'not passed'),
    owners(['900', '700', '526'], ['9000', '7000.2', '5250.16'], 'passed'),
    owners(['900', '701', '525'], ['9000', '7000', '7000'], 'not passed'),
    owners(['900', '701', '526'], ['9000', '7000', '5250'], 'passed'),
    owners(['900', '700', '700'], ['9000', '7000', '5249.99'], 'not passed'),
    owners(['900', '700', '524'], ['9000', '7000', '7000'], 'not passed'),
    // More than half of both is enough for 一般事项 alone.
    owners(['900', '700', '400'], ['9000', '7000', '4000'], 'not passed'),
  ],
  ywh_sd: [
    people([9, 5, 5, 0, 0], 'no quorum'),
    people([9, 6, 5, 1, 0], 'passed'),
    people([9, 6, 4, 2, 0], 'not passed'),
    people([10, 6, 6, 0, 0], 'no quorum'),
    people([10, 7, 5, 2, 0], 'not passed'),
    people([10, 7, 6, 0, 1], 'passed'),
    people([11, 8, 5, 3, 0], 'not passed'),
    people([11, 8, 6, 2, 0], 'passed'),
    people([41, 33, 20, 9, 4], 'not passed'),
    people([41, 33, 21, 8, 4], 'passed'),
  ],
  party_branch: [
    people([40, 19, 19, 0, 0], 'no quorum'),
    people([40, 20, 20, 0, 0], 'not passed'),
    people([40, 21, 21, 0, 0], 'passed'),
    people([41, 20, 20, 0, 0], 'no quorum'),
    people([41, 21, 21, 0, 0], 'passed'),
    people([41, 21, 20, 1, 0], 'not passed'),
    people([40, 30, 19, 0, 0], 'not passed'),
  ],
  party_election: [
    people([50, 39, 39, 0, 0], 'no quorum'),
    people([50, 40, 25, 15, 0], 'not passed'),
    people([50, 40, 26, 14, 0], 'passed'),
    people([51, 40, 40, 0, 0], 'no quorum'),
    people([51, 41, 25, 16, 0], 'not passed'),
    people([51, 41, 26, 15, 0], 'passed'),
    people([50, 41, 24, 0, 17], 'not passed'),
  ],
  syl_party: [
    people([30, 19, 19, 0, 0], 'no quorum'),
    people([30, 20, 14, 6, 0], 'not passed'),
    people([30, 20, 15, 5, 0], 'passed'),
    people([30, 20, 16, 4, 0], 'passed'),
    people([31, 21, 15, 6, 0], 'not passed'),
    people([31, 21, 16, 5, 0], 'passed'),
    people([31, 20, 20, 0, 0], 'no quorum'),
  ],
  unanimous: [
    ['4 of 5', { 应到: 5, 赞成: 4 }, 'not passed'],
    ['5 of 5', { 应到: 5, 赞成: 5 }, 'passed'],
    ['1 of 1', { 应到: 1, 赞成: 1 }, 'passed'],
    ['nobody of nobody', { 应到: 0, 赞成: 0 }, 'no quorum'],
    ['4 of 5 with one against', { 应到: 5, 实到: 5, 赞成: 4, 反对: 1, 弃权: 0 }, 'not passed'],
    ['all but one of many', { 应到: 9_007_199_254_740_991, 赞成: 9_007_199_254_740_990 }, 'not passed'],
  ],
  share23: [
    ['under two thirds', { 总份额: '1', 赞成份额: '0.666666' }, 'not passed'],
    ['exactly two thirds', { 总份额: '0.3', 赞成份额: '0.2' }, 'passed'],
    ['over two thirds', { 总份额: '1', 赞成份额: '0.666667' }, 'passed'],
    ['two of three', { 总份额: 3, 赞成份额: 2 }, 'passed'],
    ['66.66 of 100', { 总份额: 100, 赞成份额: 66.66 }, 'not passed'],
    ['66.67 of 100', { 总份额: 100, 赞成份额: 66.67 }, 'passed'],
    ['nothing of nothing', { 总份额: '0', 赞成份额: '0' }, 'no quorum'],
  ],
  robert_simple: [
    ['one less', { 赞成: 8, 反对: 9, 弃权: 30 }, 'not passed'],
    ['a tie', { 赞成: 9, 反对: 9, 弃权: 0 }, 'not passed'],
    ['one more', { 赞成: 10, 反对: 9, 弃权: 30 }, 'passed'],
    ['one alone', { 赞成: 1, 反对: 0 }, 'passed'],
    ['nobody', { 赞成: 0, 反对: 0 }, 'not passed'],
  ],
}

describe('the built-in packs at, below and above each threshold', () => {
  it('are all in the table', () => {
    expect(Object.keys(table).sort()).toEqual(rules.map(({ ruleId }) => ruleId).sort())
  })

  const rows = Object.entries(table).flatMap(([ruleId, cases]) => cases.map((row) => [ruleId, ...row] as const))

  it.each(rows)('%s with %s', (ruleId, _given, input, outcome) => {
    expect(tryRule(rules, ruleId, input)).toMatchObject({
      valid: outcome !== 'no quorum',
      passed: outcome === 'passed',
      reasons: outcome === 'no quorum' ? ['noQuorum'] : [],
    })
  })

  it('the same count has different results under different rules', () => {
    const input = { 应到: 30, 实到: 20, 赞成: 15, 反对: 5, 弃权: 0 }
    const passed = (ruleId: string) => tryRule(rules, ruleId, input).passed
    expect(['syl_party', 'cmdb', 'robert_simple'].map(passed)).toEqual([true, true, true])
    expect(['ywh_sd', 'party_branch', 'unanimous'].map(passed)).toEqual([false, false, false])
  })
})
