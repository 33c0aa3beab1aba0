import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, type Figures } from '../../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { verdictSentence } from '../../../../shared/wording/verdicts.ts'

const ruleOf = (pass: Rule['pass'], quorum: Rule['quorum'] = null): Rule => ({
  ruleId: 'a_rule',
  name: '某规则',
  quorum,
  pass,
  source: '《示范议事规则》第八条',
})

const half = { num: 1, den: 2 }
const twoThirds = { num: 2, den: 3 }
const overHalf = ruleOf({ den: 'entitled', op: '>', share: half }, { den: 'entitled', op: '>=', share: twoThirds })

const figures = (entitled: number, present: number, yes: number, no: number, abstain: number): Figures => ({
  entitled,
  present,
  for: yes,
  against: no,
  abstain,
})

const said = (rule: Rule, given: Figures) => verdictSentence(rule, evaluate(rule, given))

/** 10, 10.5, 1/3 or 13又1/3 as one fraction. */
function fractionOf(threshold: string): { readonly over: number; readonly under: number } {
  const [whole = '', part] = threshold.includes('又') ? threshold.split('又') : ['0', threshold]
  const [over = '', under] = (part ?? '').split('/')
  if (under === undefined) return { over: Number(over) * 2, under: 2 }
  expect(Number(over)).toBeLessThan(Number(under))
  return { over: Number(whole) * Number(under) + Number(over), under: Number(under) }
}

describe('a verdict is announced with every number and its source', () => {
  it.each([
    [
      'passed by more than half of an odd number',
      overHalf,
      figures(21, 18, 13, 3, 2),
      '应到 21 人，实到 18 人；赞成 13，反对 3，弃权 2。赞成超过应到人数的一半（10.5），通过。依据：《示范议事规则》第八条。',
    ],
    [
      'exactly half is not more than half',
      overHalf,
      figures(20, 18, 10, 6, 2),
      '应到 20 人，实到 18 人；赞成 10，反对 6，弃权 2。赞成未超过应到人数的一半（10），未通过。依据：《示范议事规则》第八条。',
    ],
    [
      'two thirds of 20 is not a whole number',
      ruleOf({ den: 'present', op: '>=', share: twoThirds }),
      figures(25, 20, 14, 3, 2),
      '应到 25 人，实到 20 人；赞成 14，反对 3，弃权 2。赞成达到实到人数的 2/3（13又1/3），通过。依据：《示范议事规则》第八条。',
    ],
    [
      'one short of two thirds',
      ruleOf({ den: 'present', op: '>=', share: twoThirds }),
      figures(25, 20, 13, 3, 2),
      '应到 25 人，实到 20 人；赞成 13，反对 3，弃权 2。赞成未达到实到人数的 2/3（13又1/3），未通过。依据：《示范议事规则》第八条。',
    ],
    [
      'a fraction is shown in lowest terms, 3/4 of 6 of 4 1/2',
      ruleOf({ den: 'participating', op: '>=', share: { num: 3, den: 4 } }),
      figures(9, 8, 5, 1, 0),
      '应到 9 人，实到 8 人；赞成 5，反对 1，弃权 0。赞成达到参与表决人数的 3/4（4.5），通过。依据：《示范议事规则》第八条。',
    ],
    [
      '5/6 of 4 is 3 1/3',
      ruleOf({ den: 'participating', op: '>=', share: { num: 5, den: 6 } }),
      figures(9, 8, 4, 0, 0),
      '应到 9 人，实到 8 人；赞成 4，反对 0，弃权 0。赞成达到参与表决人数的 5/6（3又1/3），通过。依据：《示范议事规则》第八条。',
    ],
    [
      'a share of less than one',
      ruleOf({ den: 'present', op: '>', share: { num: 1, den: 3 } }),
      figures(2, 2, 1, 1, 0),
      '应到 2 人，实到 2 人；赞成 1，反对 1，弃权 0。赞成超过实到人数的 1/3（2/3），通过。依据：《示范议事规则》第八条。',
    ],
    [
      'more in favour than against',
      ruleOf({ den: 'against', op: '>', share: { num: 1, den: 1 } }),
      figures(20, 18, 7, 6, 5),
      '应到 20 人，实到 18 人；赞成 7，反对 6，弃权 5。赞成超过反对票数（6），通过。依据：《示范议事规则》第八条。',
    ],
    [
      'a tie does not pass',
      ruleOf({ den: 'against', op: '>', share: { num: 1, den: 1 } }),
      figures(20, 18, 6, 6, 5),
      '应到 20 人，实到 18 人；赞成 6，反对 6，弃权 5。赞成未超过反对票数（6），未通过。依据：《示范议事规则》第八条。',
    ],
    [
      'everybody in favour',
      ruleOf({ den: 'entitled', op: '>=', share: { num: 1, den: 1 } }),
      figures(5, 5, 5, 0, 0),
      '应到 5 人，实到 5 人；赞成 5，反对 0，弃权 0。赞成达到应到人数（5），通过。依据：《示范议事规则》第八条。',
    ],
    [
      'no quorum',
      overHalf,
      figures(21, 13, 13, 0, 0),
      '应到 21 人，实到 13 人；赞成 13，反对 0，弃权 0。到会人数不足法定的 14 人，表决无效。依据：《示范议事规则》第八条。',
    ],
    [
      'more ballots than people',
      overHalf,
      figures(21, 18, 13, 4, 2),
      '应到 21 人，实到 18 人；赞成 13，反对 4，弃权 2。票数与人数不平，表决无效，请核对后重新表决。依据：《示范议事规则》第八条。',
    ],
    [
      'ballots that do not balance come before a missing quorum',
      overHalf,
      figures(21, 13, 14, 0, 0),
      '应到 21 人，实到 13 人；赞成 14，反对 0，弃权 0。票数与人数不平，表决无效，请核对后重新表决。依据：《示范议事规则》第八条。',
    ],
  ])('%s', (_name, rule, given, sentence) => {
    expect(said(rule, given)).toBe(sentence)
  })

  it('the threshold that is announced is exactly the share', () => {
    const small = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(small, small, small, (of, num, den) => {
        const rule = ruleOf({ den: 'present', op: '>', share: { num, den } })
        const [, threshold = ''] = said(rule, figures(of, of, of, 0, 0)).match(/（(.+)）/) ?? []
        const { over, under } = fractionOf(threshold)
        expect(over * den).toBe(num * of * under)
      }),
      { numRuns: 500 },
    )
  })

  it('says 通过 of exactly the verdicts that passed', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(20), (yes, no, abstain, present) => {
        const verdict = evaluate(overHalf, figures(20, present, yes, no, abstain))
        const sentence = verdictSentence(overHalf, verdict)
        expect(sentence.includes('，通过。')).toBe(verdict.passed)
        expect(sentence.includes('表决无效')).toBe(!verdict.valid)
        expect(sentence.includes('，未通过。')).toBe(verdict.valid && !verdict.passed)
      }),
      { numRuns: 300 },
    )
  })
})
