import { describe, expect, test } from 'vitest'
import { dateAt } from '../../../shared/papers/chinese-dates.ts'
import { listChangesText } from '../../../shared/papers/written-list-changes.ts'
import { writtenNumber, writtenPapersContent } from '../../../shared/papers/written-papers-content.ts'
import { writtenResultContent } from '../../../shared/papers/written-result-content.ts'
import { writtenSection } from '../../../shared/papers/written-section.ts'
import { id } from '../../fixtures/ids.ts'
import { ownersRule } from '../../fixtures/written-meeting.ts'
import {
  askedInWriting,
  housesOfVoters,
  meetingAfter,
  namesOfVoters,
  paperVote,
  VOTERS,
  voter,
} from './paper-meeting.ts'
import { cellsOf } from './result-cells.ts'

describe('papers of a written vote', () => {
  const owners = Array.from({ length: VOTERS }, (_, index) => voter(index))
  const written = paperVote('written0')
  const people = { names: namesOfVoters, houses: housesOfVoters }
  const asked = askedInWriting('owners', owners, { rule: ownersRule, dueOn: '2026-12-05' })
  const handed = {
    type: 'handOutPapers',
    data: {
      voteId: written,
      on: '2025-10-08',
      papers: [
        { unitId: voter(0), number: 7 },
        { unitId: voter(1), number: 2 },
      ],
    },
  } as const

  test('are made for each owner with house and area, in the part of the list that is asked for', () => {
    const content = writtenPapersContent(meetingAfter([asked]), { voteId: written, from: 1, count: 2 }, people)
    expect(content).toMatchObject({ title: '业主书面表决票', numbered: true })
    expect(content?.sheets).toEqual([
      { number: 1, facts: ['业主：委员甲', '房号：3 号楼 502', '专有部分面积：80.25 平方米'] },
      { number: 2, facts: ['业主：委员乙', '专有部分面积：81.25 平方米'] },
    ])
    expect(content?.notes).toEqual(['请在2026年12月5日前交回。'])
    expect(content?.rule).toContain(
      '参与人数、参与面积均达到总数的 2/3 方为有效；赞成人数、赞成面积均超过参与表决的一半为通过',
    )
    expect(writtenPapersContent(meetingAfter([asked]), { voteId: written, from: 13, count: 2 }, people)).toBeNull()
  })

  test('are one for each household, with the names of those who live there', () => {
    const homes = [id.household('home0000'), id.household('home0001')]
    const content = writtenPapersContent(
      meetingAfter([askedInWriting('survey', homes)]),
      { voteId: written, from: 1, count: 9 },
      { names: namesOfVoters, houses: {} },
    )
    expect(content?.sheets.map(({ facts }) => facts)).toEqual([['户：委员甲、委员乙'], ['户：委员丙、委员丁']])
    expect(content?.remarks).toBe('意见和建议')
  })

  test('carry the number that was given, else their place, and none where that is taken', () => {
    const [vote] = meetingAfter([asked, handed]).writtenVotes
    expect(owners.map((unitId) => vote && writtenNumber(vote, unitId))).toEqual([
      7,
      2,
      3,
      4,
      5,
      6,
      null,
      8,
      9,
      10,
      11,
      12,
    ])
  })

  test('say when it was announced', () => {
    const announced = askedInWriting('owners', owners, { rule: ownersRule, noticedOn: '2025-09-20' })
    const content = writtenPapersContent(meetingAfter([announced]), { voteId: written, from: 1, count: 1 }, people)
    expect(content?.notes).toEqual(['2025年9月20日公示。'])
  })

  test('end in a result that says what was changed of the list, when and why, without names', () => {
    const few = owners.slice(0, 9)
    const reason = '发起时漏了'
    const adding = (index: number, why: string) =>
      ({ type: 'addUnit', data: { voteId: written, unitId: voter(index), reason: why } }) as const
    const meeting = meetingAfter([
      askedInWriting('owners', few, { rule: ownersRule, noticedOn: '2025-09-20' }),
      adding(9, reason),
      adding(10, reason),
      adding(11, '核对登记簿后补入。'),
      { type: 'voidWrittenVote', data: { voteId: written, reason: '票样有误' } },
    ])
    const day = dateAt(meeting.writtenVotes[0]?.changes[0]?.at ?? 0)
    const content = writtenResultContent(meeting, written)
    const changes = `${day}补入2位业主，原因：发起时漏了；${day}补入1位业主，原因：核对登记簿后补入。`
    expect(JSON.stringify(content)).toContain(changes)
    expect(JSON.stringify(content)).toContain('2025年9月20日')
    expect(JSON.stringify(content)).not.toContain('委员')
    const section = writtenSection(meeting, 3)
    expect(JSON.stringify(section)).toContain(`（2025年9月20日公示）`)
    expect(JSON.stringify(section)).toContain(`名单在发起以后有变动：${changes}`)
  })

  test('tell of an area that was corrected, with both', () => {
    const change = { unitId: voter(0), seatIds: null, at: Date.parse('2026-11-22'), by: 'operator' } as const
    const told = (reason: string | null) =>
      listChangesText({ kind: 'owners', changes: [{ ...change, area: '85.25', was: '80', reason }] })
    expect(told('登记有误')).toBe('2026年11月22日更正1位的专有面积，由80平方米改为85.25平方米，原因：登记有误。')
    expect(told(null)).toBe('2026年11月22日更正1位的专有面积，由80平方米改为85.25平方米，没有写原因。')
    expect(listChangesText({ kind: 'survey', changes: [] })).toBeNull()
  })

  test('end in a result with heads and area beside each other', () => {
    const all = owners.map((unitId, index) => ({ unitId, number: index + 1 }))
    const meeting = meetingAfter([
      asked,
      { type: 'handOutPapers', data: { voteId: written, on: '2025-10-08', papers: all } },
      ...owners.slice(0, 10).map((unitId, index) => ({
        type: 'recordReturn' as const,
        data: {
          voteId: written,
          unitId,
          option: index < 7 ? ('for' as const) : ('against' as const),
          on: '2025-10-09',
        },
      })),
    ])
    expect(writtenResultContent(meeting, written)).toBeNull()
    const closing = {
      type: 'closeWrittenVote',
      data: { voteId: written, resolutionId: id.resolution('written0') },
    } as const
    const closed = meetingAfter([
      asked,
      { type: 'handOutPapers', data: { voteId: written, on: '2025-10-08', papers: all } },
      ...owners.slice(0, 10).map((unitId, index) => ({
        type: 'recordReturn' as const,
        data: {
          voteId: written,
          unitId,
          option: index < 7 ? ('for' as const) : ('against' as const),
          on: '2025-10-09',
        },
      })),
      closing,
    ])
    const content = writtenResultContent(closed, written)
    const grid = content?.parts.find((part) => part.kind === 'grid')
    expect(grid).toMatchObject({
      rows: [
        ['全体业主', '12', '100%', '1029', '100%'],
        ['参与（占全体）', '10', '约 83.3%', '847.5', '约 82.4%'],
        ['赞成（占参与）', '7', '70%', '582.75', '约 68.8%'],
        ['反对（占参与）', '3', '30%', '264.75', '约 31.2%'],
        ['弃权（占参与）', '0', '0%', '0', '0%'],
      ],
    })
    expect(cellsOf(content?.parts)).toContain('结果=通过')
  })
})
