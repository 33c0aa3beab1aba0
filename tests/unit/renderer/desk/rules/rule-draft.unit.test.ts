import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftedRule } from '../../../../../renderer/desk/rules/drafted-rule.ts'
import {
  changed,
  countedBy,
  draftOf,
  isRuleDraft,
  newDraft,
  type RuleDraft,
} from '../../../../../renderer/desk/rules/rule-draft.ts'
import builtIn from '../../../../../resources/rule-packs.json'
import { type Rule, rule as ruleSchema } from '../../../../../shared/rules/rule.ts'
import { findRule, parseRulePacks } from '../../../../../shared/rules/rule-packs.ts'

const parsed = parseRulePacks(builtIn)
const packs = parsed.ok ? parsed.value : []
const pack = (ruleId: string): Rule => {
  const found = findRule(packs, ruleId)
  if (found === null) throw new Error(`no rule ${ruleId}`)
  return found
}

const ruleFrom = (draft: RuleDraft): Rule => {
  const drafted = draftedRule(draft)
  if (!drafted.ok) throw new Error(drafted.refusal.map(({ sentence }) => sentence).join(''))
  return drafted.value
}
const faultsOf = (draft: RuleDraft) => {
  const drafted = draftedRule(draft)
  return drafted.ok ? [] : drafted.refusal.map(({ field }) => field)
}

const part = fc.integer({ min: 1, max: 1_000 })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const drafts: fc.Arbitrary<RuleDraft> = fc
  .record({
    counts: fc.constantFrom('people', 'owners', 'shares'),
    quorum: fc.constantFrom('asked', 'ownRules', 'none'),
    num: fc.constantFrom('present', 'participating'),
    op: fc.constantFrom('>', '>='),
    parts: fc.tuple(part, part),
    den: fc.constantFrom('entitled', 'present', 'participating', 'against'),
    ownersDen: fc.constantFrom('total', 'participating', 'against'),
    share: fc.record({ num: part, den: part }),
    name: words,
    source: words,
    note: fc.option(words, { nil: '' }),
    days: fc.uniqueArray(day, { minLength: 2, maxLength: 2 }),
    noticeDays: fc.option(fc.integer({ min: 1, max: 365 })),
    regions: fc.array(fc.constantFrom('北京', '上海市', '广东'), { maxLength: 3 }),
    matters: fc.uniqueArray(fc.integer({ min: 1, max: 9 })),
    paperOnly: fc.constantFrom('none', 'election', 'owners'),
    checked: fc.option(fc.record({ by: words, on: day })),
  })
  .map((one) => {
    const owners = one.counts === 'owners'
    const [num = 1, den = 1] = [...one.parts].sort((a, b) => a - b)
    const [from = null, to = null] = [...one.days].sort()
    return {
      ...newDraft('own_0123456789abcdef'),
      ...one,
      from,
      to,
      quorumCondition: {
        num: owners ? 'participating' : one.num,
        op: one.op,
        share: { num, den },
        owners,
        area: owners,
      },
      pass: {
        den: owners ? one.ownersDen : one.counts === 'shares' ? 'total' : one.den,
        op: one.op,
        share: one.share,
        area: owners,
      },
    } as RuleDraft
  })

describe('a rule as sentences with blanks', () => {
  it('is the same rule again when nothing is changed, for every built-in one', () => {
    expect(packs).toHaveLength(15)
    for (const rule of packs) expect(ruleFrom(draftOf(rule))).toEqual(rule)
  })

  it('is a rule that the host takes, and the same sentences again, whatever is filled in', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const rule = ruleFrom(draft)
        expect(ruleSchema.safeParse(rule).success).toBe(true)
        expect(ruleFrom(draftOf(rule))).toEqual(rule)
        expect(draftOf(rule).counts).toBe(draft.counts)
      }),
    )
  })

  it('stays what it was for rules of earlier versions, which have no marks', () => {
    const old: Rule = {
      ruleId: 'desk_2_3_entitled_1_2',
      name: '到会三分之二以上，赞成超过应到半数',
      quorum: { den: 'entitled', op: '>=', share: { num: 2, den: 3 } },
      pass: { den: 'entitled', op: '>', share: { num: 1, den: 2 } },
      source: '本会议事规则（依据待核对）',
    }
    const again = ruleFrom(draftOf(old))
    expect(again.quorum).toEqual({ num: 'present', ...old.quorum })
    expect(again.pass).toEqual({ num: 'for', ...old.pass })
    expect(again.checked).toBeNull()
  })

  it('loses its check with any change but of the note and the check itself', () => {
    const checked = { ...draftOf(pack('cmdb')), checked: { by: '张三', on: '2026-11-20' } }
    expect(changed(checked, { name: '别的名称' }).checked).toBeNull()
    expect(changed(checked, { pass: { ...checked.pass, op: '>=' } }).checked).toBeNull()
    expect(ruleFrom({ ...checked, note: '说明' }).checked).toEqual({ by: '张三', on: '2026-11-20' })
  })

  it('takes the usual bases of another way of counting, and never a mixture', () => {
    for (const rule of packs) {
      for (const counts of ['people', 'owners', 'shares'] as const) {
        const other = ruleFrom(countedBy(draftOf(rule), counts))
        expect(draftOf(other).counts).toBe(counts)
      }
    }
    const owners = ruleFrom(countedBy(draftOf(pack('cmdb')), 'owners'))
    expect(owners.quorum).toMatchObject({ num: 'participating', den: 'total', both: ['owners', 'area'] })
    expect(owners.paperOnly).toBe('owners')
    expect(ruleFrom(countedBy(draftOf(owners), 'people')).paperOnly).toBeUndefined()
  })

  it('names every field that is missing or wrong', () => {
    const draft = draftOf(pack('cmdb'))
    expect(faultsOf({ ...draft, name: ' ', source: '' })).toEqual(['name', 'source'])
    expect(faultsOf({ ...draft, pass: { ...draft.pass, share: { num: 1, den: null } } })).toEqual(['pass'])
    expect(faultsOf({ ...draft, pass: { ...draft.pass, share: { num: 0, den: 2 } } })).toEqual(['pass'])
    const more = { ...draft.quorumCondition, share: { num: 3, den: 2 } }
    expect(faultsOf({ ...draft, quorumCondition: more })).toEqual(['quorumCondition'])
    expect(faultsOf({ ...draft, quorum: 'none', quorumCondition: more })).toEqual([])
    const everybody = { ...draft.quorumCondition, share: { num: 1, den: 1 } }
    expect(faultsOf({ ...draft, quorumCondition: everybody })).toEqual([])
    expect(faultsOf({ ...draft, from: '2026-02-01', to: '2026-01-31' })).toEqual(['to'])
    expect(faultsOf({ ...draft, from: '2026-02-01', to: '2026-02-01' })).toEqual([])
    expect(faultsOf({ ...draft, noticeDays: 366 })).toEqual(['noticeDays'])
    expect(faultsOf({ ...draft, regions: ['一'.repeat(21)] })).toEqual(['regions'])
    expect(faultsOf({ ...draft, checked: { by: ' ', on: '2026-11-22' } })).toEqual(['checked'])
  })

  it('is refused rather than turned into a count of people where only owners’ heads are asked', () => {
    const owners = countedBy(draftOf(pack('cmdb')), 'owners')
    const heads = { ...owners, quorum: 'none', pass: { ...owners.pass, area: false } } as const
    expect(faultsOf(heads)).toEqual(['pass'])
    expect(faultsOf({ ...heads, pass: { ...heads.pass, den: 'total' } })).toEqual([])
  })

  it('is known again on the device, and nothing else is taken for it', () => {
    fc.assert(fc.property(drafts, (draft) => isRuleDraft(JSON.parse(JSON.stringify(draft)))))
    for (const other of [null, 1, {}, [], { ...newDraft('own_a'), pass: null }, { ...newDraft('own_a'), regions: 1 }]) {
      expect(isRuleDraft(other)).toBe(false)
    }
  })
})
