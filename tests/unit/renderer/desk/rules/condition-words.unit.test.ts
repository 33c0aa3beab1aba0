import { describe, expect, it } from 'vitest'
import { countsOf, passesWords, quorumWords } from '../../../../../renderer/desk/rules/condition-words.ts'
import { outcomeOf, sideBySide, whyWords } from '../../../../../renderer/desk/rules/outcome.ts'
import builtIn from '../../../../../resources/rule-packs.json'
import type { Rule } from '../../../../../shared/rules/rule.ts'
import { parseRulePacks } from '../../../../../shared/rules/rule-packs.ts'

const parsed = parseRulePacks(builtIn)
const packs = parsed.ok ? parsed.value : []

describe('a rule in words', () => {
  it('is right for every built-in one', () => {
    expect(
      Object.fromEntries(packs.map((rule) => [rule.ruleId, `${quorumWords(rule)}；${passesWords(rule)}`])),
    ).toEqual({
      jmhy_2018: '到会人数超过应到人数的一半才能表决；赞成超过实到人数的一半才通过',
      jmdb_template: '到会人数达到应到人数的 2/3 才能表决；赞成超过实到人数的一半才通过',
      cmdb: '到会人数达到应到人数的 2/3 才能表决；赞成超过实到人数的一半才通过',
      cmhy_people: '到会人数超过应到人数的一半才能表决；赞成超过实到人数的一半才通过',
      cmhy_household: '到会人数达到应到人数的 2/3 才能表决；赞成超过实到人数的一半才通过',
      cmxz: '到会人数达到应到人数的 2/3 才能表决；赞成超过实到人数的一半才通过',
      yz278_general: '参与人数、参与面积都达到总数的 2/3 才能表决；赞成人数、赞成面积都超过参与数的一半才通过',
      yz278_special: '参与人数、参与面积都达到总数的 2/3 才能表决；赞成人数、赞成面积都达到参与数的 3/4 才通过',
      ywh_sd: '到会人数达到应到人数的 2/3 才能表决；赞成超过应到人数的一半才通过',
      party_branch: '到会人数达到应到人数的一半才能表决；赞成超过应到人数的一半才通过',
      party_election: '到会人数达到应到人数的 4/5 才能表决；赞成超过应到人数的一半才通过',
      syl_party: '到会人数达到应到人数的 2/3 才能表决；赞成达到应到人数的一半才通过',
      unanimous: '到会多少人都可以表决；赞成达到全体应到人数才通过',
      share23: '参与多少都可以表决；赞成份额达到总份额的 2/3 才通过',
      robert_simple: '到会门槛由本会议自己定；赞成多于反对才通过',
    })
  })

  it('keeps a fraction of what is against', () => {
    const [rule] = packs as [Rule, ...Rule[]]
    const twice: Rule = { ...rule, pass: { den: 'against', op: '>=', share: { num: 2, den: 1 } } }
    expect(passesWords(twice)).toBe('赞成达到反对票数的 2/1 才通过')
  })
})

describe('the same figures under other rules', () => {
  const input = { 应到: 41, 实到: 33, 赞成: 20, 反对: 9, 弃权: 4 }
  const chosen = packs.find(({ ruleId }) => ruleId === 'cmdb') as Rule

  it('end differently, each with its reason', () => {
    const lines = sideBySide(packs, chosen, input).map(({ rule, trial }) => ({
      ruleId: rule.ruleId,
      outcome: outcomeOf(trial),
      why: whyWords(rule, trial).join(''),
    }))
    expect(lines).toHaveLength(12)
    expect(lines).toContainEqual({ ruleId: 'cmdb', outcome: 'passed', why: '赞成超过实到人数的一半（16.5）。' })
    expect(lines).toContainEqual({
      ruleId: 'party_branch',
      outcome: 'failed',
      why: '赞成未超过应到人数的一半（20.5）。',
    })
    const election = sideBySide(packs, chosen, { ...input, 实到: 32, 弃权: 3 }).find(
      ({ rule }) => rule.ruleId === 'party_election',
    )
    expect(election && outcomeOf(election.trial)).toBe('invalid')
    expect(election && whyWords(election.rule, election.trial).join('')).toContain('33 人')
  })

  it('are only put beside rules that count the same things', () => {
    for (const one of packs) {
      const counts = sideBySide(packs, one, input).map(({ rule }) => countsOf(rule))
      expect(new Set(counts)).toEqual(new Set([countsOf(one)]))
    }
  })
})
