import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBuiltInRules } from '../../../../main/cli/rules/built-in-rules.ts'
import { evaluate } from '../../../../shared/rules/evaluate.ts'
import { type Rule, rule as ruleSchema } from '../../../../shared/rules/rule.ts'
import { areaKeys, countKeys, shareKeys, wordKeys } from '../../../../shared/rules/trial/input-keys.ts'
import { tryRule } from '../../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../../shared/wording/trial.ts'
import { verdictSentence } from '../../../../shared/wording/verdicts.ts'

const rules = await readBuiltInRules()
const today = '2026-06-01'

const counted = rules.filter(({ pass }) => pass.both === undefined && pass.den !== 'totalShare')
const owned = rules.filter(({ pass }) => pass.both !== undefined)

const peopleRule = fc.constantFrom(...counted)
const ownersRule = fc.constantFrom(...owned)

type Choice = '赞成' | '反对' | '弃权'
const choices = fc.constantFrom<Choice>('赞成', '反对', '弃权')

/** The figures of a count in which `present` of `entitled` cast these ballots. */
function countOf(ballots: readonly Choice[], present: number, entitled: number) {
  const of = (choice: Choice) => ballots.filter((ballot) => ballot === choice).length
  return { 应到: entitled, 实到: present, 赞成: of('赞成'), 反对: of('反对'), 弃权: of('弃权') }
}

const counts = fc
  .tuple(fc.array(choices, { maxLength: 40 }), fc.nat(6), fc.nat(12))
  .map(([ballots, silent, away]) => countOf(ballots, ballots.length + silent, ballots.length + silent + away))

/** An area in hundredths as its text: 123456 is 1234.56. */
const areaText = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

/** Heads and hundredths of square metres: 赞成, 反对, 弃权, and who stays away. */
const sides = fc.record({
  heads: fc.tuple(fc.nat(60), fc.nat(12), fc.nat(8), fc.nat(20)),
  area: fc.tuple(fc.nat(600_000), fc.nat(120_000), fc.nat(80_000), fc.nat(200_000)),
})

type Sides = { readonly heads: readonly number[]; readonly area: readonly number[] }

function ownersInput({ area, heads }: Sides) {
  const [yes = 0, no = 0, abstain = 0, away = 0] = heads
  const [yesArea = 0, noArea = 0, abstainArea = 0, awayArea = 0] = area
  return {
    业主总人数: yes + no + abstain + away,
    参与人数: yes + no + abstain,
    赞成人数: yes,
    反对人数: no,
    弃权人数: abstain,
    专有总面积: areaText(yesArea + noArea + abstainArea + awayArea),
    参与面积: areaText(yesArea + noArea + abstainArea),
    赞成面积: areaText(yesArea),
    反对面积: areaText(noArea),
    弃权面积: areaText(abstainArea),
  }
}

/** Compares a/b with n/d as the old Greeks did: whole parts, then what is left over. No products, no fractions. */
function ratio(a: bigint, b: bigint, n: bigint, d: bigint): -1 | 0 | 1 {
  const [whole, other] = [a / b, n / d]
  if (whole !== other) return whole < other ? -1 : 1
  const [rest, left] = [a % b, n % d]
  if (rest === 0n || left === 0n) return rest === left ? 0 : rest === 0n ? -1 : 1
  return ratio(d, left, b, rest)
}

function reaches({ op, share }: Rule['pass'] | NonNullable<Rule['quorum']>, count: bigint, of: bigint): boolean {
  if (of === 0n) return op === '>=' || count > 0n
  const order = ratio(count, of, BigInt(share.num), BigInt(share.den))
  return op === '>=' ? order >= 0 : order > 0
}

describe('a trial', () => {
  it('never depends on the order of the ballots', () => {
    const shuffled = fc
      .array(choices, { maxLength: 40 })
      .chain((ballots) => fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })))
    fc.assert(
      fc.property(peopleRule, shuffled, ({ ruleId }, [one, other]) => {
        const tried = (ballots: readonly Choice[]) =>
          trialSentence(tryRule(rules, ruleId, countOf(ballots, 40, 45)), today)
        expect(tried(one)).toBe(tried(other))
      }),
    )
  })

  it('never depends on the order in which the figures are entered', () => {
    const entered = counts.chain((input) =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray(Object.entries(input), { minLength: 5 })),
    )
    fc.assert(
      fc.property(peopleRule, entered, ({ ruleId }, [input, entries]) => {
        expect(tryRule(rules, ruleId, Object.fromEntries(entries))).toEqual(tryRule(rules, ruleId, input))
      }),
    )
  })

  it('says the same as a meeting with the same figures', () => {
    fc.assert(
      fc.property(peopleRule, counts, (rule, input) => {
        const { 应到, 实到, 赞成, 反对, 弃权 } = input
        // A meeting opens no vote for nobody.
        fc.pre(应到 > 0 && 实到 > 0)
        const figures = { entitled: 应到, present: 实到, for: 赞成, against: 反对, abstain: 弃权 }
        const verdict = evaluate(rule, figures)
        const trial = tryRule(rules, rule.ruleId, input)
        expect(trial).toMatchObject({ valid: verdict.valid, passed: verdict.passed, reasons: verdict.reasons })
        if (verdict.valid) expect(trialSentence(trial, '2025-01-01')).toContain(verdictSentence(rule, verdict))
      }),
      { numRuns: 500 },
    )
  })

  it('with more 赞成 never turns passed into not passed', () => {
    fc.assert(
      fc.property(peopleRule, counts, ({ ruleId }, input) => {
        fc.pre(input.赞成 + input.反对 + input.弃权 < input.实到 && tryRule(rules, ruleId, input).passed)
        expect(tryRule(rules, ruleId, { ...input, 赞成: input.赞成 + 1 }).passed).toBe(true)
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    )
  })

  it('with a ballot turned from 反对 or 弃权 to 赞成 never turns passed into not passed', () => {
    fc.assert(
      fc.property(peopleRule, counts, fc.constantFrom('反对' as const, '弃权' as const), ({ ruleId }, input, from) => {
        fc.pre(input[from] > 0 && tryRule(rules, ruleId, input).passed)
        const turned = { ...input, 赞成: input.赞成 + 1, [from]: input[from] - 1 }
        expect(tryRule(rules, ruleId, turned).passed).toBe(true)
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    )
  })

  it('with an owner who turns to 赞成, or joins with it, never turns passed into not passed', () => {
    const from = fc.constantFrom(1, 2, 3)
    fc.assert(
      fc.property(ownersRule, sides, from, fc.nat(50_000), ({ ruleId }, given, place, much) => {
        const moved = Math.min(much, given.area[place] ?? 0)
        fc.pre((given.heads[place] ?? 0) > 0 && tryRule(rules, ruleId, ownersInput(given)).passed)
        const turn = (amounts: readonly number[], by: number) =>
          amounts.map((amount, index) => (index === 0 ? amount + by : index === place ? amount - by : amount))
        const turned = { heads: turn(given.heads, 1), area: turn(given.area, moved) }
        expect(tryRule(rules, ruleId, ownersInput(turned)).passed).toBe(true)
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    )
  })

  it('of people decides as a comparison without products does', () => {
    fc.assert(
      fc.property(peopleRule, counts, (rule, input) => {
        const bases: Readonly<Record<string, number>> = {
          entitled: input.应到,
          present: input.实到,
          against: input.反对,
        }
        const somebody = input.应到 > 0 && input.实到 > 0
        const quorum =
          somebody && (rule.quorum === null || reaches(rule.quorum, BigInt(input.实到), BigInt(input.应到)))
        const enough =
          input.赞成 > 0 && reaches(rule.pass, BigInt(input.赞成), BigInt(bases[rule.pass.den] ?? Number.NaN))
        expect(tryRule(rules, rule.ruleId, input)).toMatchObject({ valid: quorum, passed: quorum && enough })
      }),
      { numRuns: 1_000 },
    )
  })

  it('of owners decides as a comparison without products does, for each count on its own', () => {
    fc.assert(
      fc.property(ownersRule, sides, (rule, given) => {
        const whole = (amounts: readonly number[]) => {
          const [yes = 0, no = 0, abstain = 0, away = 0] = amounts
          return [BigInt(yes), BigInt(yes + no + abstain), BigInt(yes + no + abstain + away)] as const
        }
        const both = [whole(given.heads), whole(given.area)]
        const quorum = both.every(
          ([, of, total]) => total > 0n && rule.quorum !== null && reaches(rule.quorum, of, total),
        )
        const enough = both.every(([yes, of]) => yes > 0n && reaches(rule.pass, yes, of))
        expect(tryRule(rules, rule.ruleId, ownersInput(given))).toMatchObject({
          valid: quorum,
          passed: quorum && enough,
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('of shares decides as a comparison without products does', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (one, other) => {
        const [yes, total] = [Math.min(one, other), Math.max(one, other)]
        const passes = yes > 0 && ratio(BigInt(yes), BigInt(total), 2n, 3n) >= 0
        expect(tryRule(rules, 'share23', { 总份额: areaText(total), 赞成份额: areaText(yes) }).passed).toBe(passes)
      }),
      { numRuns: 500 },
    )
  })
})

/** Rules as a secretary might make them, senseless ones included. */
const anyRule = fc
  .record({
    quorum: fc.option(
      fc.record({
        num: fc.constantFrom('present' as const, 'participating' as const),
        den: fc.constantFrom('entitled' as const, 'total' as const),
        op: fc.constantFrom('>' as const, '>=' as const),
        share: fc.constantFrom({ num: 1, den: 2 }, { num: 2, den: 3 }, { num: 1, den: 1 }),
        both: fc.option(fc.constant(['owners' as const, 'area' as const]), { nil: undefined }),
      }),
    ),
    pass: fc.record({
      num: fc.constantFrom('for' as const, 'forShare' as const),
      den: fc.constantFrom('entitled', 'present', 'participating', 'against', 'total', 'totalShare'),
      op: fc.constantFrom('>' as const, '>=' as const),
      share: fc.constantFrom({ num: 1, den: 2 }, { num: 3, den: 4 }, { num: 2, den: 1 }),
      both: fc.option(fc.constant(['owners' as const, 'area' as const]), { nil: undefined }),
    }),
    matters: fc.option(fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 1 }), { nil: undefined }),
    to: fc.constantFrom(null, '2025-12-31', '2027-12-31'),
  })
  .map((some): Rule => ruleSchema.parse({ ruleId: 'some_rule', name: '某规则', source: '某依据', ...some }))

const amount = fc.oneof(fc.nat(50), fc.nat(50).map(String), fc.constantFrom('', null, -1, 1.5, 'x', '２０', '12.50'))
const plausible = fc.record(
  Object.fromEntries([
    ...[...countKeys, ...areaKeys, ...shareKeys].map((key) => [key, amount] as const),
    ...wordKeys.map((key) => [key, fc.constantFrom('是', '否', true, '北京市', '（六）', '改建', '楼道灯')] as const),
  ]),
  { requiredKeys: [] },
)

describe('whatever is entered', () => {
  const checkTrial = (list: readonly Rule[], ruleId: unknown, input: unknown) => {
    const trial = tryRule(list, ruleId, input)
    const sentence = trialSentence(trial, today)
    expect(trial.valid).toBe(trial.reasons.length === 0)
    if (!trial.valid) expect(trial.passed).toBe(false)
    expect(/(?<!未)通过。/.test(sentence)).toBe(trial.passed)
    expect(sentence.includes('未通过。')).toBe(trial.valid && !trial.passed)
    expect(sentence).not.toMatch(/undefined|NaN|null|\[object|。。|：。/)
    return sentence
  }

  it('a trial never throws', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
    const ruleIds = fc.oneof(fc.constantFrom(...rules.map(({ ruleId }) => ruleId)), anything)
    fc.assert(
      fc.property(ruleIds, anything, (ruleId, input) => {
        expect(() => trialSentence(tryRule(rules, ruleId, input), today)).not.toThrow()
      }),
      { numRuns: 1_000 },
    )
  })

  it('a known key may hold anything', () => {
    const values = fc.dictionary(fc.constantFrom(...countKeys, ...areaKeys, ...shareKeys, ...wordKeys), fc.anything())
    fc.assert(
      fc.property(fc.constantFrom(...rules), values, ({ ruleId }, input) => {
        expect(() => checkTrial(rules, ruleId, input)).not.toThrow()
      }),
      { numRuns: 1_000 },
    )
  })

  it('every sentence fits its result, and none has a percentage', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.oneof(plausible, counts, sides.map(ownersInput)),
        ({ ruleId }, input) => {
          expect(checkTrial(rules, ruleId, input)).not.toMatch(/[%％‰]|百分/)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('so does every rule that can be written down', () => {
    fc.assert(
      fc.property(anyRule, fc.oneof(plausible, counts, sides.map(ownersInput)), (rule, input) => {
        expect(checkTrial([rule], rule.ruleId, input)).not.toMatch(/[%％‰]|百分/)
      }),
      { numRuns: 1_000 },
    )
  })
})
