import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBallots } from '../../../../shared/meeting/voting/marks.ts'
import { figuresOf } from '../../../../shared/meeting/voting/result.ts'
import type { Option } from '../../../../shared/meeting/voting/state.ts'
import { baseOf, evaluate, type Figures, quorumMet, quorumNeeded } from '../../../../shared/rules/evaluate.ts'
import { type Base, type Operator, type Rule, rule as ruleSchema, type Share } from '../../../../shared/rules/rule.ts'
import { chair, memberA, memberB } from '../../../fixtures/small-meeting.ts'

const half: Share = { num: 1, den: 2 }
const twoThirds: Share = { num: 2, den: 3 }
const once: Share = { num: 1, den: 1 }

const ruleOf = (den: Base, op: Operator, share: Share, quorum: Rule['quorum'] = null): Rule => ({
  ruleId: 'a_rule',
  name: '某规则',
  quorum,
  pass: { den, op, share },
  source: '某依据',
})

const figures = (entitled: number, present: number, yes: number, no: number, abstain: number): Figures => ({
  entitled,
  present,
  for: yes,
  against: no,
  abstain,
})

const atLeast = (share: Share): Rule['quorum'] => ({ den: 'entitled', op: '>=', share })
const moreThan = (share: Share): Rule['quorum'] => ({ den: 'entitled', op: '>', share })

type Row = readonly [base: Base, op: Operator, share: Share, figures: Figures, passed: boolean]

/** 以上 includes the number itself, 过半数 and 超过 do not (民法典 §1259). */
const thresholds: readonly Row[] = [
  ['entitled', '>', half, figures(20, 20, 9, 0, 0), false],
  ['entitled', '>', half, figures(20, 20, 10, 0, 0), false],
  ['entitled', '>', half, figures(20, 20, 11, 0, 0), true],
  ['entitled', '>', half, figures(21, 18, 10, 8, 0), false],
  ['entitled', '>', half, figures(21, 18, 11, 7, 0), true],
  ['entitled', '>=', half, figures(20, 20, 9, 0, 0), false],
  ['entitled', '>=', half, figures(20, 20, 10, 10, 0), true],
  ['entitled', '>=', half, figures(20, 20, 11, 9, 0), true],
  ['entitled', '>=', once, figures(5, 5, 5, 0, 0), true],
  ['entitled', '>=', once, figures(5, 5, 4, 0, 0), false],
  ['present', '>', half, figures(20, 12, 5, 0, 0), false],
  ['present', '>', half, figures(20, 12, 6, 6, 0), false],
  ['present', '>', half, figures(20, 12, 7, 5, 0), true],
  ['present', '>=', twoThirds, figures(20, 12, 7, 5, 0), false],
  ['present', '>=', twoThirds, figures(20, 12, 8, 4, 0), true],
  ['present', '>=', twoThirds, figures(20, 12, 9, 3, 0), true],
  ['participating', '>', half, figures(20, 20, 4, 4, 1), false],
  ['participating', '>', half, figures(20, 20, 5, 4, 1), false],
  ['participating', '>', half, figures(20, 20, 6, 4, 1), true],
  ['participating', '>=', { num: 3, den: 4 }, figures(20, 20, 5, 1, 2), false],
  ['participating', '>=', { num: 3, den: 4 }, figures(20, 20, 6, 1, 1), true],
  ['participating', '>=', { num: 3, den: 4 }, figures(20, 20, 7, 1, 0), true],
  ['against', '>', once, figures(20, 20, 3, 4, 9), false],
  ['against', '>', once, figures(20, 20, 4, 4, 9), false],
  ['against', '>', once, figures(20, 20, 5, 4, 9), true],
  ['against', '>', once, figures(20, 20, 1, 0, 9), true],
  ['against', '>=', once, figures(20, 20, 3, 4, 0), false],
  ['against', '>=', once, figures(20, 20, 4, 4, 0), true],
  ['against', '>=', once, figures(20, 20, 5, 4, 0), true],
  ['against', '>=', { num: 2, den: 1 }, figures(20, 20, 7, 4, 0), false],
  ['against', '>=', { num: 2, den: 1 }, figures(20, 20, 8, 4, 0), true],
]

describe('thresholds', () => {
  const named = thresholds.map(([base, op, share, given, passed]) => {
    const says = `${given.for} 赞成 ${op} ${share.num}/${share.den} of ${baseOf(base, given)} ${base}`
    return [`${says}: ${passed ? 'passed' : 'not passed'}`, ruleOf(base, op, share), given, passed] as const
  })

  it.each(named)('%s', (_name, rule, given, passed) => {
    expect(evaluate(rule, given)).toEqual({ ruleId: 'a_rule', valid: true, passed, reasons: [], figures: given })
  })

  it.each(['entitled', 'present', 'participating', 'against'] as const)(
    'what nobody is in favour of does not pass, whatever share of %s is asked',
    (base) => {
      expect(evaluate(ruleOf(base, '>=', twoThirds), figures(5, 5, 0, 0, 0)).passed).toBe(false)
      expect(evaluate(ruleOf(base, '>', twoThirds), figures(5, 5, 0, 0, 0)).passed).toBe(false)
      expect(evaluate(ruleOf(base, '>=', twoThirds), figures(0, 0, 0, 0, 0)).passed).toBe(false)
    },
  )

  it('abstentions count as taking part, ballots not handed in do not', () => {
    expect(baseOf('participating', figures(9, 8, 3, 2, 1))).toBe(6)
  })
})

describe('quorum', () => {
  const pass = { den: 'entitled', op: '>', share: half } as const

  const quorums = [
    [atLeast(twoThirds), 21, 13, false],
    [atLeast(twoThirds), 21, 14, true],
    [atLeast(twoThirds), 20, 13, false],
    [atLeast(twoThirds), 20, 14, true],
    [moreThan(half), 20, 10, false],
    [moreThan(half), 20, 11, true],
    [moreThan(half), 21, 10, false],
    [moreThan(half), 21, 11, true],
    [atLeast(half), 20, 9, false],
    [atLeast(half), 20, 10, true],
    [atLeast(once), 20, 19, false],
    [atLeast(once), 20, 20, true],
    [null, 20, 0, true],
    [atLeast(half), 0, 0, false],
  ] as const

  const named = quorums.map(([quorum, entitled, present, met]) => {
    const asked = quorum === null ? 'nobody' : `${quorum.op} ${quorum.share.num}/${quorum.share.den}`
    return [`${asked} of ${entitled} with ${present} present: ${met}`, quorum, entitled, present, met] as const
  })

  it.each(named)('%s', (_name, quorum, entitled, present, met) => {
    expect(quorumMet({ ...ruleOf('entitled', '>', half), quorum }, { entitled, present })).toBe(met)
  })

  it('without a quorum nothing is decided, however many are in favour', () => {
    const verdict = evaluate({ ...ruleOf('present', '>', half, atLeast(twoThirds)), pass }, figures(21, 13, 13, 0, 0))
    expect(verdict).toMatchObject({ valid: false, passed: false, reasons: ['noQuorum'] })
  })

  it('a rule that asks for no quorum needs nobody', () => {
    expect(quorumNeeded(ruleOf('entitled', '>', half), 20)).toBe(0)
  })

  it('the number needed is the smallest that makes a quorum, for every small share and council', () => {
    for (const op of ['>', '>='] as const) {
      for (let den = 1; den <= 6; den += 1) {
        for (let num = 1; num <= den; num += 1) {
          for (let entitled = 1; entitled <= 30; entitled += 1) {
            const rule = ruleOf('entitled', '>', half, { den: 'entitled', op, share: { num, den } })
            const needed = quorumNeeded(rule, entitled)
            const says = `${op} ${num}/${den} of ${entitled} needs ${needed}`
            expect(quorumMet(rule, { entitled, present: needed }), says).toBe(true)
            expect(quorumMet(rule, { entitled, present: needed - 1 }), says).toBe(false)
          }
        }
      }
    }
  })
})

describe('ballots that do not balance', () => {
  it.each([
    ['more ballots than people present', figures(10, 5, 3, 2, 1)],
    ['more present than entitled', figures(10, 11, 6, 0, 0)],
    ['a negative count', figures(10, 10, 7, -1, 0)],
    ['a part of a ballot', figures(10, 10, 6.5, 0, 0)],
    ['no number at all', figures(10, 10, Number.NaN, 0, 0)],
    ['an endless number', figures(Number.POSITIVE_INFINITY, 10, 6, 0, 0)],
  ])('%s: no valid vote, and nothing passes', (_name, given) => {
    expect(evaluate(ruleOf('against', '>', once, atLeast(half)), given)).toMatchObject({
      valid: false,
      passed: false,
      reasons: ['ballotsUnbalanced'],
    })
  })

  it('both reasons are given when both hold', () => {
    expect(evaluate(ruleOf('present', '>', half, atLeast(half)), figures(10, 4, 5, 0, 0)).reasons).toEqual([
      'ballotsUnbalanced',
      'noQuorum',
    ])
  })

  it('as many ballots as people present balance', () => {
    expect(evaluate(ruleOf('present', '>', half), figures(10, 6, 3, 2, 1)).valid).toBe(true)
  })
})

/** No quorum asks for more than everybody. */
const parts = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 39 }))
  .map(([num, more]) => ({ num, den: num + more }))
const shares = fc.record({ num: fc.integer({ min: 1, max: 40 }), den: fc.integer({ min: 1, max: 40 }) })
const rules = fc
  .record({
    base: fc.constantFrom<Base>('entitled', 'present', 'participating', 'against'),
    op: fc.constantFrom<Operator>('>', '>='),
    share: shares,
    quorum: fc.option(fc.record({ op: fc.constantFrom<Operator>('>', '>='), share: parts })),
  })
  .map(({ base, op, quorum, share }) => ruleOf(base, op, share, quorum && { den: 'entitled', ...quorum }))

const balanced = fc
  .tuple(...Array.from({ length: 5 }, () => fc.nat(12)))
  .map(([yes = 0, no = 0, abstain = 0, silent = 0, away = 0]) =>
    figures(yes + no + abstain + silent + away, yes + no + abstain + silent, yes, no, abstain),
  )

describe('for every rule', () => {
  it('a quorum of more than everybody is no rule', () => {
    const impossible = ruleOf('entitled', '>', { num: 1, den: 2 }, atLeast({ num: 3, den: 2 }))
    expect(ruleSchema.safeParse(impossible).success).toBe(false)
  })

  it('generated rules are rules', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(ruleSchema.parse(rule)).toEqual(rule)
      }),
    )
  })

  it('one more 赞成 never turns passed into not passed', () => {
    fc.assert(
      fc.property(rules, balanced, (rule, given) => {
        fc.pre(given.for + given.against + given.abstain < given.present)
        fc.pre(evaluate(rule, given).passed)
        expect(evaluate(rule, { ...given, for: given.for + 1 }).passed).toBe(true)
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    )
  })

  it('a ballot that changes from 反对 or 弃权 to 赞成 never turns passed into not passed', () => {
    fc.assert(
      fc.property(rules, balanced, fc.constantFrom('against' as const, 'abstain' as const), (rule, given, from) => {
        fc.pre(given[from] > 0 && evaluate(rule, given).passed)
        expect(evaluate(rule, { ...given, for: given.for + 1, [from]: given[from] - 1 }).passed).toBe(true)
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    )
  })

  it('passed is never true in a vote that is not valid, and every invalid one has a reason', () => {
    fc.assert(
      fc.property(
        rules,
        fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: -2, max: 12 }))),
        (rule, counts) => {
          const [entitled = 0, present = 0, yes = 0, no = 0, abstain = 0] = counts
          const verdict = evaluate(rule, figures(entitled, present, yes, no, abstain))
          expect(verdict.valid).toBe(verdict.reasons.length === 0)
          if (!verdict.valid) expect(verdict.passed).toBe(false)
        },
      ),
    )
  })

  it('the verdict does not depend on the order of the ballots', () => {
    const ballots = fc
      .array(fc.constantFrom<Option>('for', 'against', 'abstain'), { maxLength: 30 })
      .chain((options) => fc.tuple(fc.constant(options), fc.shuffledSubarray(options, { minLength: options.length })))
    fc.assert(
      fc.property(rules, ballots, (rule, [one, other]) => {
        const vote = { entitled: 30, electors: Array.from({ length: 30 }, () => chair) }
        const cast = (options: readonly Option[]) =>
          evaluate(
            rule,
            figuresOf(
              vote,
              countBallots(
                { kind: 'motion' },
                options.map((option) => ({ option })),
              ),
            ),
          )
        expect(cast(one)).toEqual(cast(other))
      }),
    )
  })

  it('the figures of a vote count each choice, and its electors as present', () => {
    const ballots = (['for', 'for', 'against', 'abstain'] as const).map((option) => ({ option }))
    const counts = countBallots({ kind: 'motion' }, ballots)
    expect(figuresOf({ entitled: 9, electors: [chair, memberA, memberB] }, counts)).toEqual(figures(9, 3, 2, 1, 1))
  })

  it('nothing is rounded, however big the numbers and odd the shares', () => {
    const big = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(big, big, big, fc.constantFrom<Operator>('>', '>='), fc.boolean(), (of, num, den, op, edge) => {
        const exact = (BigInt(num) * BigInt(of)) / BigInt(den)
        // Right at the threshold is where rounding would show.
        const count = edge && exact <= BigInt(of) ? Number(exact) : Math.ceil(of / 2)
        fc.pre(count > 0 && count <= of)
        const left = BigInt(count) * BigInt(den)
        const right = BigInt(num) * BigInt(of)
        const verdict = evaluate(ruleOf('entitled', op, { num, den }), figures(of, of, count, 0, 0))
        expect(verdict.passed).toBe(op === '>' ? left > right : left >= right)
      }),
      { numRuns: 1_000 },
    )
  })

  it('tells a third of nine thousand billions from one ballot less', () => {
    const third = 3_000_000_000_000_000
    const rule = ruleOf('entitled', '>=', { num: 1, den: 3 })
    expect(evaluate(rule, figures(3 * third, 3 * third, third, 0, 0)).passed).toBe(true)
    expect(evaluate(rule, figures(3 * third, 3 * third, third - 1, 0, 0)).passed).toBe(false)
  })
})
