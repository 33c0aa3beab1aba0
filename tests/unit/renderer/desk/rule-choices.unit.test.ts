import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  baseOptions,
  passOptions,
  passSentence,
  quorumOptions,
  ruleOf,
  ruleSentence,
  usualRule,
} from '../../../../renderer/desk/first-run/rule-choices.ts'
import { evaluate } from '../../../../shared/rules/evaluate.ts'
import { rule as ruleSchema } from '../../../../shared/rules/rule.ts'
import { thresholdName, verdictSentence } from '../../../../shared/wording/verdicts.ts'

const value = <Options extends readonly { readonly value: unknown }[]>(options: Options) =>
  fc.constantFrom<Options[number]['value'][]>(...options.map((option) => option.value)) as fc.Arbitrary<
    Options[number]['value']
  >

const choices = fc.record({
  quorum: value(quorumOptions),
  base: value(baseOptions),
  pass: value(passOptions),
  source: fc.constant('章程第八条'),
})

describe('a rule from plain choices', () => {
  it('is one that the host takes, whatever is chosen', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(ruleSchema.safeParse(ruleOf(choice)).success).toBe(true)
      }),
    )
  })

  it('has a name of its own for every choice', () => {
    const rules = quorumOptions.flatMap(({ value: quorum }) =>
      baseOptions.flatMap(({ value: base }) =>
        passOptions.map(({ value: pass }) => ruleOf({ ...usualRule, quorum, base, pass })),
      ),
    )
    expect(new Set(rules.map((rule) => rule.ruleId)).size).toBe(rules.length)
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length)
  })

  it('says the number of votes that is really enough, and that one less is not', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (choice, a, b) => {
        const [entitled, present] = [Math.max(a, b), Math.min(a, b)]
        const rule = { ...ruleOf(choice), quorum: null }
        const said = /至少 (\d+) 票/.exec(passSentence(rule, { entitled, present }))
        expect(said === null).toBe(choice.base === 'participating')
        if (said === null) return
        const needed = Number(said[1])
        const passes = (inFavour: number) =>
          evaluate(rule, {
            entitled: Math.max(entitled, inFavour),
            present: Math.max(present, inFavour),
            for: inFavour,
            against: 0,
            abstain: 0,
          }).passed
        // More than all of them cannot vote: then nothing passes, and the sentence asks for more than there are.
        if (needed <= present) {
          expect(passes(needed)).toBe(true)
          if (needed > 1) expect(passes(needed - 1)).toBe(false)
        }
      }),
    )
  })

  it('is named before a vote as it is announced after one', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const rule = ruleOf({ ...choice, quorum: 'none' })
        const verdict = evaluate(rule, { entitled: 20, present: 18, for: 1, against: 1, abstain: 0 })
        expect(passSentence(rule, { entitled: 20, present: 18 })).toContain(thresholdName(rule.pass))
        expect(verdictSentence(rule, verdict)).toContain(thresholdName(rule.pass))
      }),
    )
  })

  it('is told with the figures of the roster', () => {
    expect(ruleSentence(ruleOf(usualRule), 20)).toBe(
      '有表决权 20 人：到会满 14 人才能表决；赞成超过应到人数的一半（10）算通过，应到 20 人时至少 11 票赞成。',
    )
    expect(ruleSentence(ruleOf({ ...usualRule, quorum: 'none', base: 'present', pass: 'twoThirds' }), 9)).toBe(
      '有表决权 9 人：到会多少人都可以表决；赞成达到实到人数的 2/3（6）算通过，实到 9 人时至少 6 票赞成。',
    )
  })
})
