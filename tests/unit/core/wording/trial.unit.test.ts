import { describe, expect, it } from 'vitest'
import { readBuiltInRules } from '../../../../main/cli/rules/built-in-rules.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { tryRule } from '../../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../../shared/wording/trial.ts'

const rules = await readBuiltInRules()

const said = (ruleId: unknown, input: unknown, { list = rules, today = '2026-06-01' } = {}) =>
  trialSentence(tryRule(list, ruleId, input), today)

const held = { 应到: 41, 实到: 33, 赞成: 20, 反对: 9, 弃权: 4 }
const count = '应到 41 人，实到 33 人；赞成 20，反对 9，弃权 4。'
const village = '依据：《村民委员会组织法》第二十六条（依据待核对）。'
const civilCode = '依据：《民法典》第二百七十八条第二款（依据待核对）。'
const owners = '注意：仅供协商或书面票核算参考，不替代业主大会法定表决程序和当地指定系统'
const owned = {
  业主总人数: 1000,
  专有总面积: '10000',
  参与人数: 700,
  参与面积: '6666.67',
  赞成人数: 400,
  赞成面积: '3333.33',
}

describe('a trial tells its result with every number and the source', () => {
  it.each([
    [
      'half of an odd number of people expected',
      'ywh_sd',
      held,
      `${count}赞成未超过应到人数的一半（20.5），未通过。依据：《山东省物业管理条例》(2021) 第三十二条：业委会会议 2/3 以上成员出席、全体成员过半数同意（依据待核对）。`,
    ],
    ['half of those present', 'cmdb', held, `${count}赞成超过实到人数的一半（16.5），通过。${village}`],
    [
      'as many as asked, where that is enough',
      'syl_party',
      { 应到: 30, 实到: 30, 赞成: 15, 反对: 15, 弃权: 0 },
      '应到 30 人，实到 30 人；赞成 15，反对 15，弃权 0。赞成达到应到人数的一半（15），通过。依据：“四议两公开”工作法：党员大会到会占党员总数 2/3 以上，经应到会党员半数以上同意（依据待核对）。',
    ],
    [
      'all papers and the roll',
      'cmdb',
      { ...held, 赞成: 19, 发出: 35, 收回: 33, 有效: 32, 无效: 1, 名册人数: 43, 资格停止: 2 },
      `应到 41 人，实到 33 人；赞成 19，反对 9，弃权 4；发出 35，收回 33，有效 32，无效 1；名册人数 43，资格停止 2。赞成超过实到人数的一半（16.5），通过。${village}`,
    ],
    [
      'a tie, and a quorum that only the meeting knows',
      'robert_simple',
      { 赞成: 5, 反对: 5, 弃权: 9 },
      '赞成 5，反对 5，弃权 9。赞成未超过反对票数（5），未通过。依据：罗伯特议事规则 12 条基本原则(极简版)第 7、11、12 条（依据待核对）。注意：法定人数由本会议规则另定，这里没有核对。',
    ],
    [
      'all of those concerned',
      'unanimous',
      { 应到: 5, 赞成: 5 },
      '应到 5 人；赞成 5。赞成达到应到人数（5），通过。依据：《民法典》第二百七十九条；区分所有权解释第十、十一条（依据待核对）。',
    ],
    [
      'nobody of nobody',
      'unanimous',
      { 应到: 0, 赞成: 0 },
      '应到 0 人；赞成 0。没有人能够参加表决（应到、实到或总数为 0），表决无效，请核对后再算。没有合法有效的决定。依据：《民法典》第二百七十九条；区分所有权解释第十、十一条（依据待核对）。',
    ],
    [
      'heads that pass and an area that does not',
      'yz278_general',
      owned,
      `业主总人数 1000 人，专有总面积 10000 平方米；参与 700 人、6666.67 平方米；赞成 400 人、3333.33 平方米。参与人数达到业主总人数的 2/3（666又2/3 人），参与面积达到专有总面积的 2/3（6666又2/3 平方米）。赞成人数超过参与人数的一半（350 人），赞成面积未超过参与面积的一半（3333.335 平方米），各项须同时满足，未通过。${civilCode}${owners}。`,
    ],
    [
      'both that pass',
      'yz278_special',
      { ...owned, 参与面积: '8000.02', 赞成人数: 525, 赞成面积: 6000.015, 反对人数: 175, 反对面积: '2000' },
      `业主总人数 1000 人，专有总面积 10000 平方米；参与 700 人、8000.02 平方米；赞成 525 人、6000.015 平方米；反对 175 人、2000 平方米。参与人数达到业主总人数的 2/3（666又2/3 人），参与面积达到专有总面积的 2/3（6666又2/3 平方米）。赞成人数达到参与人数的 3/4（525 人），赞成面积达到参与面积的 3/4（6000.015 平方米），通过。${civilCode}${owners}。`,
    ],
    [
      'both that fail',
      'yz278_general',
      { ...owned, 赞成人数: 350 },
      `业主总人数 1000 人，专有总面积 10000 平方米；参与 700 人、6666.67 平方米；赞成 350 人、3333.33 平方米。参与人数达到业主总人数的 2/3（666又2/3 人），参与面积达到专有总面积的 2/3（6666又2/3 平方米）。赞成人数未超过参与人数的一半（350 人），赞成面积未超过参与面积的一半（3333.335 平方米），未通过。${civilCode}${owners}。`,
    ],
    [
      'shares',
      'share23',
      { 总份额: '100', 赞成份额: '66.66' },
      `总份额 100，赞成份额 66.66。赞成份额未达到总份额的 2/3（66又2/3），未通过。依据：《民法典》第三百零一条（依据待核对）。${owners}。`,
    ],
    [
      'an election',
      'party_election',
      { 应到: 50, 实到: 40, 赞成: 26, 反对: 14, 弃权: 0 },
      '应到 50 人，实到 40 人；赞成 26，反对 14，弃权 0。赞成超过应到人数的一半（25），通过。依据：《中国共产党基层组织选举工作条例》(2020) 到会 4/5、赞成超过应到会一半、收回票多于投票人数无效（依据待核对）。注意：本软件不提供法定选举的电子投票，这里只核算纸质选票。',
    ],
  ])('%s', (_name, ruleId, input, sentence) => {
    expect(said(ruleId, input)).toBe(sentence)
  })
})

describe('a trial without a lawful decision tells what is the matter and what to do', () => {
  const none = `没有合法有效的决定。${village}`

  it.each([
    [
      'too few people',
      { ...held, 实到: 27, 赞成: 14 },
      `应到 41 人，实到 27 人；赞成 14，反对 9，弃权 4。到会人数不足法定的 28 人（实到人数未达到应到人数的 2/3（27又1/3）），表决无效，请人到齐后重新表决。${none}`,
    ],
    [
      'nobody expected',
      { 应到: 0, 实到: 0, 赞成: 0, 反对: 0, 弃权: 0 },
      `应到 0 人，实到 0 人；赞成 0，反对 0，弃权 0。应到人数为 0，表决无效，请核对后再算。${none}`,
    ],
    [
      'choices that are not as many as 有效',
      { ...held, 有效: 32 },
      `应到 41 人，实到 33 人；赞成 20，反对 9，弃权 4；有效 32。票数不平：赞成 20＋反对 9＋弃权 4＝33，与有效 32 不等。请核对后再算。${none}`,
    ],
    [
      'more ballots than people',
      { ...held, 弃权: 5 },
      `应到 41 人，实到 33 人；赞成 20，反对 9，弃权 5。票数不平：赞成 20＋反对 9＋弃权 5＝34，多于实到 33。请核对后再算。${none}`,
    ],
    [
      'guests who were counted',
      { ...held, 签到总人数: 33, 列席: 3 },
      `${count.replace('。', '；签到总人数 33，列席 3。')}人数对不上（列席、资格停止者不计入应到和实到）：实到 33，多于签到总人数 33－列席 3＝30。请核对签到和名册。${none}`,
    ],
    [
      'figures that are missing or none',
      { 应到: 41, 实到: '三十三', 赞成: 20, 议题已公示: 3, 地区: 1 },
      `应到 41 人；赞成 20。实到应是不小于 0 的整数；议题已公示应填“是”或“否”；地区应填文字，请改正后再算。缺少反对、弃权，请补全后再算。${none}`,
    ],
    [
      'no figures at all',
      [],
      `输入不是一组“名称和数字”，请改正后再算。缺少应到、实到、赞成、反对、弃权，请补全后再算。${none}`,
    ],
  ])('%s', (_name, input, sentence) => {
    expect(said('cmdb', input)).toBe(sentence)
  })

  it('too little area takes part', () => {
    expect(said('yz278_general', { ...owned, 参与面积: '6666.66' })).toContain(
      '参与人数达到业主总人数的 2/3（666又2/3 人），参与面积未达到专有总面积的 2/3（6666又2/3 平方米），参与表决的不够法定比例，表决无效，请另行组织表决。没有合法有效的决定。',
    )
  })

  it('an area that is no decimal', () => {
    expect(said('yz278_general', { ...owned, 参与面积: '1e4' })).toContain(
      '参与面积应是不小于 0 的十进制数，小数不超过 18 位，请改正后再算。',
    )
  })

  it('a matter of another rule, a short notice, and what was not announced', () => {
    const input = { ...owned, 事项: '（五）使用维修资金', 公示天数: 14, 议题已公示: '否', 地区: '北京市' }
    expect(said('yz278_special', input)).toContain(
      '事项“（五）使用维修资金”属于《民法典》第二百七十八条第一款第（五）项，本规则只用于第（六）（七）（八）项，请改用“业主共同决定·一般事项(一)(二)(三)(四)(五)(九)”再算。会前公示 14 天，不足 15 天（《物业管理条例》(2018)第十四条；《北京市物业管理条例》(2024)第三十五条），请公示期满后再表决。在北京市，会前没有公示的议题不得表决（《物业管理条例》(2018)第十四条；《北京市物业管理条例》(2024)第三十五条），请公示后再表决。没有合法有效的决定。',
    )
  })

  it('a matter for which no rule is at hand', () => {
    const list = rules.filter(({ ruleId }) => ruleId === 'yz278_general')
    expect(said('yz278_general', { ...owned, 事项: '改建' }, { list })).toContain('请换适用这一项的规则再算。')
  })

  it('a rule that is not there, or not named', () => {
    expect(said('nope', held)).toBe('没有“nope”这条规则，没有计算。请从规则包里选一条规则再算。')
    expect(said(' ', held)).toBe('没有指明规则，没有计算。请从规则包里选一条规则再算。')
    expect(said(7, held)).toBe('没有指明规则，没有计算。请从规则包里选一条规则再算。')
  })
})

describe('a trial notes what its reader must know', () => {
  it('that the rule is out of force, from the day after its last', () => {
    const note = '注意：本规则施行至 2025-12-31，现已失效，只作历史试算，正式会议不可选。'
    expect(said('jmhy_2018', held, { today: '2026-01-01' })).toContain(note)
    expect(said('jmhy_2018', held, { today: '2025-12-31' })).not.toContain('失效')
  })

  it('that the rule is not yet in force', () => {
    const list: readonly Rule[] = rules.map((rule) => ({ ...rule, from: '2026-07-01' }))
    expect(said('cmdb', held, { list })).toContain('注意：本规则自 2026-07-01 起施行，现在尚未生效，只作试算')
    expect(said('cmdb', held, { list, today: '2026-07-01' })).not.toContain('生效')
  })

  it('what was worked out from other figures', () => {
    const { 应到: _expected, 实到: _present, ...ballots } = held
    const input = { ...ballots, 名册人数: 43, 资格停止: 2, 签到总人数: 36, 列席: 3 }
    expect(said('cmdb', input)).toBe(
      `应到 41 人，实到 33 人；赞成 20，反对 9，弃权 4；名册人数 43，资格停止 2，签到总人数 36，列席 3。赞成超过实到人数的一半（16.5），通过。${village}注意：应到由名册人数减资格停止得出；实到由签到总人数减列席得出，资格停止者如也签了到，请另填实到。`,
    )
  })

  it('a matter that was not recognised', () => {
    expect(said('yz278_general', { ...owned, 事项: '楼道灯' })).toContain(
      '；没有认出事项“楼道灯”是《民法典》第二百七十八条的哪一项，没有核对规则是否适用。',
    )
  })

  it('names that nobody knows, not all of very many, and none in full length', () => {
    expect(said('cmdb', { ...held, 主持: '某人', 天气: 1 })).toBe(
      `${count}赞成超过实到人数的一半（16.5），通过。${village}注意：未识别的输入：“主持”、“天气”，没有计入。`,
    )
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`项${index}`, 1]))
    expect(said('cmdb', { ...held, ...many })).toContain('“项9”等 12 个，没有计入。')
    expect(said('cmdb', { ...held, ['长'.repeat(500)]: 1 })).toContain(`“${'长'.repeat(40)}…”，没有计入。`)
  })

  it('that somebody has checked the rule, by leaving 依据待核对 out', () => {
    const list: readonly Rule[] = rules.map((rule) => ({ ...rule, checked: { by: '王律师', on: '2026-02-01' } }))
    expect(said('cmdb', held, { list })).toBe(
      `${count}赞成超过实到人数的一半（16.5），通过。${village.replace('（依据待核对）', '')}`,
    )
  })
})
