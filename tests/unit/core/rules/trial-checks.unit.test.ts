import { describe, expect, it } from 'vitest'
import { readBuiltInRules } from '../../../../main/cli/rules/built-in-rules.ts'
import type { VerdictReason } from '../../../../shared/rules/evaluate.ts'
import { mattersNamed } from '../../../../shared/rules/trial/matters.ts'
import { tryRule } from '../../../../shared/rules/trial/try-rule.ts'

const rules = await readBuiltInRules()

type Input = Readonly<Record<string, unknown>>
type Row = readonly [name: string, input: Input, reasons: readonly VerdictReason[]]

const reasonsOf = (ruleId: unknown, input: unknown) => tryRule(rules, ruleId, input).reasons

/** Passes under cmdb. */
const held = { 应到: 40, 实到: 33, 赞成: 20, 反对: 9, 弃权: 4 }
/** Passes under yz278_general. */
const owned = {
  业主总人数: 900,
  专有总面积: '9000.5',
  参与人数: 700,
  参与面积: '7000.5',
  赞成人数: 400,
  赞成面积: '4000.5',
}
const against = { 反对人数: 200, 反对面积: '2000', 弃权人数: 100, 弃权面积: '1000' }

const without = (input: Input, ...keys: readonly string[]): Input =>
  Object.fromEntries(Object.entries(input).filter(([key]) => !keys.includes(key)))

/** Runs a table under a rule; what has reasons neither is valid nor passes. */
function checks(ruleId: string, rows: readonly Row[]): void {
  it.each(rows)('%s', (_name, input, reasons) => {
    const trial = tryRule(rules, ruleId, input)
    expect(trial.reasons).toEqual(reasons)
    expect(trial.valid).toBe(reasons.length === 0)
    if (reasons.length > 0) expect(trial.passed).toBe(false)
  })
}

describe('ballots of people balance', () => {
  checks('cmdb', [
    ['when everybody handed one in', held, []],
    ['when some handed none in', { ...held, 赞成: 18 }, []],
    ['not when there are more than people present', { ...held, 弃权: 5 }, ['ballotsUnbalanced']],
    ['not when more are present than expected', { ...held, 应到: 32 }, ['ballotsUnbalanced']],
    ['not when the invalid ones are too many', { ...held, 无效: 1 }, ['ballotsUnbalanced']],
    ['with 有效 as many as the choices', { ...held, 有效: 33 }, []],
    ['not with 有效 more', { ...held, 赞成: 19, 有效: 33 }, ['ballotsUnbalanced']],
    ['not with 有效 fewer', { ...held, 有效: 32 }, ['ballotsUnbalanced']],
    ['with 收回 as many as 有效 and 无效', { ...held, 赞成: 18, 有效: 31, 无效: 1, 收回: 32 }, []],
    ['not with 收回 more', { ...held, 赞成: 18, 有效: 31, 无效: 1, 收回: 33 }, ['ballotsUnbalanced']],
    ['not with 收回 fewer', { ...held, 赞成: 18, 有效: 31, 无效: 1, 收回: 31 }, ['ballotsUnbalanced']],
    ['with 收回 as many as the choices', { ...held, 收回: 33 }, []],
    ['not with 收回 other than the choices', { ...held, 赞成: 19, 收回: 33 }, ['ballotsUnbalanced']],
    ['with 发出 more than 收回', { ...held, 赞成: 18, 发出: 33, 收回: 31 }, []],
    ['with 发出 as many as 收回', { ...held, 发出: 33, 收回: 33 }, []],
    ['not with 发出 fewer than 收回', { ...held, 发出: 32, 收回: 33 }, ['ballotsUnbalanced']],
    ['not with 发出 fewer than the choices and 无效', { ...held, 赞成: 19, 无效: 1, 发出: 32 }, ['ballotsUnbalanced']],
    ['not with more 收回 than people present', { ...held, 收回: 34, 无效: 1 }, ['ballotsUnbalanced']],
  ])
})

describe('ballots of a rule without a quorum balance', () => {
  checks('robert_simple', [
    ['with no more than the choices', { 赞成: 5, 反对: 4 }, []],
    ['with as many as present', { 赞成: 5, 反对: 4, 实到: 9 }, []],
    ['not with more than present', { 赞成: 5, 反对: 4, 实到: 8 }, ['ballotsUnbalanced']],
    ['not with more than expected', { 赞成: 5, 反对: 4, 应到: 8 }, ['ballotsUnbalanced']],
    ['with 有效 that leaves room for 弃权', { 赞成: 5, 反对: 4, 有效: 11 }, []],
    ['not with 有效 fewer than the choices', { 赞成: 5, 反对: 4, 有效: 8 }, ['ballotsUnbalanced']],
    ['not with 有效 more than present', { 赞成: 5, 反对: 4, 有效: 11, 实到: 10 }, ['ballotsUnbalanced']],
    ['not with 收回 other than 有效', { 赞成: 5, 反对: 4, 有效: 11, 收回: 12 }, ['ballotsUnbalanced']],
    ['not with 收回 fewer than the choices', { 赞成: 5, 反对: 4, 收回: 8 }, ['ballotsUnbalanced']],
    ['with 收回 that leaves room for 弃权', { 赞成: 5, 反对: 4, 收回: 12 }, []],
    ['not with 收回 more than expected', { 赞成: 5, 反对: 4, 收回: 12, 应到: 11 }, ['ballotsUnbalanced']],
  ])
})

describe('ballots of owners balance', () => {
  checks('yz278_general', [
    ['with those in favour alone', owned, []],
    ['with all choices', { ...owned, ...against, 反对面积: '2000.0' }, []],
    ['not when heads are missing', { ...owned, ...against, 弃权人数: 99 }, ['ballotsUnbalanced']],
    ['not when there are too many heads', { ...owned, ...against, 弃权人数: 101 }, ['ballotsUnbalanced']],
    ['not when area is missing', { ...owned, ...against, 弃权面积: '999.99' }, ['ballotsUnbalanced']],
    ['not when there is too much area', { ...owned, ...against, 弃权面积: '1000.000001' }, ['ballotsUnbalanced']],
    ['when invalid ones were counted as taking part', { ...owned, ...against, 弃权人数: 90, 无效: 10 }, []],
    ['when they were not', { ...owned, ...against, 无效: 10 }, []],
    ['not when some of them were', { ...owned, ...against, 弃权人数: 95, 无效: 10 }, ['ballotsUnbalanced']],
    ['when the area of invalid ones is missing', { ...owned, ...against, 弃权面积: '900', 无效: 10 }, []],
    ['with only some choices, up to all who take part', { ...owned, 反对人数: 300 }, []],
    ['not with only some choices beyond that', { ...owned, 反对人数: 301 }, ['ballotsUnbalanced']],
    ['not with some area beyond that', { ...owned, 反对面积: '3000.01' }, ['ballotsUnbalanced']],
    ['not when more take part than there are', { ...owned, 业主总人数: 699 }, ['ballotsUnbalanced']],
    ['not when more area takes part than there is', { ...owned, 专有总面积: '7000.4' }, ['ballotsUnbalanced']],
    ['not when more are in favour than take part', { ...owned, 赞成人数: 701 }, ['ballotsUnbalanced']],
    ['with papers', { ...owned, ...against, 发出: 900, 收回: 710, 有效: 700, 无效: 10 }, []],
    ['not with papers that do not add up', { ...owned, 收回: 710, 有效: 700 }, ['ballotsUnbalanced']],
    ['not with more papers back than out', { ...owned, 发出: 699, 收回: 700, 有效: 700 }, ['ballotsUnbalanced']],
    ['not when more take part than papers came back', { ...owned, 收回: 690, 有效: 690 }, ['ballotsUnbalanced']],
    ['not when more papers came back than owners', { ...owned, 收回: 901, 有效: 901 }, ['ballotsUnbalanced']],
  ])
})

describe('shares balance', () => {
  checks('share23', [
    ['when all are in favour', { 总份额: '1', 赞成份额: '1' }, []],
    ['not when more are in favour than there are', { 总份额: '1', 赞成份额: '1.01' }, ['ballotsUnbalanced']],
  ])
})

describe('the roll: 列席 and 资格停止者 count neither as 应到 nor as 实到', () => {
  const ballots = { 赞成: 20, 反对: 9, 弃权: 4 }

  checks('cmdb', [
    ['agrees', { ...held, 名册人数: 43, 资格停止: 3, 签到总人数: 36, 列席: 3 }, []],
    ['agrees when those suspended signed in too', { ...held, 名册人数: 43, 资格停止: 3, 签到总人数: 39, 列席: 3 }, []],
    ['disagrees when one more is left over', { ...held, 资格停止: 3, 签到总人数: 40, 列席: 3 }, ['figuresDisagree']],
    ['disagrees when 列席 were counted', { ...held, 签到总人数: 33, 列席: 3 }, ['figuresDisagree']],
    ['disagrees when somebody is left over', { ...held, 签到总人数: 37, 列席: 3 }, ['figuresDisagree']],
    ['disagrees when those suspended were counted', { ...held, 名册人数: 40, 资格停止: 2 }, ['figuresDisagree']],
    ['disagrees when too many were taken away', { ...held, 名册人数: 43, 资格停止: 2 }, ['figuresDisagree']],
    ['takes 名册人数 alone as the most', { ...held, 名册人数: 40 }, []],
    ['disagrees when more are expected than listed', { ...held, 名册人数: 39 }, ['figuresDisagree']],
    ['takes 签到总人数 alone as the most', { ...held, 签到总人数: 33 }, []],
    ['disagrees when more are present than signed in', { ...held, 签到总人数: 32 }, ['figuresDisagree']],
    ['disagrees when more look on than signed in', { ...held, 签到总人数: 3, 列席: 4 }, ['figuresDisagree']],
    ['disagrees when more are suspended than listed', { ...held, 名册人数: 3, 资格停止: 4 }, ['figuresDisagree']],
    [
      'disagrees with itself also where it stands in for 应到',
      { ...without(held, '应到'), 名册人数: 3, 资格停止: 4 },
      ['figureMissing', 'figuresDisagree'],
    ],
    [
      'disagrees with itself also where it stands in for 实到',
      { ...without(held, '实到'), 签到总人数: 3, 列席: 4 },
      ['figureMissing', 'figuresDisagree'],
    ],
    ['stands in for 应到', { ...without(held, '应到'), 名册人数: 43, 资格停止: 3 }, []],
    ['stands in for 实到', { ...without(held, '实到'), 签到总人数: 36, 列席: 3 }, []],
    ['of members alone does not', { ...without(held, '应到'), 名册人数: 43 }, ['figureMissing']],
    ['of all who signed in alone does not', { ...without(held, '实到'), 签到总人数: 36 }, ['figureMissing']],
  ])

  it('works out the figures that were left out', () => {
    const trial = tryRule(rules, 'cmdb', { 名册人数: 43, 资格停止: 3, 签到总人数: 36, 列席: 3, ...ballots })
    expect(trial).toMatchObject({ amounts: { 应到: 40n, 实到: 33n }, derived: ['应到', '实到'], passed: true })
  })

  it('makes no quorum of guests', () => {
    const input = { 应到: 30, 签到总人数: 22, 列席: 3, 赞成: 19, 反对: 0, 弃权: 0 }
    expect(reasonsOf('cmdb', input)).toEqual(['noQuorum'])
    expect(reasonsOf('cmdb', { ...input, 列席: 2 })).toEqual([])
  })
})

describe('figures that are not there', () => {
  it.each(Object.keys(held))('%s is missed under a rule with a quorum', (key) => {
    const trial = tryRule(rules, 'cmdb', without(held, key))
    expect(trial).toMatchObject({ valid: false, passed: false, reasons: ['figureMissing'], missing: [key] })
  })

  it.each(Object.keys(owned))('%s is missed among owners', (key) => {
    const trial = tryRule(rules, 'yz278_special', without(owned, key))
    expect(trial).toMatchObject({ valid: false, passed: false, reasons: ['figureMissing'], missing: [key] })
  })

  it('are only those that the rule reads where it asks no quorum', () => {
    expect(tryRule(rules, 'unanimous', {}).missing).toEqual(['应到', '赞成'])
    expect(tryRule(rules, 'robert_simple', {}).missing).toEqual(['反对', '赞成'])
    expect(tryRule(rules, 'share23', {}).missing).toEqual(['总份额', '赞成份额'])
  })

  it.each([null, undefined, '', '   '])('%j is not there', (nothing) => {
    expect(reasonsOf('cmdb', { ...held, 弃权: nothing })).toEqual(['figureMissing'])
  })

  it('a quorum that is missed anyhow is told all the same', () => {
    expect(reasonsOf('cmdb', { 应到: 40, 实到: 26, 赞成: 20 })).toEqual(['figureMissing', 'noQuorum'])
    expect(reasonsOf('yz278_general', without({ ...owned, 参与人数: 599 }, '参与面积'))).toEqual([
      'figureMissing',
      'noQuorum',
    ])
  })
})

describe('figures that are none', () => {
  it.each([
    -1,
    1.5,
    '1.5',
    '-1',
    '+1',
    '1e2',
    '二十',
    '20人',
    '20%',
    '1,000',
    '2²',
    '②',
    true,
    [],
    {},
    Number.NaN,
    Number.POSITIVE_INFINITY,
    9_007_199_254_740_992,
    '9007199254740992',
  ])('%j is no count', (value) => {
    expect(tryRule(rules, 'cmdb', { ...held, 弃权: value })).toMatchObject({
      valid: false,
      reasons: ['figureInvalid'],
      invalid: ['弃权'],
    })
  })

  it.each([20, '20', ' 20 ', '２０', '020'])('%j is twenty', (value) => {
    expect(tryRule(rules, 'cmdb', { ...held, 赞成: value })).toMatchObject({ valid: true, amounts: { 赞成: 20n } })
  })

  it.each([-1, '-0.5', '1e3', 1e21, 1e-7, '4000.', '.5', '4,000', '4000㎡', '40.5%', true, {}, Number.NaN])(
    '%j is no area',
    (value) => {
      expect(tryRule(rules, 'yz278_general', { ...owned, 赞成面积: value })).toMatchObject({
        reasons: ['figureInvalid'],
        invalid: ['赞成面积'],
      })
    },
  )

  it.each([4000.5, '4000.50', '４０００．５', ' 4000.5 '])('%j is an area of 4000.5', (value) => {
    expect(tryRule(rules, 'yz278_general', { ...owned, 赞成面积: value }).amounts.赞成面积).toBe(
      4_000_500_000_000_000_000_000n,
    )
  })

  it('make a trial invalid also where the rule does not read them', () => {
    expect(reasonsOf('share23', { 总份额: 1, 赞成份额: 1, 应到: 'x' })).toEqual(['figureInvalid'])
  })

  it.each([[[]], ['text'], [7], [true], [[held]]])('%j is no input', (input) => {
    expect(reasonsOf('cmdb', input)).toEqual(['figureInvalid', 'figureMissing'])
  })

  it('no input at all lacks everything', () => {
    expect(reasonsOf('cmdb', null)).toEqual(['figureMissing'])
    expect(reasonsOf('cmdb', undefined)).toEqual(['figureMissing'])
  })
})

describe('what a rule asks besides figures', () => {
  const region = { 地区: '北京市海淀区' }
  const bj = (more: Input): Input => ({ ...owned, ...more })

  checks('yz278_general', [
    ['15 days of notice are enough', bj({ 公示天数: 15 }), []],
    ['14 are not', bj({ 公示天数: 14 }), ['noticeTooShort']],
    ['none are not', bj({ 公示天数: 0 }), ['noticeTooShort']],
    ['what was announced is voted on', bj({ ...region, 议题已公示: true }), []],
    ['what was not is not, in 北京市海淀区', bj({ ...region, 议题已公示: false }), ['itemNotAnnounced']],
    ['nor in 北京', bj({ 地区: ' 北京 ', 议题已公示: '否' }), ['itemNotAnnounced']],
    ['but it is in 山东', bj({ 地区: '山东省', 议题已公示: false }), []],
    ['and where no place is named', bj({ 议题已公示: false }), []],
    ['a place alone asks nothing', bj(region), []],
    ['FALSE is no', bj({ ...region, 议题已公示: 'FALSE' }), ['itemNotAnnounced']],
    ['maybe is no answer', bj({ ...region, 议题已公示: '也许' }), ['figureInvalid']],
    ['nor is 0', bj({ ...region, 议题已公示: 0 }), ['figureInvalid']],
    ['a place is text', bj({ 地区: 110 }), ['figureInvalid']],
    ['a matter of the rule', bj({ 事项: '（五）使用建筑物及其附属设施的维修资金' }), []],
    ['a matter of the other rule', bj({ 事项: '筹集维修资金' }), ['wrongRuleForMatter']],
    ['a matter by its number', bj({ 事项: 6 }), ['wrongRuleForMatter']],
    ['a matter that nobody knows', bj({ 事项: '楼道灯' }), []],
    [
      'all that holds is told in one order',
      bj({ 议题已公示: false, ...region, 公示天数: 3, 事项: '改建', 参与人数: 599, 赞成人数: 600 }),
      ['ballotsUnbalanced', 'wrongRuleForMatter', 'noticeTooShort', 'itemNotAnnounced', 'noQuorum'],
    ],
  ])

  it('使用维修资金 is one of the general matters', () => {
    expect(reasonsOf('yz278_special', { ...owned, 事项: '使用维修资金' })).toEqual(['wrongRuleForMatter'])
    expect(reasonsOf('yz278_special', { ...owned, 事项: '筹集维修资金' })).toEqual([])
  })

  it('a rule without such conditions asks for none', () => {
    expect(reasonsOf('cmdb', { ...held, ...region, 公示天数: 0, 议题已公示: false, 事项: '改建' })).toEqual([])
  })
})

describe('the matter that a text names', () => {
  it.each([
    ['（六）', 6],
    ['(六)', 6],
    ['第六项', 6],
    ['第（六）项', 6],
    ['第6项', 6],
    ['六', 6],
    [' 6 ', 6],
    ['６', 6],
    ['修改业主大会议事规则', 1],
    ['制定和修改管理规约', 2],
    ['选举业主委员会或者更换业主委员会成员', 3],
    ['业委会选举', 3],
    ['选聘和解聘物业服务企业或者其他管理人', 4],
    ['使用建筑物及其附属设施的维修资金', 5],
    ['使用维修资金更换电梯', 5],
    ['筹集建筑物及其附属设施的维修资金', 6],
    ['改建、重建建筑物及其附属设施', 7],
    ['改变共有部分的用途', 8],
    ['改变共有部分用途', 8],
    ['利用共有部分从事经营活动', 8],
    ['有关共有和共同管理权利的其他重大事项', 9],
    ['（五）使用维修资金', 5],
    ['维修资金使用', 5],
    ['动用维修资金', 5],
    ['续筹维修资金', 6],
    ['改变小区共有部分的用途', 8],
    ['业主委员会换届', 3],
  ])('%j is %i', (text, matter) => {
    expect(mattersNamed(text)).toEqual([matter])
  })

  it.each(['', '楼道灯', '10', '第十项', '第六次会议'])('%j names none', (text) => {
    expect(mattersNamed(text)).toEqual([])
  })

  it.each([
    ['筹集和使用维修资金', [5, 6]],
    ['使用和筹集维修资金', [5, 6]],
    ['（五）筹集维修资金', [5, 6]],
    ['使用维修资金改建', [5, 7]],
  ])('%j names more than one', (text, matters) => {
    expect(mattersNamed(text)).toEqual(matters)
  })

  it.each(['yz278_general', 'yz278_special'])('a motion of both kinds is not decided by %s alone', (ruleId) => {
    const figures = {
      业主总人数: 3,
      专有总面积: '300',
      参与人数: 3,
      参与面积: '300',
      赞成人数: 3,
      赞成面积: '300',
    }
    expect(tryRule(rules, ruleId, figures).passed).toBe(true)
    expect(tryRule(rules, ruleId, { ...figures, 事项: '使用和筹集维修资金' })).toMatchObject({
      valid: false,
      reasons: ['wrongRuleForMatter'],
    })
  })
})

describe('where nobody could decide', () => {
  it.each([
    ['unanimous', { 应到: 0, 赞成: 0 }],
    ['share23', { 总份额: '0', 赞成份额: '0' }],
    ['robert_simple', { 应到: 5, 实到: 0, 赞成: 0, 反对: 0 }],
    ['jmdb_template', { 应到: 0, 实到: 0, 赞成: 0, 反对: 0, 弃权: 0 }],
  ])('%s gives no lawful decision', (ruleId, input) => {
    expect(tryRule(rules, ruleId, input)).toMatchObject({ valid: false, passed: false, reasons: ['noQuorum'] })
  })
})

describe('a rule that is not there', () => {
  it.each([undefined, null, '', 'nope', 3, {}, [], '__proto__', 'constructor'])('%j: nothing is computed', (ruleId) => {
    expect(tryRule(rules, ruleId, held)).toMatchObject({ valid: false, passed: false, reasons: ['ruleUnknown'] })
  })
})

describe('a rule of the house whose parts do not match', () => {
  it('counts shares as soon as either side speaks of shares', () => {
    const [known] = rules
    const list =
      known === undefined ? [] : [{ ...known, quorum: null, pass: { ...known.pass, num: 'forShare' } } as const]
    expect(tryRule(list, 'jmhy_2018', { 总份额: '3', 赞成份额: '1.51' })).toMatchObject({ valid: true, passed: true })
    expect(tryRule(list, 'jmhy_2018', { 总份额: '3', 赞成份额: '1.5' })).toMatchObject({ valid: true, passed: false })
  })
})

describe('a rule out of force', () => {
  it('may be tried', () => {
    expect(tryRule(rules, 'jmhy_2018', held)).toMatchObject({ valid: true, passed: true, reasons: [] })
  })
})
