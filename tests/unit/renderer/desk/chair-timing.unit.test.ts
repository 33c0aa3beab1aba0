import { describe, expect, it } from 'vitest'
import { endWords, itemWords } from '../../../../renderer/desk/chair/timing/plan-words.ts'
import { settingsFault } from '../../../../renderer/desk/speaking-rules/speaking-settings.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const AT = Date.parse('2026-11-20T12:40:00Z')

describe('the time of an item', () => {
  it('says what is used and what is left, together the time planned', () => {
    expect(itemWords({ spentMs: 750_400, leftMs: 149_600 })).toEqual({
      spent: '用了 12:30',
      rest: '还剩 2:30',
      late: false,
    })
  })

  it('says by how much it is over', () => {
    expect(itemWords({ spentMs: 17 * MINUTE, leftMs: -2 * MINUTE })).toEqual({
      spent: '用了 17:00',
      rest: '超了 2:00',
      late: true,
    })
  })

  it('says no more than what is used where none is planned', () => {
    expect(itemWords({ spentMs: 5 * SECOND, leftMs: null })).toEqual({ spent: '用了 0:05', rest: null, late: false })
  })
})

describe('the end of a meeting', () => {
  const end = (plannedEnd: number | null, projectedEnd: number | null) =>
    endWords({ plannedEnd, projectedEnd, unplanned: [], item: null })

  it('is said in the time of day, and how far it is from the plan', () => {
    expect(end(AT - 10 * MINUTE, AT)).toEqual({ words: '预计 20:40 散会，比计划晚 10 分', late: true })
    expect(end(AT + 75 * MINUTE, AT)).toEqual({ words: '预计 20:40 散会，比计划早 1 小时 15 分', late: false })
    expect(end(AT - 60 * MINUTE, AT)?.words).toBe('预计 20:40 散会，比计划晚 1 小时')
    expect(end(AT, AT + 29 * SECOND)).toEqual({ words: '预计 20:40 散会，和计划一样', late: false })
  })

  it('is said alone without a plan, and not at all where nothing is known', () => {
    expect(end(null, AT)?.words).toBe('预计 20:40 散会')
    expect(end(null, null)).toBeNull()
  })
})

describe('speaking rules that are being changed', () => {
  const fault = (changed: Partial<SpeakingRules>) =>
    settingsFault({ seconds: 120, rules: { ...plainForm.speeches, ...changed } })

  it('are fine as every form has them', () => {
    expect(fault({})).toBeNull()
    expect(fault({ pointsOfOrder: [{ name: '跑题', rank: 1 }], quotas: [{ party: '业委会', seconds: 60 }] })).toBeNull()
  })

  it('lack the name of a category or of a side', () => {
    expect(fault({ pointsOfOrder: [{ name: ' ', rank: 1 }] })).toMatch(/程序问题有一类没有写名称/)
    expect(fault({ quotas: [{ party: '', seconds: 60 }] })).toMatch(/没有写是哪一方/)
  })

  it('name nothing twice', () => {
    const category = { name: '跑题', rank: 1 }
    expect(fault({ pointsOfOrder: [category, { name: '跑题 ', rank: 2 }] })).toMatch(/“跑题”写了两遍/)
    const quota = { party: '业委会', seconds: 60 }
    expect(fault({ quotas: [quota, quota] })).toMatch(/“业委会”写了两遍/)
  })
})
