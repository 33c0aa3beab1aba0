import { afterEach, expect, it } from 'vitest'
import { resolutionId, voteId, worksheetId } from '../../shared/core/ids.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

let hall: TestHall | null = null
afterEach(async () => {
  await hall?.close()
  hall = null
})

it('a meeting runs from opening to a worksheet through sockets, and everybody ends with the host’s own state', async () => {
  hall = await startTestHall()
  const { act, host, meetingId, operator, random, seats, seated } = hall
  const { client: chair } = await seated('主持')
  const { client: member } = await seated('委员甲', '委员乙')
  const { client: guest } = await seated('列席')
  const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
  await until(() => screen.copies.meeting(meetingId))

  for (const name of ['主持', '委员甲', '委员乙', '委员丙', '委员丁']) await act('signIn', { seatId: seats[name] })
  const item = hall.meeting().agenda[0]?.itemId
  await act('startItem', { itemId: item })
  const vote = voteId.mint(random)
  await act('openVote', { voteId: vote, itemId: item, motion: '铺设塑胶跑道' })
  for (const name of ['委员甲', '委员乙'] as const) {
    const seatId = seats[name]
    if (seatId === undefined) throw new Error(name)
    expect(await member.castBallot(meetingId, vote, seatId, 'for')).toMatchObject({ ok: true })
  }
  for (const name of ['委员丙', '主持']) {
    await act('enterBallot', {
      voteId: vote,
      ballotId: `bl_${name === '主持' ? 'aaaaaa' : 'bbbbbb'}`,
      option: 'for',
      seatId: seats[name],
    })
  }
  const resolution = resolutionId.mint(random)
  await act('closeVote', { voteId: vote, resolutionId: resolution })
  await act('assignWorksheet', {
    worksheetId: worksheetId.mint(random),
    resolutionId: resolution,
    unit: '物业',
    dueOn: '2026-12-31',
  })

  const council = hall.meeting().councilId
  const ledger = await until(() => chair.copies.ledger(council)?.worksheets[0])
  expect(ledger.number).toBe(`${new Date().getFullYear()}-TEST-0001`)

  const live = host.hall.streams.meeting(meetingId)
  for (const client of [operator, chair, member, guest, screen]) {
    const viewer = await until(() => (client.phase.at === 'live' ? client.phase.viewer : null))
    await until(() => client.copies.seq(`meeting/${meetingId}`) === live?.seq)
    expect(client.copies.meeting(meetingId)).toEqual(live?.view(viewer))
  }
  const seen = guest.copies.meeting(meetingId)
  if (seen?.phase !== 'open') throw new Error('not open')
  expect(seen.voting.past[0]).toMatchObject({ phase: 'closed', ballots: [], verdict: { valid: true, passed: true } })
})
