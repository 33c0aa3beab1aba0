import { describe, expect, it } from 'vitest'
import { readBuiltInRules } from '../../../../main/cli/rules/built-in-rules.ts'
import { meetingHindrance } from '../../../../shared/rules/in-force.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { findRule, parseRulePacks } from '../../../../shared/rules/rule-packs.ts'
import { sourceText } from '../../../../shared/rules/source-text.ts'

const rules = await readBuiltInRules()

const known = (ruleId: string): Rule => {
  const rule = findRule(rules, ruleId)
  if (rule === null) throw new Error(`no built-in rule ${ruleId}`)
  return rule
}

describe('the built-in rule packs', () => {
  it('are the fifteen, each with an id of its own', () => {
    expect(rules).toHaveLength(15)
    expect(new Set(rules.map(({ ruleId }) => ruleId)).size).toBe(15)
  })

  it('are all yet to be compared with their sources, and say so when they are quoted', () => {
    expect(rules.every(({ checked }) => checked === null)).toBe(true)
    for (const rule of rules) expect(sourceText(rule)).toBe(`${rule.source}（依据待核对）`)
  })

  it('name the share, its base and whether the share itself is enough', () => {
    const asked = rules.map(({ pass, quorum, ruleId }) => {
      const words = (condition: NonNullable<Rule['quorum']> | Rule['pass'] | null) =>
        condition === null
          ? '-'
          : `${condition.num} ${condition.op} ${condition.share.num}/${condition.share.den} ${condition.den}${condition.both ? ' both' : ''}`
      return `${ruleId}: ${words(quorum)}; ${words(pass)}`
    })
    expect(asked).toEqual([
      'jmhy_2018: present > 1/2 entitled; for > 1/2 present',
      'jmdb_template: present >= 2/3 entitled; for > 1/2 present',
      'cmdb: present >= 2/3 entitled; for > 1/2 present',
      'cmhy_people: present > 1/2 entitled; for > 1/2 present',
      'cmhy_household: present >= 2/3 entitled; for > 1/2 present',
      'cmxz: present >= 2/3 entitled; for > 1/2 present',
      'yz278_general: participating >= 2/3 total both; for > 1/2 participating both',
      'yz278_special: participating >= 2/3 total both; for >= 3/4 participating both',
      'ywh_sd: present >= 2/3 entitled; for > 1/2 entitled',
      'party_branch: present >= 1/2 entitled; for > 1/2 entitled',
      'party_election: present >= 4/5 entitled; for > 1/2 entitled',
      'syl_party: present >= 2/3 entitled; for >= 1/2 entitled',
      'unanimous: -; for >= 1/1 entitled',
      'share23: -; forShare >= 2/3 totalShare',
      'robert_simple: -; for > 1/1 against',
    ])
  })

  it('leave the quorum of the simple majority to the meeting, and no other', () => {
    expect(rules.filter(({ quorumByOwnRules }) => quorumByOwnRules).map(({ ruleId }) => ruleId)).toEqual([
      'robert_simple',
    ])
  })
})

describe('what hinders a meeting under a rule', () => {
  it('a day after the last one in force, and none up to it', () => {
    const rule = known('jmhy_2018')
    expect(meetingHindrance(rule, '2025-12-30')).toBe(null)
    expect(meetingHindrance(rule, '2025-12-31')).toBe(null)
    expect(meetingHindrance(rule, '2026-01-01')).toBe('ruleExpired')
  })

  it('a day before the first one in force, and none from it on', () => {
    const rule: Rule = { ...known('cmdb'), from: '2026-03-01' }
    expect(meetingHindrance(rule, '2026-02-28')).toBe('ruleNotYetInForce')
    expect(meetingHindrance(rule, '2026-03-01')).toBe(null)
  })

  it('that the law wants paper: elections, and what owners decide', () => {
    const hindered = rules.map((rule) => [rule.ruleId, meetingHindrance(rule, '2025-06-01')] as const)
    expect(Object.fromEntries(hindered.filter(([, hindrance]) => hindrance !== null))).toEqual({
      party_election: 'electionOnPaper',
      yz278_general: 'ownersOnPaper',
      yz278_special: 'ownersOnPaper',
      share23: 'ownersOnPaper',
    })
  })

  it('that a rule of the house is for owners, though it counts people', () => {
    expect(meetingHindrance({ ...known('cmdb'), paperOnly: 'owners' }, '2026-06-01')).toBe('ownersOnPaper')
  })

  it('figures that no meeting has, also where a rule of the house forgets to say so', () => {
    const { paperOnly: _owners, ...general } = known('yz278_general')
    const { paperOnly: _shares, ...shares } = known('share23')
    expect(meetingHindrance(general, '2026-06-01')).toBe('ownersOnPaper')
    expect(meetingHindrance(shares, '2026-06-01')).toBe('ownersOnPaper')
  })
})

describe('the source', () => {
  const rule = known('cmdb')

  it('stands alone once somebody has compared the rule with it', () => {
    expect(sourceText({ ...rule, checked: { by: '王律师', on: '2026-01-05' } })).toBe(rule.source)
  })

  it('is not marked twice', () => {
    expect(sourceText({ ...rule, source: '本社区议事规则（依据待核对）' })).toBe('本社区议事规则（依据待核对）')
  })

  it('of a rule from an earlier version is quoted as it is', () => {
    const { checked: _none, ...earlier } = rule
    expect(sourceText(earlier)).toBe(rule.source)
  })
})

describe('a list of rule packs', () => {
  const raw = JSON.parse(JSON.stringify(rules))

  it('is read whole', () => {
    expect(parseRulePacks(raw)).toEqual({ ok: true, value: rules })
    expect(parseRulePacks([])).toEqual({ ok: true, value: [] })
  })

  it.each([
    ['no list', {}, { code: 'notAList' }],
    ['nothing', null, { code: 'notAList' }],
    [
      'a share of more than everybody',
      [raw[0], { ...raw[2], quorum: { ...raw[2].quorum, share: { num: 3, den: 2 } } }],
      { code: 'badRule', entry: 2, name: '村民代表会议', where: 'quorum.share' },
    ],
    ['no rule at all', [7], { code: 'badRule', entry: 1, name: null, where: '' }],
    ['an id used twice', [raw[0], raw[1], raw[0]], { code: 'ruleTwice', entry: 3, ruleId: 'jmhy_2018' }],
  ])('with %s is refused as a whole, naming the entry', (_name, value, refusal) => {
    expect(parseRulePacks(value)).toEqual({ ok: false, refusal })
  })

  it('finds nothing under what is not an id', () => {
    for (const value of [undefined, null, 3, {}, 'nope', '__proto__']) expect(findRule(rules, value)).toBe(null)
  })
})
