import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { makePaper, papersOf } from '../../main/host/papers/make-paper.ts'
import type { Answer } from '../../shared/client/outbox.ts'
import { ballotId, itemId, meetingId as meetingIds, resolutionId, speechId } from '../../shared/core/ids.ts'
import { plainForm } from '../../shared/formats/plain-form.ts'
import type { Paper } from '../../shared/protocol/client-frames.ts'
import { councilStream, meetingStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { id } from '../fixtures/ids.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const closed = closedAfterEach()
const VOTERS = ['主持', '委员甲', '委员乙', '委员丙', '委员丁']

/** A hall in which a motion was carried. */
async function decidedHall(): Promise<TestHall> {
  const hall = closed(await startTestHall())
  const vote = await hall.openVote(...VOTERS)
  for (const name of VOTERS) {
    await hall.act('enterBallot', {
      voteId: vote,
      ballotId: ballotId.mint(hall.random),
      option: 'for',
      seatId: hall.seat(name),
    })
  }
  await hall.act('closeVote', { voteId: vote, resolutionId: resolutionId.mint(hall.random) })
  await until(() => hall.meeting().voting.resolutions.length === 1)
  return hall
}

const worksheetOf = (hall: TestHall): Paper => {
  const [resolution] = hall.meeting().voting.resolutions
  if (resolution === undefined) throw new Error('the motion was carried')
  return { kind: 'worksheet', meetingId: hall.meetingId, resolutionId: resolution.resolutionId }
}

/** The first bytes of every zip, and so of every Word file. */
const isZip = (bytes: Uint8Array | undefined) => bytes?.[0] === 0x50 && bytes[1] === 0x4b

describe('a hall makes', () => {
  test('the minutes, a worksheet for each resolution and the result of each vote', async () => {
    const hall = await decidedHall()
    const { meetingId } = hall
    const papers = papersOf(hall.meeting())
    const voteId = hall.meeting().voting.past[0]?.voteId
    const result = { kind: 'resultSheet', meetingId, voteId }
    expect(papers).toEqual([{ kind: 'minutes', meetingId }, worksheetOf(hall), result])
    const files = await Promise.all(papers.map((paper) => makePaper(hall.host.hall, paper, new Map())))
    expect(files.map((file) => file?.name)).toEqual([
      '2023-11-15-测试会议纪要.docx',
      '红色议事工单-测试会议-第1项决议.docx',
      '2023-11-15-表决结果-铺设塑胶跑道.docx',
    ])
    expect(files.every((file) => isZip(file?.bytes))).toBe(true)
  })

  test('the minutes and a worksheet of a meeting that ends in agreement, without names and votes', async () => {
    const hall = closed(await startTestHall())
    const { host, operator, random } = hall
    const meetingId = meetingIds.mint(random)
    const item = itemId.mint(random)
    const must = async (answer: Promise<Answer>) => expect(await answer).toMatchObject({ ok: true })
    const plan = {
      meetingId,
      title: '11月22日板凳会议',
      format: '板凳会议',
      form: { ...plainForm, formatId: 'bench', rollCall: false, decision: 'consensus' },
      place: '三号楼前凉亭',
      startsAt: 1_764_000_000_000,
      agenda: [{ itemId: item, title: '修树' }],
      rule: null,
      speakingSeconds: 180,
      chair: hall.seat('主持'),
      scribe: hall.seat('主持'),
    }
    await must(operator.send(councilStream(hall.councilId), null, 'conveneMeeting', plan))
    await until(() => operator.copies.meeting(meetingId)?.phase === 'open')
    const act = (type: string, data: unknown) => must(operator.send(meetingStream(meetingId), null, type, data))
    await act('startItem', { itemId: item })
    await act('recordHeadcount', { count: 14 })
    const conclusion = { itemId: item, outcome: 'reached', text: '请园林来修', resolutionId: resolutionId.mint(random) }
    await act('concludeItem', conclusion)
    await act('closeMeeting', {})
    const held = operator.copies.meeting(meetingId)
    if (held === null || held.phase === 'unopened') throw new Error('the meeting was held')
    const [minutes, worksheet] = await Promise.all(
      papersOf(held).map(async (paper) => textIn((await makePaper(host.hall, paper, new Map()))?.bytes)),
    )
    expect(minutes).toContain('到场约14人（未逐一签到）。')
    expect(minutes).toContain('会议形成共识：请园林来修。')
    expect(minutes).not.toMatch(/应到|法定人数|依据规则与票数/)
    expect(worksheet).toContain('经会议协商形成共识。')
  })

  test('minutes with who spoke, what was noted of it, who asked in vain and who had somebody else vote', async () => {
    const hall = closed(await startTestHall())
    const { host, meetingId, random } = hall
    for (const name of ['委员甲', '委员乙', '列席']) await hall.act('signIn', { seatId: hall.seat(name) })
    await hall.act('delegateVote', { seatId: hall.seat('委员丁'), proxyId: hall.seat('委员甲') })
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    const [spoken, called, vain] = [speechId.mint(random), speechId.mint(random), speechId.mint(random)]
    const asking = { kind: 'ordinary', stance: 'against' }
    await hall.act('requestFloor', { ...asking, speechId: spoken, seatId: hall.seat('委员甲') })
    await hall.act('requestFloor', { ...asking, speechId: vain, seatId: hall.seat('委员乙') })
    await hall.act('callNextSpeaker', {})
    await hall.act('noteSpeech', { speechId: spoken, text: '先核实用电负荷' })
    await hall.act('callDepartment', { speechId: called, seatId: hall.seat('列席') })
    await hall.act('attachWrittenAnswer', { speechId: called, text: '下月动工' })
    await hall.act('endSpeech', { speechId: called })
    await hall.act('withdrawRequest', { speechId: vain })
    const text = await textIn((await makePaper(host.hall, { kind: 'minutes', meetingId }, new Map()))?.bytes)
    const told = ['委员丁委托委员甲代为表决。', '反对', '要点：先核实用电负荷', '部门答题', '书面答复：下月动工']
    for (const words of [...told, '未发言：委员乙（撤回）。']) expect(text).toContain(words)
  })

  test('no paper of a meeting or a resolution that is not there, nor of a vote that became void', async () => {
    const hall = await decidedHall()
    const { host, meetingId } = hall
    const worksheet = worksheetOf(hall)
    const unknown: readonly Paper[] = [
      { kind: 'minutes', meetingId: id.meeting('nobody0') },
      { kind: 'worksheet', meetingId, resolutionId: id.resolution('nobody0') },
    ]
    for (const paper of unknown) expect(await makePaper(host.hall, paper, new Map())).toBeNull()
    await hall.act('voidVote', { voteId: hall.meeting().voting.past[0]?.voteId, reason: '唱票有误' })
    expect(await makePaper(host.hall, worksheet, new Map())).toBeNull()
  })

  test('no paper with a phone or a house number in it', async () => {
    const hall = await decidedHall()
    const { host, operator } = hall
    const contact = { seatId: hall.seat('委员甲'), name: '委员甲', phone: '13912345678', house: '三号楼五零二' }
    expect((await operator.send('contacts', null, 'saveContact', contact)).ok).toBe(true)
    for (const paper of papersOf(hall.meeting())) {
      const file = await makePaper(host.hall, paper, new Map())
      const text = await textIn(file?.bytes)
      expect(text).toContain('测试会议')
      expect(text).not.toMatch(/13912345678|三号楼五零二/)
    }
  })

  test('a paper over the wire for those who run the meeting, and for nobody else', async () => {
    const hall = await decidedHall()
    const paper: Paper = { kind: 'minutes', meetingId: hall.meetingId }
    const [chair, member] = [await hall.seated('主持'), await hall.seated('委员甲')]
    for (const client of [hall.operator, chair.client]) {
      const answer = await client.paper(paper)
      expect(answer).toMatchObject({ ok: true, name: '2023-11-15-测试会议纪要.docx' })
      if (answer.ok) expect(isZip(Buffer.from(answer.base64, 'base64'))).toBe(true)
    }
    expect(await member.client.paper(paper)).toMatchObject({ ok: false, sentence: expect.stringContaining('请') })
  })
})

/** All text of all parts of a Word file. */
async function textIn(bytes: Uint8Array | undefined): Promise<string> {
  const zip = await JSZip.loadAsync(bytes ?? new Uint8Array())
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')))
  return parts.join('\n')
}
