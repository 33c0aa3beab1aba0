import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { resolutionId, voteId as voteIds } from '../../shared/core/ids.ts'
import type { Terms } from '../../shared/meeting/voting/terms.ts'
import type { Paper } from '../../shared/protocol/client-frames.ts'
import { MAX_PAPERS_AT_ONCE } from '../../shared/protocol/limits.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { id } from '../fixtures/ids.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const closed = closedAfterEach()
const VOTERS = ['主持', '委员甲', '委员乙', '委员丙', '委员丁']

const terms: Terms = {
  question: { kind: 'assessment', rows: ['物业服务'], scale: { kind: 'satisfaction' } },
  rule: null,
  channels: { device: false, hands: null, paper: 'secret' },
  display: 'delayed',
  revisable: false,
  seconds: null,
  doubleEntry: false,
  details: null,
}

/** A hall in which an assessment is drafted, and what asks for its papers. */
async function assessingHall() {
  const hall = closed(await startTestHall())
  for (const name of VOTERS) await hall.act('signIn', { seatId: hall.seat(name) })
  const itemId = hall.meeting().agenda[0]?.itemId
  await hall.act('startItem', { itemId })
  const voteId = voteIds.mint(hall.random)
  await hall.act('draftVote', { voteId, itemId, motion: '十一月物业评议', terms })
  const of = { meetingId: hall.meetingId, voteId }
  const ballots = { kind: 'ballots', ...of, from: 1, count: 5 } as const
  const tally: Paper = { kind: 'tallySheet', ...of }
  const result: Paper = { kind: 'resultSheet', ...of }
  return { hall, voteId, ballots, tally, result }
}

async function countAndClose(hall: TestHall, voteId: string, more: { readonly hold?: true } = {}) {
  const papers = VOTERS.map((name, index) => ({ seatId: hall.seat(name), number: index + 1 }))
  const rows = [{ satisfied: 3, basically: 1, dissatisfied: 1, unknown: 0 }]
  await hall.act('openDraft', { voteId })
  await hall.act('issuePapers', { voteId, papers })
  await hall.act('stopBallots', { voteId })
  await hall.act('enterTally', { voteId, entry: 1, counter: null, rows, returned: 5, valid: 5, invalid: 0 })
  await hall.act('closeVote', { voteId, resolutionId: resolutionId.mint(hall.random), ...more })
}

async function textOf(answer: Awaited<ReturnType<TestHall['operator']['paper']>>): Promise<string> {
  if (!answer.ok) throw new Error(answer.sentence)
  const zip = await JSZip.loadAsync(Buffer.from(answer.base64, 'base64'))
  return (await zip.file('word/document.xml')?.async('string')) ?? ''
}

describe('over the wire', () => {
  test('those who run the meeting get ballots and tally sheets of a draft, nobody else does', async () => {
    const { ballots, hall, tally } = await assessingHall()
    const [chair, member] = [await hall.seated('主持'), await hall.seated('委员甲')]
    for (const client of [hall.operator, chair.client]) {
      const answer = await client.paper(ballots)
      expect(answer).toMatchObject({ ok: true, name: '无记名评议票-十一月物业评议-1至5号.docx' })
      expect(await textOf(answer)).toContain('编号：0005')
      expect(await textOf(await client.paper(tally))).toContain('物业服务')
    }
    for (const paper of [ballots, tally]) expect(await member.client.paper(paper)).toMatchObject({ ok: false })
  })

  test('as many ballots come in one file as may be asked for at once', async () => {
    const { ballots, hall } = await assessingHall()
    const text = await textOf(await hall.operator.paper({ ...ballots, count: MAX_PAPERS_AT_ONCE }))
    expect(text).toContain(`编号：0${MAX_PAPERS_AT_ONCE}`)
  })

  test('a result sheet is given once the result is published, and not to its own desk before', async () => {
    const { ballots, hall, result, voteId } = await assessingHall()
    expect(await hall.operator.paper(result)).toMatchObject({ ok: false })
    await countAndClose(hall, voteId, { hold: true })
    await until(() => hall.meeting().voting.held !== null)
    expect(await hall.operator.paper(result)).toMatchObject({ ok: false })
    await hall.act('publishVote', { voteId, resolutionId: resolutionId.mint(hall.random) })
    expect(await textOf(await hall.operator.paper(result))).toContain('3/5（60%）')
    expect(await hall.operator.paper(ballots)).toMatchObject({ ok: false })
  })

  test('the table of the months is for those who run a meeting of that council', async () => {
    const { hall, voteId } = await assessingHall()
    await countAndClose(hall, voteId)
    const [chair, member] = [await hall.seated('主持'), await hall.seated('委员甲')]
    const table: Paper = { kind: 'assessmentTable', councilId: hall.councilId, year: 2023 }
    for (const client of [hall.operator, chair.client]) {
      const answer = await client.paper(table)
      expect(answer).toMatchObject({ ok: true, name: '测试议事会-2023年评议月汇总.docx' })
      expect(await textOf(answer)).toContain('11月')
    }
    expect(await member.client.paper(table)).toMatchObject({ ok: false })
    const another: Paper = { ...table, councilId: id.council('another') }
    expect(await chair.client.paper(another)).toMatchObject({ ok: false })
    expect(await hall.operator.paper({ ...table, year: 2022 })).toMatchObject({ ok: false })
  })

  test('house numbers stand on papers that the operator asks for, and phones on none', async () => {
    const { hall } = await assessingHall()
    const seatId = hall.seat('委员甲')
    const contact = { seatId, name: '委员甲', phone: '13912345678', house: '三号楼五零二' }
    expect((await hall.operator.send('contacts', null, 'saveContact', contact)).ok).toBe(true)
    const voteId = voteIds.mint(hall.random)
    const asked = { kind: 'survey', motion: '更换大门', dueOn: null, unitIds: [seatId] }
    await hall.act('openWrittenVote', { ...asked, voteId, itemId: hall.meeting().agenda[0]?.itemId, rule: null })
    const paper: Paper = { kind: 'writtenPapers', meetingId: hall.meetingId, voteId, from: 1, count: 9 }
    const chair = await hall.seated('主持')
    const [own, others] = [
      await textOf(await hall.operator.paper(paper)),
      await textOf(await chair.client.paper(paper)),
    ]
    expect(own).toContain('房号：三号楼五零二')
    expect(others).toContain('户：委员甲')
    expect(others).not.toContain('三号楼五零二')
    expect(own + others).not.toContain('13912345678')
  })
})
