import { describe, expect, it } from 'vitest'
import { rowLines } from '../../../../renderer/desk/chair/voting/row-lines.ts'
import { ruleChoices } from '../../../../renderer/desk/chair/voting/rule-choices.ts'
import { termTags } from '../../../../renderer/desk/chair/voting/term-words.ts'
import {
  isPlan,
  notOffered,
  planFault,
  planLike,
  planOf,
  planTerms,
  templatesOf,
  type VotePlan,
} from '../../../../renderer/desk/chair/voting/vote-plan.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import { noVotes } from '../../../../shared/meeting/voting/state.ts'
import { type TemplateId, templateIds } from '../../../../shared/meeting/voting/templates.ts'
import { terms as termsShape } from '../../../../shared/meeting/voting/terms.ts'
import { unfitTerms } from '../../../../shared/meeting/voting/unfit-terms.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { rule } from '../../../fixtures/small-meeting.ts'

const council = { form: plainForm, rule, voting: noVotes }
const bench = { ...council, form: { ...plainForm, decision: 'consensus', rollCall: false }, rule: null } as const
const plan = (template: TemplateId, rows = ''): VotePlan => ({ ...planOf(template, council), rows })

describe('rows of a ballot from text', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['one a line', '加装充电桩\n修健身广场', ['加装充电桩', '修健身广场']],
    [
      'a 接龙 from WeChat',
      '#接龙 今年先做什么\n1. 加装充电桩\n2、修健身广场\n（3）种树\n四、换灯',
      ['加装充电桩', '修健身广场', '种树', '换灯'],
    ],
    ['cells from Excel with a number in front', '1\t张宏发\t3 号楼\r\n2\t李春分\t5 号楼\r\n', ['张宏发', '李春分']],
    ['blank lines between', '\n甲\n\n  乙  \n', ['甲', '乙']],
    ['a row that is a number', '2026\n2027', ['2026', '2027']],
  ])('%s', (_, text, rows) => expect(rowLines(text)).toEqual(rows))
})

describe('a vote that is put together', () => {
  it('needs nothing more where a motion is voted on by the meeting’s rule', () => {
    for (const template of ['named', 'hands', 'secret', 'mixed'] as const) {
      expect([template, planFault(plan(template))]).toEqual([template, null])
      expect(unfitTerms(planTerms(plan(template)))).toBeNull()
    }
  })

  it('does not offer 无异议 where the meeting’s rule takes its share of 应到, and says why', () => {
    const present = { ...council, rule: { ...rule, pass: { ...rule.pass, den: 'present' } } } as const
    const closed = (meeting: typeof council | typeof present | typeof bench) =>
      templatesOf(meeting.form).filter((template) => notOffered(template, meeting) !== null)
    expect([closed(council), closed(present), closed(bench)]).toEqual([['objection'], [], []])
    expect(notOffered('objection', council)).toContain('请换一条规则，或者改用举手、记名或纸票')
  })

  it('needs rows where there is something to list, and says which', () => {
    expect(planFault(plan('choice'))).toBe('请先写下备选项目，一行一个。')
    expect(planFault(plan('assessment'))).toBe('请先写下评议对象，一行一个。')
    expect(planFault(plan('election'))).toBe('请先写下候选人，一行一个。')
    expect(planFault(plan('election', '张三\n李四'))).toBeNull()
  })

  it('is not opened with rows that a ballot cannot list', () => {
    expect(planFault(plan('choice', '种树\n1. 种树'))).toBe('“种树”写了两遍，请删去一行。')
    const many = Array.from({ length: 41 }, (_, index) => `第${index}项`).join('\n')
    expect(planFault(plan('choice', many))).toContain('备选项目有 41 个，一张票最多 40 个')
    expect(planFault(plan('choice', '长'.repeat(61)))).toContain('每行最多 60 个字')
  })

  it('asks for no more than there are rows', () => {
    const pick = (count: number, elects: number | null): VotePlan => {
      const { terms, ...rest } = plan('choice', '甲\n乙')
      return {
        ...rest,
        terms: { ...terms, question: { kind: 'choice', rows: [], pick: { op: 'atMost', count }, elects } },
      }
    }
    expect(planFault(pick(2, 2))).toBeNull()
    expect(planFault(pick(3, 1))).toContain('每人选 3 个，备选项目只有 2 个')
    expect(planFault(pick(1, 3))).toContain('要选定 3 个，备选项目只有 2 个')
    expect(unfitTerms(planTerms(pick(3, 1)))).toEqual({ code: 'termsImpossible' })
  })

  it('leaves people a way to vote', () => {
    const { terms, ...rest } = plan('named')
    const none = { ...rest, terms: { ...terms, channels: { device: false, hands: null, paper: null } } }
    expect(planFault(none)).toContain('至少留一种投票方式')
  })

  it('comes to terms that the host takes, whatever the 表决方式', () => {
    for (const template of templateIds) {
      expect([template, termsShape.safeParse(planTerms(plan(template, '甲\n乙'))).success]).toEqual([template, true])
    }
  })

  it('is kept while its rows are not written, and nothing else is taken for one', () => {
    for (const template of templateIds) expect(isPlan(JSON.parse(JSON.stringify(plan(template))))).toBe(true)
    expect(isPlan(null)).toBe(false)
    expect(isPlan({ ...plan('named'), template: 'shouting' })).toBe(false)
    expect(isPlan({ ...plan('named'), terms: { question: { kind: 'motion' } } })).toBe(false)
  })

  it('is put together again as it was held', () => {
    for (const template of templateIds) {
      const before = plan(template, '甲\n乙')
      const again = planLike(planTerms(before))
      expect([again.template, planTerms(again)]).toEqual([template, planTerms(before)])
    }
  })

  it('only counts, and counts hands, where nobody signs in and nothing is decided by vote', () => {
    for (const template of templatesOf(bench.form)) {
      const { channels, rule: by } = planOf(template, bench).terms
      expect([template, by, channels]).toEqual([template, null, { device: false, hands: 'counted', paper: null }])
    }
    expect(templatesOf(bench.form)).not.toContain('election')
    expect(templatesOf(plainForm)).toEqual(templateIds)
  })
})

describe('the rules by which a vote can be decided', () => {
  const packs = [
    { ...rule, ruleId: 'other', name: '别的规则' },
    { ...rule, ruleId: 'gone', name: '旧规则', to: '2001-01-01' },
    { ...rule, ruleId: 'posts', name: '选举规则', paperOnly: 'election' },
    { ...rule, ruleId: 'homes', name: '业主规则', paperOnly: 'owners' },
  ] as const
  const names = (template: TemplateId) =>
    ruleChoices({ terms: planTerms(plan(template, '甲')), usual: rule, packs, now: NOW }).map(({ name }) => name)

  it('are the meeting’s own and those that fit its kind and are in force', () => {
    expect(names('named')).toEqual(['小会规则（本次会议的规则）', '别的规则'])
    expect(names('election')).toEqual(['小会规则（本次会议的规则）', '别的规则', '选举规则'])
  })

  it('keep the one that a draft has though it is no longer among them', () => {
    const terms = plainTerms({ ...rule, ruleId: 'lost', name: '删掉的规则' })
    const found = ruleChoices({ terms, usual: rule, packs, now: NOW }).map(({ name }) => name)
    expect(found).toEqual(['小会规则（本次会议的规则）', '别的规则', '删掉的规则'])
  })
})

describe('how a vote is held, in words', () => {
  it('says what is unusual and leaves out what is not', () => {
    expect(termTags(plainTerms(rule))).toEqual(['记名表决', '手机记名、举手记名、记名纸票', '结束前不看票数'])
    const unusual = { ...plan('mixed').terms, display: 'live', revisable: true, seconds: 90 } as const
    expect(termTags(unusual).slice(2)).toEqual(['边投边看票数', '可以改，最后一次算', '限时 90 秒', '双人复核计票'])
  })
})
