import { expect, it } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import type { Storage } from '../../main/host/storage/storage.ts'
import { commandId } from '../../shared/core/ids.ts'
import { ballotFrame } from '../fixtures/ballots.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { commandFrame, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, startTestHost, type TestHall, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()

const VOTERS = ['主持', '委员甲', '委员乙', '委员丙']

async function voting(storage: Storage = memoryStorage()) {
  const hall = closing(await startTestHall({ storage }))
  const voteId = await hall.openVote(...VOTERS)
  const key = await hall.admitted('委员甲')
  const ballot = { voteId, seatId: hall.seat('委员甲'), option: 'for' } as const
  return { hall, key, voteId, ballot }
}

async function device(port: number, key: Parameters<RawClient['device']>[0]): Promise<RawClient> {
  const client = await closing(new RawClient(port)).device(key)
  await client.heard('welcome')
  return client
}

/** What the host itself has counted, not what anybody was told. */
function received(hall: TestHall): number {
  const state = hall.host.hall.streams.meeting(hall.meetingId)?.accepted
  return state?.phase === 'open' ? (state.voting.open?.received ?? 0) : 0
}

async function withoutSnapshots(storage: Storage): Promise<void> {
  for (const name of await storage.list('snapshots')) await storage.remove(`snapshots/${name}`)
}

it('two ballots of one seat sent in one breath: one is counted, the other is told that the seat has voted', async () => {
  const { ballot, hall, key } = await voting()
  const client = await device(hall.host.port, key)
  const first = ballotFrame(hall, key, ballot)
  const second = ballotFrame(hall, key, { ...ballot, option: 'against' })
  client.send(first.frame)
  client.send(second.frame)
  expect(await client.answer(first.id)).toMatchObject({ t: 'ack' })
  expect(await client.answer(second.id)).toMatchObject({ t: 'rejected', rejection: { code: 'alreadyVoted' } })
  expect(received(hall)).toBe(1)
  await expectHealthy(hall)
})

it('the same frame again gets the same answer, before the first ack and after it, and changes nothing', async () => {
  const { ballot, hall, key } = await voting()
  const client = await device(hall.host.port, key)
  const { frame, id } = ballotFrame(hall, key, ballot)
  client.send(frame)
  client.send(frame)
  await until(() => client.answersTo(id).length === 2)
  const seq = hall.host.hall.streams.meeting(hall.meetingId)?.seq
  client.send(frame)
  await until(() => client.answersTo(id).length === 3)
  const [first, ...others] = client.answersTo(id)
  expect(first).toEqual({ t: 'ack', id, seq: expect.any(Number) })
  expect(others).toEqual([first, first])
  expect(received(hall)).toBe(1)
  expect(hall.host.hall.streams.meeting(hall.meetingId)?.seq).toBe(seq)
})

it('an id that was used for something else is refused, whether its first use was accepted or not', async () => {
  const { ballot, hall, key } = await voting()
  const client = await device(hall.host.port, key)
  const { frame, id } = ballotFrame(hall, key, ballot)
  client.send(frame)
  await client.answer(id)
  client.send({ ...frame, data: { ...(frame.data as object), option: 'against' } })
  await until(() => client.answersTo(id).length === 2)
  expect(client.answersTo(id).at(-1)).toMatchObject({ t: 'rejected', rejection: { code: 'commandIdReused' } })
  client.send({ ...frame, type: 'signOut', data: { seatId: ballot.seatId } })
  await until(() => client.answersTo(id).length === 3)
  expect(client.answersTo(id).at(-1)).toMatchObject({ rejection: { code: 'commandIdReused' } })

  const refused = commandId.mint(hall.random)
  const signIn = { stream: hall.stream, seatId: ballot.seatId, type: 'signIn', data: { seatId: ballot.seatId } }
  client.send(commandFrame(refused, signIn))
  expect(await client.answer(refused)).toMatchObject({ rejection: { code: 'alreadySignedIn' } })
  client.send(commandFrame(refused, { ...signIn, type: 'signOut' }))
  await until(() => client.answersTo(refused).length === 2)
  expect(client.answersTo(refused).at(-1)).toMatchObject({ rejection: { code: 'commandIdReused' } })
  expect(received(hall)).toBe(1)
  await expectHealthy(hall)
})

it('two people may use the same id by chance: each gets an answer of their own', async () => {
  const { hall } = await voting()
  const id = commandId.mint(hall.random)
  for (const name of ['委员丁', '委员戊']) {
    const client = await device(hall.host.port, await hall.admitted(name))
    const seatId = hall.seat(name)
    client.send(commandFrame(id, { stream: hall.stream, seatId, type: 'signIn', data: { seatId } }))
    expect(await client.answer(id), name).toMatchObject({ t: 'ack' })
  }
})

it('a lost ack: the client comes back, asks again by itself, and the ballot is counted once', async () => {
  const { ballot, hall, key, voteId } = await voting()
  const network = wire(hall.host.port)
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, network.runtime)
  await until(() => client.phase.at === 'live')
  network.deaf = true
  const answer = client.castBallot(hall.meetingId, voteId, ballot.seatId, 'for')
  await until(() => received(hall) === 1)
  expect(client.unanswered).toBe(1)
  network.cut()
  network.deaf = false
  expect(await answer).toMatchObject({ ok: true })
  expect(received(hall)).toBe(1)
  expect(client.unanswered).toBe(0)
  await expectHealthy(hall)
})

it('a connection cut right after sending: whether or not the ballot arrived, it is counted once', async () => {
  const { ballot, hall, key, voteId } = await voting()
  const network = wire(hall.host.port)
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, network.runtime)
  await until(() => client.phase.at === 'live')
  const answer = client.castBallot(hall.meetingId, voteId, ballot.seatId, 'for')
  network.cut()
  expect(await answer).toMatchObject({ ok: true })
  expect(received(hall)).toBe(1)
})

it('what is sent without a connection waits, arrives in order, and arrives once', async () => {
  const { hall, key } = await voting()
  const network = wire(hall.host.port)
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, network.runtime)
  await until(() => client.phase.at === 'live')
  network.down = true
  network.cut()
  await until(() => client.phase.at === 'offline')
  const seatId = hall.seat('委员甲')
  const send = (type: string, data: object) => client.send(hall.stream, seatId, type, data)
  const asked = { seatId, kind: 'ordinary' }
  const answers = [
    send('requestFloor', { ...asked, speechId: 'sp_aaaaaa', stance: 'for' }),
    send('requestFloor', { ...asked, speechId: 'sp_bbbbbb', stance: 'against' }),
    send('withdrawRequest', { speechId: 'sp_aaaaaa' }),
  ]
  expect(client.unanswered).toBe(3)
  network.down = false
  expect(await Promise.all(answers)).toMatchObject([
    { ok: true },
    { ok: false, rejection: { code: 'alreadyQueued' } },
    { ok: true },
  ])
})

it.each([
  ['from its snapshot', async () => undefined],
  ['from the journal alone', withoutSnapshots],
])('across a restart %s a resend gets the first number, and a changed one is refused', async (_, prepare) => {
  const storage = memoryStorage()
  const { ballot, hall, key } = await voting(storage)
  const before = await device(hall.host.port, key)
  const { frame, id } = ballotFrame(hall, key, ballot)
  before.send(frame)
  const first = await before.answer(id)
  await hall.act('addItem', { itemId: 'it_aaaaaa', title: '之后的事' })
  await hall.close()
  await prepare(storage)
  const host = closing(await startTestHost({ storage }))
  const after = await device(host.port, key)
  after.send(frame)
  expect(await after.answer(id)).toEqual(first)
  after.send({ ...frame, data: { ...(frame.data as object), option: 'against' } })
  await until(() => after.answersTo(id).length === 2)
  expect(after.answersTo(id)[0]).toEqual(first)
  expect(after.of('rejected')).toMatchObject([{ id, rejection: { code: 'commandIdReused' } }])
  const state = host.hall.streams.meeting(hall.meetingId)?.accepted
  expect(state).toMatchObject({ voting: { open: { received: 1 } } })
})

it('a client whose ack was lost in the end of the host is answered by the next one on the same port', async () => {
  const storage = memoryStorage()
  const { ballot, hall, key, voteId } = await voting(storage)
  const { port } = hall.host
  const network = wire(port)
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, network.runtime)
  await until(() => client.phase.at === 'live')
  network.deaf = true
  const answer = client.castBallot(hall.meetingId, voteId, ballot.seatId, 'for')
  await until(() => received(hall) === 1)
  await hall.host.close()
  network.deaf = false
  const host = closing(await startTestHost({ storage, port }))
  expect(await answer).toMatchObject({ ok: true })
  expect(host.hall.streams.meeting(hall.meetingId)?.accepted).toMatchObject({ voting: { open: { received: 1 } } })
})

it('a refusal is remembered while the host runs and decided afresh after a restart', async () => {
  const storage = memoryStorage()
  const { hall } = await voting(storage)
  const key = await hall.admitted('话事')
  const seatId = hall.seat('话事')
  const point = { pointId: 'pt_aaaaaa', itemId: hall.meeting().agenda[0]?.itemId, kind: 'agreed', text: '要点' }
  const id = commandId.mint(hall.random)
  const revise = commandFrame(id, { stream: hall.stream, seatId, type: 'revisePoint', data: point })
  const before = await device(hall.host.port, key)
  before.send(revise)
  expect(await before.answer(id)).toMatchObject({ rejection: { code: 'pointUnknown' } })
  await hall.act('addPoint', point)
  before.send(revise)
  await until(() => before.answersTo(id).length === 2)
  expect(before.answersTo(id)[1]).toMatchObject({ rejection: { code: 'pointUnknown' } })
  await hall.close()
  const host = closing(await startTestHost({ storage }))
  const after = await device(host.port, key)
  after.send(revise)
  expect(await after.answer(id)).toMatchObject({ t: 'ack' })
})

it('a name saved and then changed by somebody else is not put back by a resend, nor brought back after a deletion', async () => {
  const hall = closing(await startTestHall())
  const desk = await closing(new RawClient(hall.host.port)).operator(hall.host.operatorSecret)
  const seatId = hall.seat('委员甲')
  const save = (name: string) => {
    const id = commandId.mint(hall.random)
    const data = { seatId, name, phone: null, house: null }
    return { id, frame: commandFrame(id, { stream: 'contacts', seatId: null, type: 'saveContact', data }) }
  }
  const nameOf = () => hall.host.hall.documents.contacts.data.seats[seatId]?.name
  const [first, second] = [save('旧名'), save('新名')]
  for (const { frame, id } of [first, second]) {
    desk.send(frame)
    expect(await desk.answer(id)).toMatchObject({ t: 'ack' })
  }
  desk.send(first.frame)
  await until(() => desk.answersTo(first.id).length === 2)
  expect(desk.answersTo(first.id)).toMatchObject([{ t: 'ack' }, { t: 'ack' }])
  expect(nameOf()).toBe('新名')

  desk.send({ ...save('别名').frame, id: second.id })
  await until(() => desk.answersTo(second.id).length === 2)
  expect(desk.answersTo(second.id)[1]).toMatchObject({ t: 'rejected', rejection: { code: 'commandIdReused' } })

  expect(await hall.operator.send('contacts', null, 'deleteContact', { seatId })).toMatchObject({ ok: true })
  desk.send(second.frame)
  await until(() => desk.answersTo(second.id).length === 3)
  expect(nameOf()).toBeUndefined()
})

it('after a deletion nothing is left that could tell a name or a phone number to one who tries them all', async () => {
  const hall = closing(await startTestHall())
  const seatId = hall.seat('委员甲')
  const contact = { seatId, name: '王秀英', phone: '13800000000', house: null }
  expect(await hall.operator.send('contacts', null, 'saveContact', contact)).toMatchObject({ ok: true })
  expect(await hall.operator.send('contacts', null, 'deleteContact', { seatId })).toMatchObject({ ok: true })
  const { done } = hall.host.hall.documents.contacts.data
  const ofSeat = done.filter((one) => one.seatId === seatId)
  expect(ofSeat).toHaveLength(3)
  expect(ofSeat.map((one) => one.hash)).toEqual([null, null, null])
  expect(done.some((one) => one.seatId === hall.seat('委员乙') && one.hash !== null)).toBe(true)
})

it('what a device did for a seat that it has lost since is still answered as done, and nothing new is done for it', async () => {
  const hall = closing(await startTestHall())
  const key = await hall.admitted('委员甲')
  await hall.act('admitDevice', { seatId: hall.seat('委员乙'), publicKey: key.publicKey })
  const client = await device(hall.host.port, key)
  const seatId = hall.seat('委员乙')
  const act = (type: string) => {
    const id = commandId.mint(hall.random)
    return { id, frame: commandFrame(id, { stream: hall.stream, seatId, type, data: { seatId } }) }
  }
  const done = act('signIn')
  client.send(done.frame)
  expect(await client.answer(done.id)).toMatchObject({ t: 'ack' })
  await hall.act('removeDevice', { seatId })
  const late = act('signOut')
  client.send(late.frame)
  client.send(done.frame)
  expect(await client.answer(late.id)).toMatchObject({ t: 'rejected', rejection: { code: 'notBound' } })
  await until(() => client.answersTo(done.id).length === 2)
  expect(client.answersTo(done.id)[1]).toEqual(client.answersTo(done.id)[0])
})
