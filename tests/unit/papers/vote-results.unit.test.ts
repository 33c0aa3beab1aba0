import { describe, expect, test } from 'vitest'
import { paperName } from '../../../main/host/papers/paper-name.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { assessmentTable } from '../../../shared/papers/assessment-table.ts'
import { roomResultContent } from '../../../shared/papers/room-result-content.ts'
import { percentText, shareText } from '../../../shared/papers/share-text.ts'
import { id } from '../../fixtures/ids.ts'
import { opening } from '../../fixtures/small-meeting.ts'
import {
  closedVote,
  countedPapers,
  drafted,
  meetingAfter,
  namesOfVoters,
  openedDraft,
  paperVote,
  termsOf,
  voter,
} from './paper-meeting.ts'
import { cellsOf } from './result-cells.ts'

const voteId = paperVote('paper0')
const motion = termsOf({ kind: 'motion' })
const assessment = termsOf(
  { kind: 'assessment', rows: ['物业服务', '保洁'], scale: { kind: 'satisfaction' } },
  { rule: null },
)
const passed = [
  drafted(motion),
  openedDraft(),
  ...countedPapers(12, [{ for: 8, against: 2, abstain: 1 }], { invalid: 1 }),
]

describe('a result sheet', () => {
  const sheet = (meeting: HeldMeeting) => roomResultContent(meeting, voteId, namesOfVoters)

  test('holds every figure, the rule with its source, the quorum, the sentence and who signs', () => {
    const meeting = meetingAfter([...passed, closedVote()])
    const content = sheet(meeting)
    const [vote] = meeting.voting.past
    const cells = cellsOf(content?.parts)
    for (const cell of ['表决方式=表决：无记名纸票', '应到=12 人', '实到=12 人', '发出纸票=12 张', '收回纸票=12 张']) {
      expect(cells).toContain(cell)
    }
    for (const cell of ['有效纸票=11 张', '无效纸票=1 张', '赞成=8 票', '反对=2 票', '弃权=1 票', '合计=11 票']) {
      expect(cells).toContain(cell)
    }
    expect(cells).toContain('所用规则=小会规则')
    expect(cells).toContain('依据=小会约定')
    expect(cells).toContain('法定人数=到会不少于 8 人，实到 12 人，达到。')
    expect(cells).toContain('结果=通过')
    expect(cells).toContain(`宣布的结论=${vote?.verdict?.sentence}`)
    for (const label of ['主持人=', '记录人=', '监票人=', '计票人=', '唱票人=']) expect(cells).toContain(label)
    expect(content && paperName(content)).toMatch(/^2026-11-22-表决结果-翻新健身广场塑胶跑道.*\.docx$/)
  })

  test('is not made of what is open or not published yet', () => {
    expect(sheet(meetingAfter(passed))).toBeNull()
    expect(sheet(meetingAfter([...passed, closedVote('paper0', true)]))).toBeNull()
  })

  test('of a void vote says so on every page, with the reason and what had been announced', () => {
    const voided = { type: 'voidVote', data: { voteId, reason: '唱票有误' } } as const
    const content = sheet(meetingAfter([...passed, closedVote(), voided]))
    expect(content).toMatchObject({ title: '表决结果（作废）', mark: '已作废，不作为表决结果' })
    const cells = cellsOf(content?.parts)
    expect(cells.some((cell) => cell.startsWith('作废原因=唱票有误。'))).toBe(true)
    expect(cells.some((cell) => cell.startsWith('作废前宣布=应到 12 人'))).toBe(true)
  })

  test('lists named ballots with their channel, and none of a secret vote', () => {
    const terms = termsOf({ kind: 'motion' }, { channels: { device: false, hands: 'named', paper: 'named' } })
    const entered = [0, 1, 2].map((index) => ({
      type: 'enterBallot' as const,
      data: {
        voteId,
        ballotId: id.ballot(`b00000${index}`),
        option: index === 2 ? 'against' : 'for',
        seatId: voter(2 - index),
        channel: index === 0 ? ('paper' as const) : ('hands' as const),
      },
    }))
    const content = sheet(meetingAfter([drafted(terms), openedDraft(), ...entered, closedVote()]))
    const list = content?.parts.find((part) => part.kind === 'grid' && part.title === '记名票')
    expect(list).toMatchObject({
      rows: [
        ['1', '委员甲', '举手', '反对'],
        ['2', '委员乙', '举手', '赞成'],
        ['3', '委员丙', '纸票', '赞成'],
      ],
    })
    expect(cellsOf(sheet(meetingAfter([...passed, closedVote()]))?.parts)).not.toContain('记名票')
  })

  test('tells how the text was changed by an amendment that was carried', () => {
    const proposal = drafted(motion, { key: 'before0' })
    const amendment = { voteId: paperVote('before0'), text: '一月动工' }
    const hands = { device: false, hands: 'counted', paper: null } as const
    const change = {
      type: 'draftVote',
      data: { voteId, itemId: id.item('first0'), motion: '推迟动工', terms: { ...motion, channels: hands }, amendment },
    } as const
    const raised = (key: string) =>
      ({
        type: 'countHands',
        data: { voteId: paperVote(key), seatIds: null, rows: [{ for: 12, against: 0, abstain: 0 }] },
      }) as const
    const meeting = meetingAfter([
      proposal,
      change,
      openedDraft(),
      raised('paper0'),
      closedVote(),
      openedDraft('before0'),
      ...countedPapers(12, [{ for: 12, against: 0, abstain: 0 }], { key: 'before0' }),
      closedVote('before0'),
    ])
    const cells = cellsOf(roomResultContent(meeting, paperVote('before0'), namesOfVoters)?.parts)
    const changed = cells.find((cell) => cell.startsWith('文本修改='))
    expect(changed).toContain(`第 1 稿`)
    expect(changed).toContain('按修正案“推迟动工”）：一月动工')
    expect(cellsOf(sheet(meeting)?.parts)).toContain('修正案=通过后原案改为：一月动工')
  })
})

describe('the months of assessments', () => {
  const counts = (satisfied: number) => ({ satisfied, basically: 12 - satisfied, dissatisfied: 0, unknown: 0 })
  const assessed = (satisfied: number, change: Partial<HeldMeeting> = {}): HeldMeeting => {
    const commands = [
      drafted(assessment),
      openedDraft(),
      ...countedPapers(12, [counts(satisfied), counts(12)]),
      closedVote(),
    ]
    return { ...meetingAfter(commands), ...change } as HeldMeeting
  }
  const table = (...meetings: readonly HeldMeeting[]) =>
    assessmentTable(meetings, { councilId: opening.councilId, year: 2026 })
  const december = { startsAt: Date.UTC(2026, 11, 1, 1) }

  test('have a line each, with counts and the share as a fraction', () => {
    const content = table(assessed(7, december), assessed(6))
    expect(content?.tables.map(({ title }) => title)).toEqual(['物业服务', '保洁'])
    expect(content?.tables[0]?.rows).toEqual([
      ['11月', '6', '6', '0', '0', '12', '6/12（50%）'],
      ['12月', '7', '5', '0', '0', '12', '7/12（约 58.3%）'],
    ])
    expect(content && paperName(content)).toBe('红星社区党群议事会-2026年评议月汇总.docx')
  })

  test('add up what was assessed several times in a month', () => {
    expect(table(assessed(6), assessed(7))?.tables[0]?.rows).toEqual([
      ['11月', '13', '11', '0', '0', '24', '13/24（约 54.2%）'],
    ])
  })

  test('leave out practice, other councils and other years; of nothing there is no table', () => {
    const elsewhere = [
      assessed(6, { practice: true }),
      assessed(6, { councilId: id.council('another') }),
      assessed(6, { startsAt: Date.UTC(2027, 0, 5) }),
    ]
    expect(table(...elsewhere)).toBeNull()
    expect(table(...elsewhere, assessed(6))?.tables[0]?.rows).toHaveLength(1)
  })

  test('give points as an average', () => {
    const terms = termsOf({ kind: 'assessment', rows: ['物业服务'], scale: { kind: 'score', max: 5 } }, { rule: null })
    const commands = [drafted(terms), openedDraft(), ...countedPapers(12, [{ 5: 6, 4: 5 }]), closedVote()]
    expect(table(meetingAfter(commands))?.tables[0]).toMatchObject({
      title: '物业服务（满分 5 分）',
      rows: [['11月', '11', '约 4.55']],
    })
  })
})

test('a share is told with its fraction, and says when the percentage is rounded', () => {
  expect(shareText(12, 20)).toBe('12/20（60%）')
  expect(shareText(2, 3)).toBe('2/3（约 66.7%）')
  expect(shareText(0, 0)).toBe('—')
  expect(percentText(1n, 8n)).toBe('12.5%')
  expect(percentText(1n, 2000n)).toBe('约 0.1%')
})
