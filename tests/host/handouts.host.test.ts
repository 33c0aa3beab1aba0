import JSZip from 'jszip'
import { beforeEach, describe, expect, it } from 'vitest'
import { bareLiveHost, OPERATOR_SECRET } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { hello } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

const minutes = () => ({ kind: 'minutes', meetingId: hall.meetingId }) as const

async function textOf(base64: string): Promise<string> {
  const zip = await JSZip.loadAsync(base64, { base64: true })
  const xml = await zip.file('word/document.xml')?.async('string')
  return (xml ?? '').replace(/<[^>]+>/g, '')
}

describe('papers', () => {
  it('the desk, the chair and the scribe get the minutes with the meeting’s own title', async () => {
    const { client: chair } = await hall.seated('主持')
    const { client: scribe } = await hall.seated('话事')
    for (const client of [hall.operator, chair, scribe]) {
      const paper = await client.paper(minutes())
      if (!paper.ok) throw new Error(paper.sentence)
      expect(paper.name).toMatch(/测试会议.*纪要\.docx$/)
      expect(await textOf(paper.base64)).toContain('测试会议')
    }
  })

  it('nobody else does, and is told whom to ask', async () => {
    const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
    await until(() => screen.phase.at === 'live')
    const others = [screen, (await hall.seated('委员甲')).client, (await hall.seated('列席')).client]
    for (const client of others) {
      expect(await client.paper(minutes())).toMatchObject({ ok: false, sentence: expect.stringContaining('话事员') })
    }
  })

  it('a chair gets no papers of another meeting', async () => {
    const other = await hall.convene('另一次会议')
    const { client: chair } = await hall.seated('主持')
    const paper = await chair.paper({ kind: 'minutes', meetingId: other.meetingId })
    expect(paper).toMatchObject({ ok: false, sentence: expect.stringContaining('导出') })
  })

  it('a worksheet is had for a resolution, and for nothing else', async () => {
    const people = ['主持', '委员甲', '委员乙', '委员丙', '委员丁']
    const vote = await hall.openVote(...people)
    for (const name of people) {
      const ballotId = `bl_${hall.seat(name).slice(3)}`
      await hall.act('enterBallot', { voteId: vote, ballotId, option: 'for', seatId: hall.seat(name) })
    }
    await hall.act('closeVote', { voteId: vote, resolutionId: 'rs_aaaaaa' })
    const resolution = await until(() => hall.meeting().voting.resolutions[0])
    const ask = (resolutionId: typeof resolution.resolutionId) =>
      hall.operator.paper({ kind: 'worksheet', meetingId: hall.meetingId, resolutionId })
    const paper = await ask(resolution.resolutionId)
    if (!paper.ok) throw new Error(paper.sentence)
    expect(paper.name).toContain('工单')
    expect(await textOf(paper.base64)).toContain('铺设塑胶跑道')
    expect(await ask('rs_bbbbbb' as typeof resolution.resolutionId)).toMatchObject({ ok: false })
    await hall.act('voidVote', { voteId: vote, reason: '计票有误' })
    expect(await ask(resolution.resolutionId)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('作废'),
    })
  })
})

describe('passes to the notes', () => {
  const passOf = async (name: string) => (await hall.seated(name)).client.notesPass(hall.meetingId)

  it('members write, guests look, the screen gets none', async () => {
    for (const name of ['主持', '话事', '委员甲']) expect(await passOf(name)).toMatchObject({ write: true })
    expect(await passOf('列席')).toMatchObject({ write: false, room: null })
    expect(await hall.operator.notesPass(hall.meetingId)).toMatchObject({ write: true })
    const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
    await until(() => screen.phase.at === 'live')
    expect(await screen.notesPass(hall.meetingId)).toBeNull()
  })

  it('after 散会 the desk alone writes, and nobody in a sealed meeting', async () => {
    const [scribe, member] = [await hall.seated('话事'), await hall.seated('委员甲')]
    await hall.act('closeMeeting', {})
    expect(await scribe.client.notesPass(hall.meetingId)).toMatchObject({ write: true })
    expect(await member.client.notesPass(hall.meetingId)).toMatchObject({ write: false })
    await hall.act('sealMeeting', {})
    expect(await scribe.client.notesPass(hall.meetingId)).toMatchObject({ write: false })
    expect(await hall.operator.notesPass(hall.meetingId)).toMatchObject({ write: false })
  })

  it('a device gets none for a meeting that it is not in', async () => {
    const other = await hall.convene('另一次会议')
    const { client } = await hall.seated('委员甲')
    expect(await client.notesPass(other.meetingId)).toBeNull()
  })

  it('writers are given a room to meet in only while the operator allows it', async () => {
    const { client } = await hall.seated('委员甲')
    expect((await client.notesPass(hall.meetingId))?.room).toMatch(/.{16,}/)
    await hall.operator.send('settings', null, 'saveSettings', {
      admission: 'chair',
      peerNotes: false,
      contactMonths: 6,
    })
    expect((await client.notesPass(hall.meetingId))?.room).toBeNull()
  })
})

it('a paper that cannot be made is refused in words, and the host goes on', async () => {
  const failing = () => Promise.reject(new Error('a bug'))
  const live = bareLiveHost(hall.host.hall, hall.random, { paper: failing, notesPass: failing })
  const desk = new FakeSocket(live, { address: '127.0.0.1', isLoopback: true })
  desk.say(hello({ kind: 'operator', secret: OPERATOR_SECRET }))
  desk.say({ t: 'paper', id: 'cm_aaaaaa', paper: minutes() })
  desk.say({ t: 'notesPass', id: 'cm_bbbbbb', meetingId: hall.meetingId })
  await until(() => desk.of('rejected').length === 2)
  for (const { rejection, sentence } of desk.of('rejected')) {
    expect(rejection).toEqual({ code: 'handoutFailed' })
    expect(sentence).toContain('再点一次')
  }
})
