import { describe, expect, it } from 'vitest'
import { originOf } from '../../../../../renderer/desk/rules/origin.ts'
import {
  ownQuorumOf,
  ownQuorums,
  ruleFault,
  ruleForMeeting,
} from '../../../../../renderer/desk/rules/rule-for-meeting.ts'
import { cautionOf, checkedWords, forceWords, hindranceWords } from '../../../../../renderer/desk/rules/standing.ts'
import builtIn from '../../../../../resources/rule-packs.json'
import { type Rule, rule as ruleSchema } from '../../../../../shared/rules/rule.ts'
import { findRule, parseRulePacks } from '../../../../../shared/rules/rule-packs.ts'
import { sourceText } from '../../../../../shared/rules/source-text.ts'

const parsed = parseRulePacks(builtIn)
const packs = parsed.ok ? parsed.value : []
const pack = (ruleId: string): Rule => {
  const found = findRule(packs, ruleId)
  if (found === null) throw new Error(`no rule ${ruleId}`)
  return found
}

describe('the rule that a meeting takes', () => {
  it('is the pack itself where the pack knows its quorum', () => {
    for (const rule of packs.filter(({ quorumByOwnRules }) => !quorumByOwnRules)) {
      expect(ruleForMeeting(rule)).toBe(rule)
    }
  })

  it('has a quorum of its own where the pack leaves it open, and says so with its source', () => {
    for (const { quorum, value } of ownQuorums) {
      const copy = ruleForMeeting(pack('robert_simple'), value)
      expect(ruleSchema.safeParse(copy).success).toBe(true)
      expect(copy.quorum).toEqual(quorum)
      expect(copy.quorumByOwnRules).toBeUndefined()
      expect(ownQuorumOf(copy)).toBe(value)
      expect(sourceText(copy)).toMatch(/；到会门槛为本次会议所定（依据待核对）$/)
    }
    expect(ruleForMeeting(pack('robert_simple')).quorum).toEqual(ruleForMeeting(pack('robert_simple'), 'half').quorum)
  })

  it('keeps a source as long as a source may be', () => {
    const long = { ...pack('robert_simple'), source: '长'.repeat(300) }
    expect(ruleForMeeting(long).source).toBe(long.source)
  })

  it('must be there and usable on the day of the meeting, where there is a vote', () => {
    expect(ruleFault(null, 'vote', '2026-11-22')).toBe('请选表决规则。')
    expect(ruleFault(null, 'consensus', '2026-11-22')).toBeNull()
    expect(ruleFault(pack('jmhy_2018'), 'vote', '2025-12-31')).toBeNull()
    expect(ruleFault(pack('jmhy_2018'), 'vote', '2026-01-01')).toContain('2025年12月31日到期失效')
    expect(ruleFault(pack('party_election'), 'vote', '2026-11-22')).toContain('只用纸票')
    expect(ruleFault(pack('cmdb'), 'vote', '2026-11-22')).toBeNull()
  })
})

describe('how a rule stands', () => {
  it('is told with the reason why a meeting cannot use it', () => {
    const usable = packs.filter((rule) => hindranceWords(rule, '2026-11-22') === null).map(({ ruleId }) => ruleId)
    expect(packs.map(({ ruleId }) => ruleId).filter((ruleId) => !usable.includes(ruleId))).toEqual([
      'jmhy_2018',
      'yz278_general',
      'yz278_special',
      'party_election',
      'share23',
    ])
    expect(hindranceWords({ ...pack('cmdb'), from: '2027-01-01' }, '2026-12-31')).toBe(
      '2027年1月1日才起施行，请换别的规则',
    )
    expect(hindranceWords({ ...pack('cmdb'), from: '2027-01-01' }, '2027-01-01')).toBeNull()
  })

  it('is told with its days in force', () => {
    expect(forceWords(pack('cmdb'), '2026-11-22')).toBe('')
    expect(forceWords(pack('jmhy_2018'), '2025-12-31')).toBe('施行至 2025年12月31日')
    expect(forceWords(pack('jmhy_2018'), '2026-01-01')).toBe('施行至 2025年12月31日，已失效')
    expect(forceWords(pack('yz278_general'), '2020-12-31')).toBe('2021年1月1日起施行，尚未生效')
  })

  it('is told with who checked it, and 依据待核对 where nobody has', () => {
    expect(checkedWords(pack('cmdb'))).toBe('依据待核对')
    expect(checkedWords({ ...pack('cmdb'), checked: { by: '李主任', on: '2026-11-02' } })).toBe(
      '李主任 2026年11月2日已核对',
    )
  })

  it('carries its caution, word for word', () => {
    expect(cautionOf(pack('party_election'))).toContain('本软件不提供法定选举的电子投票')
    expect(cautionOf(pack('yz278_special'))).toContain(
      '仅供协商或书面票核算参考，不替代业主大会法定表决程序和当地指定系统',
    )
    expect(cautionOf(pack('cmdb'))).toBeNull()
  })

  it('is told apart: built-in, changed in its place, or the secretary’s own', () => {
    const own = [pack('cmdb'), { ...pack('cmdb'), ruleId: 'own_1' }]
    expect(['cmdb', 'cmxz', 'own_1'].map((ruleId) => originOf(ruleId, packs, own))).toEqual([
      'changed',
      'builtIn',
      'own',
    ])
  })
})
