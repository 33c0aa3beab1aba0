import { describe, expect, test } from 'vitest'
import formatsFile from '../../../resources/formats.json'
import { format, formOf, type MeetingForm } from '../../../shared/formats/format.ts'
import type { MinutesContent } from '../../../shared/papers/minutes-content.ts'
import { textOf } from '../../../shared/papers/paragraph.ts'
import { minutesOf, worksheetsOf } from './opened-paper.ts'
import { fewSeats, type ToldMeeting, type ToldSeat } from './told-meeting.ts'

const formOfFormat = (formatId: string): MeetingForm =>
  formOf(format.parse(formatsFile.find((known) => known.formatId === formatId)))

const linesOf = ({ sections }: MinutesContent): readonly string[] =>
  sections.flatMap(({ heading, paragraphs, parts }) => [
    heading,
    ...paragraphs.map(textOf),
    ...parts.flatMap((part) => [part.heading, ...part.paragraphs.map(textOf)]),
  ])

const neighbours: readonly ToldSeat[] = [
  { name: '王召集', kind: 'convener', attends: 'absent' },
  { name: '李话事', kind: 'scribe', voting: false, attends: 'absent' },
  { name: '李大爷', kind: 'walkIn', voting: false },
]
const CONSENSUS = '十二月上旬请园林来修'

const bench: ToldMeeting = {
  form: formOfFormat('bench'),
  format: '板凳会议',
  headcount: 14,
  alone: true,
  seats: neighbours,
  items: [
    {
      title: '三号楼前的树要不要修',
      points: [
        { kind: 'agreed', text: `${CONSENSUS}。` },
        { kind: 'agreed', text: '鸟窝先挪' },
      ],
      conclusion: {
        outcome: 'reached',
        text: CONSENSUS,
        after: '明天就修',
        given: { unit: '桂花物业', dueOn: '2026-12-07' },
      },
    },
    { title: '电动车停在哪里', conclusion: { outcome: 'notReached', text: '物业说没有地方，居民要求建棚' } },
    { title: '谁浇花', conclusion: { outcome: 'reached', text: '各楼轮流' } },
  ],
}

const { headcount: _, ...uncountedBench } = bench
const uncounted: ToldMeeting = { ...uncountedBench, seats: neighbours.slice(0, 2) }

describe('the minutes of a 板凳会议', () => {
  const content = minutesOf(bench)

  test('say how many came about, and nothing of 应到, a rule or a quorum', () => {
    expect(content.lead).toEqual([
      '2026年11月22日9时05分至10时30分，在二楼活动室召开红星社区第一次议事会（会议形式：板凳会议）。会议由王召集主持并记录。到场约14人（未逐一签到，登记姓名1人）。',
      '现将议定事项纪要如下：',
    ])
    expect(minutesOf(uncounted).lead[0]).toMatch(/主持并记录。未逐一签到。$/)
  })

  test('name those who were registered, and nobody as present, looking on or absent', () => {
    expect(content.people).toEqual([{ label: '登记', names: ['李大爷'] }])
    expect(minutesOf({ ...bench, seats: neighbours.slice(0, 2) }).people).toEqual([])
  })

  test('give the conclusions in their own words, and what was agreed in the same words only once', () => {
    expect(linesOf(content)).toEqual([
      '一、三号楼前的树要不要修',
      '（一）会议议定',
      '鸟窝先挪。',
      '（二）会议结论',
      `会议形成共识：${CONSENSUS}。`,
      '责任单位：桂花物业。完成时限：2026年12月7日。工单编号：2026-HX-0001。',
      '二、电动车停在哪里',
      '（一）会议结论',
      '未形成共识：物业说没有地方，居民要求建棚。',
      '三、谁浇花',
      '（一）会议结论',
      '会议形成共识：各楼轮流。',
      '四、红色议事工单',
      `${CONSENSUS}。工单编号：2026-HX-0001。责任单位：桂花物业。完成时限：2026年12月7日。`,
    ])
  })

  test('have no worksheet of what was not agreed, and none that speaks of votes', () => {
    const worksheets = worksheetsOf(bench)
    expect(worksheets.map(({ matter }) => matter)).toEqual([CONSENSUS, '各楼轮流'])
    const text = JSON.stringify(worksheets)
    expect(text).toContain('经会议协商形成共识。')
    expect(text).not.toContain('票数')
  })
})

describe('the record of a 急哨现场处置', () => {
  const told = '何时何地：11月22日2时，六号楼\n到场单位：社区、物业\n已采取措施：关总阀'
  const urgent: ToldMeeting = {
    form: formOfFormat('urgent_whistle'),
    format: '急哨现场处置',
    alone: true,
    headcount: 6,
    seats: neighbours,
    items: [{ title: '水管爆裂', conclusion: { outcome: 'handled', text: told } }],
  }

  test('tells what was done, line by line', () => {
    const content = minutesOf(urgent)
    expect(content.lead.at(-1)).toBe('现将处置情况记录如下：')
    expect(linesOf(content).slice(0, 5)).toEqual([
      '一、水管爆裂',
      '（一）处置情况',
      '何时何地：11月22日2时，六号楼。',
      '到场单位：社区、物业。',
      '已采取措施：关总阀。',
    ])
    expect(JSON.stringify(worksheetsOf(urgent))).toContain('现场处置，会后补记。')
  })

  test('says so before a single line', () => {
    const items = [{ title: '水管爆裂', conclusion: { outcome: 'handled' as const, text: '关总阀，换了水管' } }]
    expect(linesOf(minutesOf({ ...urgent, items }))).toContain('现场处置：关总阀，换了水管。')
  })
})

const hall: ToldMeeting = {
  form: formOfFormat('red_hall'),
  seats: [
    { name: '王召集', kind: 'convener', party: '社区党组织' },
    { name: '李话事', kind: 'scribe', voting: false },
    { name: '赵委员', party: ' 小区党支部 ' },
    { name: '钱委员' },
    { name: '停委员', suspended: true },
    { name: '业主孙', party: '业委会', attends: 'excused' },
    { name: '周经理', kind: 'guest', voting: false, party: '物业企业' },
    { name: '吴警官', kind: 'guest', voting: false, duty: '民警' },
    { name: '郑监督', kind: 'supervisor', voting: false },
  ],
  items: [
    { title: '没有议', phase: 'planned', aside: [3] },
    { title: '跑道', aside: [3, 2], votes: [{ motion: '铺设跑道', inFavour: 3 }] },
    { title: '路灯', votes: [{ motion: '装路灯', inFavour: 3 }] },
  ],
}

describe('the minutes of a meeting of parties', () => {
  const content = minutesOf(hall)

  test('say which parties came, also as guests, and which that had to come did not', () => {
    expect(content.lead[0]).toContain('社区党组织、物业企业、小区党支部到会，业委会没有到会。')
    const parties = [{ name: '城管', required: false }]
    expect(minutesOf({ ...hall, form: { ...hall.form, parties } }).lead[0]).not.toContain('到会，')
    const everybody = (hall.seats ?? []).map((seat) => ({ ...seat, attends: 'present' as const }))
    expect(minutesOf({ ...hall, seats: everybody }).lead[0]).toContain('小区党支部、业委会到会。按小会规则')
  })

  test('count nobody whose right is suspended', () => {
    expect(content.lead[0]).toContain('应到4人，先后到会3人，请假1人；列席5人。')
  })

  test('name party and duty of people, and those who supervise', () => {
    expect(content.people).toEqual([
      { label: '出席', names: ['王召集（主持，社区党组织）', '赵委员（小区党支部）', '钱委员'] },
      { label: '请假', names: ['业主孙（业委会）'] },
      {
        label: '列席',
        names: ['李话事（话事员）', '停委员', '周经理（物业企业）', '吴警官（民警）', '郑监督（监督）'],
      },
    ])
  })

  test('name who stood aside on an item that was talked about, never why', () => {
    const lines = linesOf(content)
    expect(lines.filter((line) => line.includes('回避'))).toEqual([
      '钱委员、赵委员回避，不参加本题表决，不计入本题应到人数。',
    ])
    expect(JSON.stringify(content)).not.toContain('当事人')
    const spoken = minutesOf({
      ...hall,
      form: formOfFormat('four_party_talks'),
      items: [{ title: '跑道', aside: [3] }],
    })
    expect(linesOf(spoken)).toContain('钱委员回避。')
  })

  test('say once, at the first result, what an owners’ result is not', () => {
    const cautioned = linesOf(content).filter((line) => line.includes('不替代业主大会法定表决程序'))
    expect(cautioned).toHaveLength(1)
    const [, second, third] = content.sections
    expect(JSON.stringify(second)).toContain('仅供协商')
    expect(JSON.stringify(third)).not.toContain('仅供协商')
    const talks: ToldMeeting = { ...hall, form: formOfFormat('four_party_talks'), items: bench.items ?? [] }
    expect(JSON.stringify(minutesOf(talks).sections[0]?.parts.at(-1))).toContain('仅供协商')
    expect(JSON.stringify(minutesOf(bench))).not.toContain('仅供协商')
  })
})

test('a rule that nobody compared with its source says so wherever it is quoted', () => {
  const votes = [{ motion: '铺设跑道', inFavour: 3 }]
  const content = minutesOf({
    seats: fewSeats,
    source: '村规民约第三条',
    unchecked: true,
    items: [{ title: '跑道', votes }],
  })
  const quoted = JSON.stringify(content).match(/村规民约第三条/g) ?? []
  const marked = JSON.stringify(content).match(/村规民约第三条（依据待核对）/g) ?? []
  expect(quoted).toHaveLength(2)
  expect(marked).toHaveLength(2)
})

test('no heading is empty where nothing is voted on', () => {
  for (const formatId of ['bench', 'craftsmen', 'short_whistle', 'urgent_whistle', 'four_party_talks']) {
    const form = formOfFormat(formatId)
    const content = minutesOf({ form, items: [{ title: '谈过' }, { title: '没谈', phase: 'planned' }] })
    expect(content.lead.join('')).not.toMatch(/依据|法定人数|方可表决/)
    expect(content.sections.map(({ parts }) => parts.length)).toEqual([0, 0])
  }
})
