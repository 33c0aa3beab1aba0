import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName, jsonBytes, jsonOf, MAX_FILE_BYTES } from '../../../../../renderer/desk/library/json-file.ts'
import { asCopies, incomingPacks, roomFault } from '../../../../../renderer/desk/rules/import-packs.ts'
import { mintRuleId } from '../../../../../renderer/desk/rules/mint-rule-id.ts'
import { entryOf, figuresOf, trialsOf } from '../../../../../renderer/desk/rules/trial-file.ts'
import { isTrialList, isTrialSheet } from '../../../../../renderer/desk/rules/trial-sheet.ts'
import builtIn from '../../../../../resources/rule-packs.json'
import { MAX_OWN_ENTRIES } from '../../../../../shared/library/library.ts'
import { rule as ruleSchema } from '../../../../../shared/rules/rule.ts'
import { parseRulePacks } from '../../../../../shared/rules/rule-packs.ts'
import { tryRule } from '../../../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../../../shared/wording/trial.ts'
import { seededBytes } from '../../../../fixtures/seeded-random.ts'

const parsed = parseRulePacks(builtIn)
const packs = parsed.ok ? parsed.value : []
const [first = null, second = null] = packs

const sentenceOf = (value: unknown): string => {
  const incoming = incomingPacks(jsonBytes(value), packs)
  if (incoming.ok) throw new Error('the file was taken')
  return incoming.refusal
}

describe('a file of rule packs', () => {
  it('comes back as it went out, and then nothing is left to save', () => {
    expect(incomingPacks(jsonBytes(packs), packs)).toEqual({
      ok: true,
      value: { fresh: [], clashing: [], same: packs },
    })
    expect(incomingPacks(jsonBytes(packs), [])).toEqual({ ok: true, value: { fresh: packs, clashing: [], same: [] } })
  })

  it('may hold one pack alone, and keeps apart what has an id of ours and another content', () => {
    const other = { ...first, name: '改过的' }
    expect(incomingPacks(jsonBytes(other), packs)).toMatchObject({ ok: true, value: { fresh: [], clashing: [other] } })
  })

  it('is refused as a whole, with the entry and the field that is wrong', () => {
    expect(sentenceOf([first, { ...second, quorum: { den: 'entitled', op: '>=', share: { num: 3, den: 2 } } }])).toBe(
      '第 2 条规则“居民代表会议（社区制度样本）”的“到会门槛的分数（quorum.share）”不对，整个文件都没有读入。请改正后再导入。',
    )
    expect(sentenceOf([{ ...first, ruleId: 'Not An Id' }])).toContain('编号（ruleId）')
    expect(sentenceOf([{ ...first, from: '昨天' }])).toContain('生效日（from）')
    expect(sentenceOf([{ ...first, pass: { den: 'nobody', op: '>', share: { num: 1, den: 2 } } }])).toContain(
      '通过门槛的基数（pass.den）',
    )
    expect(sentenceOf([1])).toContain('第 1 条规则的“整条规则”不对')
    expect(sentenceOf([first, first])).toContain('出现了两次')
    expect(sentenceOf({ about: {}, rules: {} })).toContain('这不是规则包文件')
    expect(sentenceOf([])).toContain('一条规则也没有')
  })

  it('is refused when it is no JSON, no UTF-8, or too large', () => {
    const refusal = (bytes: Uint8Array) => {
      const json = jsonOf(bytes)
      return json.ok ? null : json.refusal
    }
    expect(refusal(new TextEncoder().encode('{'))).toContain('不是 UTF-8 的 .json 文件')
    expect(refusal(new Uint8Array([0x22, 0xb9, 0xe6, 0x22]))).toContain('不是 UTF-8 的 .json 文件')
    expect(refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toContain('太大')
    expect(jsonOf(new TextEncoder().encode('\uFEFF[]'))).toEqual({ ok: true, value: [] })
  })

  it('never throws and never lets anything in that the host would refuse', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const incoming = incomingPacks(jsonBytes(value), packs)
        if (!incoming.ok) {
          expect(incoming.refusal).toMatch(/。$/)
          return
        }
        for (const rule of [...incoming.value.fresh, ...incoming.value.clashing]) {
          expect(ruleSchema.safeParse(rule).success).toBe(true)
        }
      }),
    )
  })

  it('may be saved as copies, under ids and names of their own that nobody has checked', () => {
    const random = seededBytes(1)
    const checked = packs.map((rule) => ({ ...rule, name: 'x'.repeat(60), checked: { by: '张三', on: '2026-11-22' } }))
    const copies = asCopies(checked, () => mintRuleId(random))
    expect(new Set(copies.map(({ ruleId }) => ruleId)).size).toBe(packs.length)
    for (const copy of copies) {
      expect(ruleSchema.safeParse(copy).success).toBe(true)
      expect(copy.checked).toBeNull()
      expect(copy.name).toMatch(/（副本）$/)
    }
  })

  it('is refused when there is no room for all of it', () => {
    const many = Array.from({ length: MAX_OWN_ENTRIES }, (_, index) => ({
      ...packs[0],
      ruleId: `own_${index}`,
    })) as never
    expect(roomFault(many, packs)).toContain('一个也没有存')
    expect(roomFault(many, many)).toBeNull()
    expect(roomFault([], packs)).toBeNull()
  })

  it('has a name that every file system takes', () => {
    expect(fileName('规则包 a/b\\c:d*e?"<>| f')).toBe('规则包abcdef.json')
  })
})

describe('a file of trials', () => {
  it('is the one that the command line reads: a form’s figures give the same sentence from it', () => {
    const figures = { 应到: ' 41 ', 实到: '33', 赞成: '20', 反对: '9', 弃权: '4', 发出: '', 议题已公示: '是' }
    const entry = entryOf('试算1', 'cmdb', figures)
    const read = trialsOf(jsonBytes([entry]))
    expect(read).toEqual({ ok: true, value: [entry] })
    const sentence = (input: unknown) => trialSentence(tryRule(packs, 'cmdb', input), '2026-11-22')
    expect(sentence(entry.input)).toBe(sentence(figures))
    expect(figuresOf(entry).figures).toEqual({
      应到: '41',
      实到: '33',
      赞成: '20',
      反对: '9',
      弃权: '4',
      议题已公示: '是',
    })
  })

  it('brings its figures to the form, and tells how many have no field there', () => {
    const input = { 应到: 41, 专有总面积: 0.1, 议题已公示: false, 别的: 1, 赞成: [], 反对: null }
    expect(figuresOf({ id: null, rule: 'cmdb', input })).toEqual({
      figures: { 应到: '41', 专有总面积: '0.1', 议题已公示: '否', 反对: '' },
      left: 2,
    })
  })

  it('may hold anything, and is refused only when it is no list', () => {
    expect(trialsOf(jsonBytes([1, null, { id: 2 }]))).toEqual({
      ok: true,
      value: [
        { id: null, rule: null, input: null },
        { id: null, rule: null, input: null },
        { id: 2, rule: null, input: null },
      ],
    })
    for (const value of [{}, 'x', null, []]) expect(trialsOf(jsonBytes(value)).ok).toBe(false)
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (values) => {
        const read = trialsOf(jsonBytes(values))
        expect(read.ok).toBe(true)
        if (!read.ok) return
        expect(isTrialList(JSON.parse(JSON.stringify(read.value)))).toBe(true)
        for (const entry of read.value) expect(isTrialSheet({ ruleId: null, ...figuresOf(entry) })).toBe(true)
      }),
    )
  })
})
