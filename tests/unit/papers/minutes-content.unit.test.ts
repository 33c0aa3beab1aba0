import { describe, expect, test } from 'vitest'
import { NAME_DELETED } from '../../../shared/contacts/deleted-name.ts'
import { NOTES_DAMAGED } from '../../../shared/papers/item-section.ts'
import { type MinutesContent, minutesContent } from '../../../shared/papers/minutes-content.ts'
import { textOf } from '../../../shared/papers/paragraph.ts'
import { minutesOf } from './opened-paper.ts'
import { CLOSED_AT, fewSeats, longTale, STARTS_AT, type ToldMeeting, told } from './told-meeting.ts'

const linesOf = ({ sections }: MinutesContent): readonly string[] =>
  sections.flatMap(({ heading, paragraphs, parts }) => [
    heading,
    ...paragraphs.map(textOf),
    ...parts.flatMap((part) => [part.heading, ...part.paragraphs.map(textOf)]),
  ])

const part = (content: MinutesContent, name: string, section = 0) =>
  content.sections[section]?.parts.find(({ heading }) => heading.endsWith(`）${name}`))?.paragraphs.map(textOf)

const running: ToldMeeting = {
  items: [
    {
      title: '塑胶跑道',
      points: [
        { kind: 'opinion', text: '尽快铺设' },
        { kind: 'opinion', text: '先复核承重。' },
        { kind: 'agreed', text: '位置在东侧' },
        { kind: 'todo', text: '物业答复' },
      ],
      votes: [
        { motion: '铺设跑道', inFavour: 3, given: { unit: '物业公司', dueOn: '2027-01-06' } },
        { motion: '安装路灯', inFavour: 1 },
        { motion: '换掉大门', inFavour: 3, voided: { reason: '唱票有误', closed: true } },
        { motion: '换掉小门', inFavour: 3, voided: { reason: '议题说错', closed: false } },
        { motion: '增设座椅', inFavour: 3 },
      ],
    },
  ],
}

describe('the minutes of a meeting', () => {
  test('begin with time, place, duties, numbers and quorum', () => {
    expect(minutesOf(running).lead).toEqual([
      '2026年11月22日9时05分至10时30分，在二楼活动室召开红星社区第一次议事会（会议形式：党群议事会）。会议由王召集主持，话事员李话事记录。应到4人，先后到会3人，请假1人；列席2人。按小会规则，到会不少于3人方可表决，历次表决时到会人数均达到法定人数。依据：小会约定（示例，依据待核对）。',
      '现将议定事项纪要如下：',
    ])
  })

  test('say nothing of a quorum that no verdict tells of, and when the rule asks for none', () => {
    const seats = fewSeats.map((seat, index) => (index > 1 ? { ...seat, attends: 'absent' as const } : seat))
    expect(minutesOf({ ...running, seats, items: [] }).lead[0]).toContain(
      '应到4人，先后到会1人，请假0人，缺席3人；列席1人。按小会规则，到会不少于3人方可表决。依据：小会约定',
    )
    expect(minutesOf({ ...running, quorum: false }).lead[0]).toContain('小会规则对到会人数不作要求。')
  })

  test('take from the stored verdicts whether the quorum was met', () => {
    const { ledger, meeting, names } = told(running)
    const past = meeting.voting.past.map((vote, index) =>
      vote.phase === 'closed' && index === 1
        ? { ...vote, verdict: { ...vote.verdict, reasons: ['noQuorum' as const] } }
        : vote,
    )
    const missed = { ...meeting, voting: { ...meeting.voting, past } }
    const { lead } = minutesContent(missed, { names, ledger, notes: new Map(), now: CLOSED_AT })
    expect(lead[0]).toContain('到会不少于3人方可表决，有的表决到会人数没有达到法定人数。')
  })

  test('say where the notes are missing because their file is damaged, and not that nothing came of an item', () => {
    const items = [
      { title: '谈过的' },
      { title: '有要点的', points: running.items?.[0]?.points ?? [] },
      { title: '没谈的', phase: 'planned' as const },
    ]
    const { ledger, meeting, names } = told({ items })
    const content = minutesContent(meeting, { names, ledger, notes: 'damaged', now: CLOSED_AT })
    expect([0, 1, 2].map((section) => part(content, '讨论情况', section))).toEqual([
      [NOTES_DAMAGED],
      [NOTES_DAMAGED],
      undefined,
    ])
    expect(linesOf(content).join('')).not.toContain('没有形成议定事项')
    expect(NOTES_DAMAGED).toBe('〔笔记文件损坏，未能收入〕')
  })

  test('give each item its number, its parts and what was held, decided and left to do', () => {
    const content = minutesOf(running)
    expect(content.sections.map(({ heading }) => heading)).toEqual(['一、塑胶跑道', '二、红色议事工单'])
    expect(content.sections[0]?.parts.map(({ heading }) => heading)).toEqual([
      '（一）会议认为',
      '（二）会议议定',
      '（三）依据规则与票数',
      '（四）待办事项',
    ])
    expect(part(content, '会议认为')).toEqual(['1.尽快铺设。', '2.先复核承重。'])
    expect(part(content, '会议议定')).toEqual([
      '1.位置在东侧。',
      '2.经表决通过：铺设跑道。',
      '责任单位：物业公司。完成时限：2027年1月6日。工单编号：2026-HX-0001。',
      '3.经表决通过：增设座椅。',
      '责任单位和完成时限：待交办时确定。',
    ])
    expect(part(content, '待办事项')).toEqual(['物业答复。'])
    expect(content.sections[1]?.paragraphs.map(textOf)).toEqual([
      '铺设跑道。工单编号：2026-HX-0001。责任单位：物业公司。完成时限：2027年1月6日。',
    ])
  })

  test.each([
    ['a few votes', running],
    ['a long meeting', longTale],
  ])('of %s give every result in the very words that were stored', (_, tale) => {
    const { meeting } = told(tale)
    const text = linesOf(minutesOf(tale)).join('\n')
    const sentences = meeting.voting.past.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.sentence]))
    expect(sentences.length).toBeGreaterThan(3)
    for (const sentence of sentences) expect(text).toContain(sentence)
    const counted = text.match(/应到 \d+ 人，实到 \d+ 人；/g) ?? []
    expect(counted).toHaveLength(sentences.length)
  })

  test('take the sentence from the record, also when the rules would word it otherwise today', () => {
    const { ledger, meeting, names } = told(running)
    const reworded = {
      ...meeting,
      voting: {
        ...meeting.voting,
        past: meeting.voting.past.map((vote) =>
          vote.phase === 'closed' ? { ...vote, verdict: { ...vote.verdict, sentence: '当时就是这样宣布的。' } } : vote,
        ),
      },
    }
    const content = minutesContent(reworded, { names, ledger, notes: new Map(), now: CLOSED_AT })
    expect(part(content, '依据规则与票数')?.[0]).toBe('1.关于“铺设跑道”的表决，结果为：当时就是这样宣布的。')
  })

  test('keep void votes on record, with the reason', () => {
    const votes = part(minutesOf(running), '依据规则与票数') ?? []
    expect(votes).toHaveLength(5)
    expect(votes[1]).toMatch(/^2\.关于“安装路灯”的表决，结果为：.*未通过/)
    expect(votes[2]).toMatch(/^3\.关于“换掉大门”的表决已宣布作废，原因：唱票有误。作废前宣布的结果为：应到 4 人/)
    expect(votes[3]).toBe('4.关于“换掉小门”的表决没有完成即宣布作废，原因：议题说错。')
    expect(part(minutesOf(running), '会议议定')?.join()).not.toContain('门')
  })

  test('name those who came, were excused and looked on, in this order, and leave empty lines out', () => {
    expect(minutesOf(running).people).toEqual([
      { label: '出席', names: ['王召集（主持）', '赵委员', '钱委员'] },
      { label: '请假', names: ['孙委员'] },
      { label: '列席', names: ['李话事（话事员）', '周列席'] },
    ])
    const alone = [{ name: '王召集' }, { name: '李话事', attends: 'absent' as const, voting: false }]
    expect(minutesOf({ seats: alone }).people.map(({ label }) => label)).toEqual(['出席'])
  })

  test('count whoever left early as present, and whoever was excused after a mistaken sign-in as excused', () => {
    const { ledger, meeting, names } = told({
      seats: [...fewSeats, { name: '早退', attends: 'left' }, { name: '误签', attends: 'left' }],
    })
    const mistaken = meeting.attendance.seats.at(-1)?.seatId
    if (mistaken === undefined) throw new Error('the last seat is there')
    const leaves = [...meeting.attendance.leaves, { seatId: mistaken, reason: null }]
    const sources = { names, ledger, notes: new Map(), now: CLOSED_AT }
    const { lead, people } = minutesContent({ ...meeting, attendance: { ...meeting.attendance, leaves } }, sources)
    expect(people.slice(0, 2)).toEqual([
      { label: '出席', names: ['王召集（主持）', '赵委员', '钱委员', '早退'] },
      { label: '请假', names: ['孙委员', '误签'] },
    ])
    expect(lead[0]).toContain('应到6人，先后到会4人，请假2人；列席2人。')
  })

  test('count whoever could vote as present, also when excused after leaving early', () => {
    const items = [{ title: '议题', votes: [{ motion: '建棚', inFavour: 3 }] }]
    const { ledger, meeting, names } = told({ items, seats: [...fewSeats, { name: '早退', attends: 'left' }] })
    const left = meeting.attendance.seats.at(-1)?.seatId
    if (left === undefined) throw new Error('the last seat is there')
    const attendance = { ...meeting.attendance, leaves: [{ seatId: left, reason: null }] }
    const { people } = minutesContent({ ...meeting, attendance }, { names, ledger, notes: new Map(), now: CLOSED_AT })
    expect(people[0]?.names).toContain('早退')
    expect(people.map(({ label }) => label)).toEqual(['出席', '列席'])
  })

  test('say that a name was deleted, wherever it would stand', () => {
    const seats = fewSeats.map((seat) => ({ ...seat, name: null }))
    const { lead, people } = minutesOf({ seats })
    expect(lead[0]).toContain(`会议由${NAME_DELETED}主持，话事员${NAME_DELETED}记录。`)
    expect(people[0]?.names).toEqual([`${NAME_DELETED}（主持）`, NAME_DELETED, NAME_DELETED])
  })

  test('carry neither reasons for leave nor anything but names of the people', () => {
    const { ledger, meeting } = told(running)
    // What a caller in error would hand over: whole contacts where names belong are names of nobody.
    const contacts = { st_told0002: { name: '赵委员', phone: '13900001111', house: '3号楼502' } }
    const names = contacts as unknown as Readonly<Record<string, string>>
    expect(() => minutesContent(meeting, { names, ledger, notes: new Map(), now: CLOSED_AT })).toThrow()
    expect(JSON.stringify(minutesOf(running))).not.toContain('孩子生病')
  })

  test('mark practice and take no number for it', () => {
    const content = minutesOf({ ...running, practice: true })
    expect(content).toMatchObject({ practice: true, mark: '练习，不作为正式文书' })
    expect(linesOf(content).join()).toContain('工单编号：练习，不编号。')
    expect(linesOf(content).join()).not.toContain('2026-HX')
    expect(minutesOf(running)).toMatchObject({ practice: false, mark: null })
  })

  test('are a draft while the meeting goes on, with the vote that is open', () => {
    const { ledger, meeting, names } = told({
      closed: false,
      items: [{ title: '议题', phase: 'running', votes: [{ motion: '建棚', inFavour: 0, open: true }] }],
    })
    const content = minutesContent(meeting, { names, ledger, notes: new Map(), now: Date.UTC(2026, 10, 30, 17) })
    expect(content.mark).toBe('草稿，会议尚未散会')
    expect(content.lead[0]).toMatch(/^2026年11月22日9时05分，在/)
    expect(part(content, '依据规则与票数')).toEqual(['关于“建棚”的表决正在进行，还没有结果。'])
    // After midnight in China.
    expect(content.date).toBe('2026年12月1日')
  })

  test('of a closed meeting bear the date of its closing, without zeros before month and day', () => {
    expect(minutesOf(running).date).toBe('2026年11月22日')
    expect(minutesOf(running).date).toMatch(/^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/)
    expect(CLOSED_AT).toBeGreaterThan(STARTS_AT)
  })

  test('say of items that were not talked about, or led to nothing, just that', () => {
    const content = minutesOf({
      items: [{ title: '甲', phase: 'planned' }, { title: '乙' }, { title: '丙', phase: 'running' }],
    })
    expect(content.sections.map(({ paragraphs, parts }) => [paragraphs.map(textOf), parts])).toEqual([
      [['本次会议没有讨论这个议题。'], []],
      [['会议讨论了这个议题，没有形成议定事项。'], []],
      [['这个议题正在讨论。'], []],
    ])
    expect(minutesOf({ items: [] }).lead.at(-1)).toMatch(/本次会议没有议题。$/)
  })

  test('put the notes of an item first, as 讨论情况, and leave empty notes out', () => {
    const notes = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '大家同意。' }] }] }
    const content = minutesOf(running, notes)
    expect(content.sections[0]?.parts[0]?.heading).toBe('（一）讨论情况')
    expect(part(content, '讨论情况')).toEqual(['大家同意。'])
    const blank = {
      type: 'doc',
      content: [{ type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: ' 　' }] }],
    }
    expect(part(minutesOf(running, blank), '讨论情况')).toBeUndefined()
  })

  test.each([
    ['红星社区第一次会议', '红星社区第一次会议纪要'],
    ['红星社区第一次会议（示例）', '红星社区第一次会议纪要（示例）'],
    ['红星社区议事会', '红星社区议事会会议纪要'],
    ['板凳会(三号楼)', '板凳会(三号楼)会议纪要'],
    ['会议', '会议纪要'],
  ])('of %s are called %s', (title, called) => {
    expect(minutesOf({ title }).title).toBe(called)
  })
})
