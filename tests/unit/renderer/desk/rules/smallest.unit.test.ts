import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf } from '../../../../../renderer/desk/rules/condition-words.ts'
import { exampleOf } from '../../../../../renderer/desk/rules/example.ts'
import { inputOf } from '../../../../../renderer/desk/rules/figure-keys.ts'
import { neededWords } from '../../../../../renderer/desk/rules/needed-words.ts'
import {
  smallestArea,
  smallestOwners,
  smallestPeople,
  smallestShare,
} from '../../../../../renderer/desk/rules/smallest.ts'
import builtIn from '../../../../../resources/rule-packs.json'
import { evaluate } from '../../../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../../../shared/rules/rule.ts'
import { findRule, parseRulePacks } from '../../../../../shared/rules/rule-packs.ts'
import { tryRule } from '../../../../../shared/rules/trial/try-rule.ts'

const parsed = parseRulePacks(builtIn)
const packs = parsed.ok ? parsed.value : []
const pack = (ruleId: string): Rule => {
  const found = findRule(packs, ruleId)
  if (found === null) throw new Error(`no rule ${ruleId}`)
  return found
}

const part = fc.integer({ min: 1, max: 12 })
const share = fc.tuple(part, part).map(([a, b]) => ({ num: Math.min(a, b), den: Math.max(a, b) }))
const peopleRules: fc.Arbitrary<Rule> = fc
  .record({
    quorum: fc.option(
      fc.record({
        num: fc.constantFrom<('present' | 'participating')[]>('present', 'participating'),
        den: fc.constant('entitled' as const),
        op: fc.constantFrom<('>' | '>=')[]>('>', '>='),
        share,
      }),
    ),
    pass: fc.record({
      den: fc.constantFrom<('entitled' | 'present' | 'participating' | 'against')[]>(
        'entitled',
        'present',
        'participating',
        'against',
      ),
      op: fc.constantFrom<('>' | '>=')[]>('>', '>='),
      share,
    }),
  })
  .map((conditions) => ({ ruleId: 'any_rule', name: '规则', source: '依据', ...conditions }))

/** The first of 0 to `most` for which this holds, by trying them all. */
const first = (most: number, holds: (count: number) => boolean): number | null => {
  for (let count = 0; count <= most; count += 1) if (holds(count)) return count
  return null
}

describe('the smallest numbers that are enough', () => {
  it('are those that trying every number with the engine of the meetings finds', () => {
    fc.assert(
      fc.property(peopleRules, fc.integer({ min: 1, max: 40 }), fc.nat(40), (rule, entitled, some) => {
        const present = Math.min(entitled, some)
        const vote = (one: Rule, here: number, inFavour: number) =>
          evaluate(one, { entitled, present: here, for: inFavour, against: here - inFavour, abstain: 0 })
        const free = { ...rule, quorum: null }
        expect(smallestPeople(rule, { entitled, present })).toEqual({
          // No meeting opens a vote for nobody.
          toVote: first(entitled, (here) => here > 0 && vote(rule, here, here).valid),
          toPass: first(entitled, (here) => vote(rule, here, here).passed),
          inFavour: first(present, (inFavour) => vote(free, present, inFavour).passed),
        })
      }),
    )
  })

  it('hold for owners by heads and by hundredths of a square metre', () => {
    const special = pack('yz278_special')
    expect(smallestOwners(special, { total: 1000, taking: 667 })).toEqual({ toVote: 667, inFavour: 501 })
    expect(smallestArea(special, { total: '86000.5', taking: '57333.67' })).toEqual({
      toVote: '57333.67',
      inFavour: '43000.26',
    })
    const general = pack('yz278_general')
    expect(smallestOwners(general, { total: 9, taking: 6 })).toEqual({ toVote: 6, inFavour: 4 })
    // Exactly half is not more than half; the next hundredth is.
    expect(smallestArea(general, { total: '100', taking: '80' }).inFavour).toBe('40.01')
    expect(smallestArea(general, { total: '0.3', taking: '0.2' }).toVote).toBe('0.2')
    expect(smallestArea(general, { total: '1.0001', taking: '1.0001' }).inFavour).toBe('0.5001')
  })

  it('hold for shares, in steps as fine as they are told', () => {
    expect(smallestShare(pack('share23'), '3')).toBe('2')
    expect(smallestShare(pack('share23'), '100')).toBe('66.67')
    expect(smallestShare(pack('share23'), '1.000')).toBe('0.667')
  })

  it('are none where not even everybody is enough', () => {
    const never: Rule = { ...pack('cmdb'), pass: { den: 'entitled', op: '>', share: { num: 1, den: 1 } } }
    expect(smallestPeople(never, { entitled: 20, present: 20 })).toMatchObject({ toPass: null, inFavour: null })
    expect(neededWords(never, { 应到: '20', 实到: '20' })).toContain('应到 20 人时，全部赞成也通不过。')
  })

  it('are found at once for any number a form takes', () => {
    const million = smallestPeople(pack('party_branch'), { entitled: 999_999_999_999_999, present: 0 })
    expect(million).toEqual({ toVote: 500_000_000_000_000, toPass: 500_000_000_000_000, inFavour: null })
  })

  it('are told in sentences, and nothing is told of totals that are missing', () => {
    expect(neededWords(pack('party_branch'), { 应到: '40', 实到: '20' })).toEqual([
      '应到 40 人时，至少 20 人到会才能表决。',
      '至少要 21 人到会，全部赞成才能通过。',
      '实到 20 人时，全部赞成也通不过。',
    ])
    expect(neededWords(pack('robert_simple'), { 应到: '20', 实到: '18' })).toEqual([
      '实到 18 人时，至少 10 票赞成才通过（其余 8 票都反对时）。',
    ])
    for (const rule of packs) {
      expect(neededWords(rule, {})).toEqual([])
      expect(neededWords(rule, { 应到: 'x', 业主总人数: '-1', 专有总面积: '一', 总份额: '0' })).toEqual([])
    }
  })
})

describe('the example beside a rule', () => {
  it('passes with every rule, and does not with one vote less', () => {
    for (const rule of packs) {
      const figures = exampleOf(rule)
      expect(tryRule([rule], rule.ruleId, inputOf(figures))).toMatchObject({ valid: true, passed: true })
      const less = { people: lessPeople, owners: lessPeople, shares: lessShare }[countsOf(rule)](figures)
      expect(tryRule([rule], rule.ruleId, inputOf(less)).passed).toBe(false)
    }
  })
})

const minus = (typed: string | undefined, one: number) => String(Number(typed) - one)

const lessPeople = (figures: ReturnType<typeof exampleOf>) => ({
  ...figures,
  ...(figures.赞成 === undefined
    ? { 赞成人数: minus(figures.赞成人数, 1), 反对人数: minus(figures.反对人数, -1) }
    : { 赞成: minus(figures.赞成, 1), 反对: minus(figures.反对, -1) }),
})
const lessShare = (figures: ReturnType<typeof exampleOf>) => ({ ...figures, 赞成份额: '66.66' })
