import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passSentence, passWords, thresholdOf } from '../../../../renderer/ui/rule-words.ts'
import { evaluate } from '../../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { thresholdName, verdictSentence } from '../../../../shared/wording/verdicts.ts'

const part = fc.integer({ min: 1, max: 9 })
const bases = ['entitled', 'present', 'participating', 'against'] as const
const rules: fc.Arbitrary<Rule> = fc
  .record({
    den: fc.constantFrom(...bases),
    op: fc.constantFrom<('>' | '>=')[]>('>', '>='),
    share: fc.tuple(part, part).map(([a, b]) => ({ num: Math.min(a, b), den: Math.max(a, b) })),
  })
  .map((pass) => ({ ruleId: 'any_rule', name: '规则', quorum: null, pass, source: '章程第八条' }))

const known = { entitled: 20, present: 18 }

describe('what a motion needs, before anybody has voted', () => {
  it('is the number of votes that is really enough, and one less is not', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (rule, a, b) => {
        const [entitled, present] = [Math.max(a, b), Math.min(a, b)]
        const said = /至少 (\d+) 票/.exec(passSentence(rule, { entitled, present }))
        expect(said !== null).toBe(rule.pass.den === 'entitled' || rule.pass.den === 'present')
        if (said === null) return
        const needed = Number(said[1])
        const passes = (inFavour: number) =>
          evaluate(rule, { entitled, present, for: inFavour, against: 0, abstain: 0 }).passed
        // More than all of them cannot vote: then nothing passes, and the sentence asks for more than there are.
        if (needed <= present) expect(passes(needed)).toBe(true)
        if (needed > 1 && needed <= present + 1) expect(passes(needed - 1)).toBe(false)
      }),
    )
  })

  it('is named as it is announced after the vote', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        fc.pre(!(rule.pass.den === 'against' && rule.pass.share.num === rule.pass.share.den))
        const verdict = evaluate(rule, { ...known, for: 1, against: 1, abstain: 0 })
        expect(passSentence(rule, known)).toContain(thresholdName(rule.pass))
        expect(verdictSentence(rule, verdict)).toContain(thresholdName(rule.pass))
      }),
    )
  })

  it('is told with its number where that is known, and what becomes of abstentions where it is not', () => {
    const of = (pass: Rule['pass']): Rule => ({ ruleId: 'r', name: '规则', quorum: null, pass, source: '依据' })
    const half = { num: 1, den: 2 }
    expect(passSentence(of({ den: 'entitled', op: '>', share: half }), known)).toBe(
      '赞成超过应到人数的一半（10）算通过，应到 20 人时至少 11 票赞成。',
    )
    expect(passSentence(of({ den: 'present', op: '>=', share: { num: 2, den: 3 } }), known)).toBe(
      '赞成达到实到人数的 2/3（12）算通过，实到 18 人时至少 12 票赞成。',
    )
    expect(passSentence(of({ den: 'participating', op: '>', share: half }), known)).toBe(
      '赞成超过参与表决人数的一半算通过，弃权算参加、不算赞成。',
    )
    expect(passSentence(of({ den: 'against', op: '>', share: { num: 1, den: 1 } }), known)).toBe(
      '赞成多于反对算通过，弃权和没投的都不算。',
    )
    expect(passSentence(of({ den: 'total', op: '>', share: half }), known)).toBe('赞成超过业主总人数的一半算通过。')
    expect(passWords(of({ den: 'totalShare', op: '>=', share: { num: 2, den: 3 } }), known)).toBe(
      '赞成达到总份额的 2/3 算通过',
    )
  })

  it('can be drawn between two whole numbers', () => {
    const rule: Rule = {
      ruleId: 'r',
      name: '规则',
      quorum: null,
      pass: { den: 'entitled', op: '>', share: { num: 1, den: 2 } },
      source: '依据',
    }
    expect(thresholdOf(rule, { entitled: 41, present: 33, for: 20, against: 9, abstain: 4 })).toBe(20.5)
  })
})
