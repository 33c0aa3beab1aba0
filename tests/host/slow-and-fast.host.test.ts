import { expect, it } from 'vitest'
import { type CommandId, commandId, pointId } from '../../shared/core/ids.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()

/** Long points of minutes, each a batch of its own: 3 kB of text that everybody is sent. */
async function write(hall: TestHall, points: number): Promise<void> {
  const actor = { role: 'operator', seatId: null } as const
  const itemId = hall.meeting().agenda[0]?.itemId
  for (let count = 0; count < points; count++) {
    const data = { pointId: pointId.mint(hall.random), itemId, kind: 'opinion', text: '长'.repeat(1_000) }
    await hall.host.hall.submit(hall.stream, { actor, id: commandId.mint(hall.random), type: 'addPoint', data })
  }
}

it('a client that stops reading is dropped, delays nobody, and catches up when it is back', async () => {
  const log: string[] = []
  const hall = closing(await startTestHall({ log: (entry) => log.push(JSON.stringify(entry)) }))
  const [slowKey, quickKey] = [await hall.admitted('委员甲'), await hall.admitted('委员乙')]
  const slow = await closing(new RawClient(hall.host.port)).device(slowKey)
  await slow.heard('snapshot')
  const quick = hall.connect({ kind: 'device', key: quickKey, meetingId: hall.meetingId })
  await until(() => quick.copies.meeting(hall.meetingId))

  slow.socket.pause()
  const tooSlow = JSON.stringify({ event: 'closed', reason: 'tooSlow' })
  for (let rounds = 0; !log.includes(tooSlow); rounds++) {
    // 4 MB of ours and what the two ends of the connection buffer for themselves.
    expect(rounds, 'rounds of 1.5 MB').toBeLessThan(40)
    await write(hall, 500)
    const seq = hall.host.hall.streams.meeting(hall.meetingId)?.seq
    await until(() => quick.copies.seq(hall.stream) === seq, 'the quick client to keep up')
  }
  slow.socket.resume()
  await slow.end()
  expect(log.filter((entry) => entry === tooSlow)).toHaveLength(1)

  const live = hall.host.hall.streams.meeting(hall.meetingId)
  const back = hall.connect({ kind: 'device', key: slowKey, meetingId: hall.meetingId })
  await until(() => back.copies.seq(hall.stream) === live?.seq)
  expect(back.copies.meeting(hall.meetingId)).toEqual(live?.view({ role: 'member', seats: [hall.seat('委员甲')] }))
  await expectHealthy(hall)
})

it('a client that does not even answer the close is cut off', async () => {
  const hall = closing(await startTestHall())
  const live = bareLiveHost(hall.host.hall, hall.random)
  const client = new FakeSocket(live, { address: '192.168.1.7' })
  client.buffered = 4 * 1024 * 1024
  client.say({ t: 'ping', sent: 1 })
  expect(client.of('pong')).toHaveLength(1)
  client.buffered += 1
  client.say({ t: 'ping', sent: 2 })
  expect(client.closed).toMatchObject({ code: 4007 })
  // More bytes would not help one that does not read.
  expect(client.of('goodbye')).toEqual([])
})

it('frames over the rate are refused in words, and after a hundred of them the connection is closed', async () => {
  const clock = 1_700_000_000_000
  const hall = closing(await startTestHall({ now: () => clock }))
  const client = await closing(new RawClient(hall.host.port)).device(await hall.admitted('委员甲'))
  await client.heard('welcome')
  const before = client.of('pong').length
  for (let sent = 0; sent < 400; sent++) client.send({ t: 'ping', sent })
  expect(await client.end()).toEqual({ code: 4008, reason: '操作太快，连接已断开。请稍等一分钟再试。' })
  // Two hundred in one burst, of which hello and proof were two.
  expect(client.of('pong').length - before).toBe(198)
  expect(client.of('refused')).toHaveLength(99)
  expect(client.of('refused')[0]).toMatchObject({ to: 'frame', rejection: { code: 'tooFast' }, sentence: /。/ })
  await expectHealthy(hall)
})

it('thirty frames a second are let through for as long as they come', async () => {
  let clock = 1_700_000_000_000
  const hall = closing(await startTestHall({ now: () => clock }))
  const live = bareLiveHost(hall.host.hall, hall.random)
  const client = new FakeSocket(live, { address: '192.168.1.7' })
  for (let sent = 0; sent < 3_000; sent++) {
    clock += 34
    client.say({ t: 'ping', sent })
  }
  expect(client.of('pong')).toHaveLength(3_000)
  expect(client.of('refused')).toEqual([])
})

it('a clock that is set back by an hour stops nobody', async () => {
  let clock = 1_700_000_000_000
  const hall = closing(await startTestHall({ now: () => clock }))
  const live = bareLiveHost(hall.host.hall, hall.random)
  const client = new FakeSocket(live, { address: '192.168.1.7' })
  for (let sent = 0; sent < 200; sent++) client.say({ t: 'ping', sent })
  clock -= 3_600_000
  client.say({ t: 'ping', sent: 200 })
  expect(client.of('refused')).toHaveLength(1)
  clock += 10_000
  for (let sent = 0; sent < 200; sent++) client.say({ t: 'ping', sent })
  expect(client.of('refused')).toHaveLength(1)
  expect(client.of('pong')).toHaveLength(400)
})

it('a device that sends more at once than is allowed still gets an answer to every command', async () => {
  const hall = closing(await startTestHall())
  const key = await hall.admitted('话事')
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, wire(hall.host.port).runtime)
  await until(() => client.phase.at === 'live')
  const itemId = hall.meeting().agenda[0]?.itemId
  const answers = Array.from({ length: 260 }, (_, count) => {
    const point = { pointId: pointId.mint(hall.random), itemId, kind: 'opinion', text: `要点 ${count}` }
    return client.send(hall.stream, hall.seat('话事'), 'addPoint', point)
  })
  const given = await Promise.all(answers)
  expect(given.filter((answer) => answer.ok)).toHaveLength(260)
  await until(() => hall.meeting().minutes[0]?.entries.length === 260)
})

it('the operator brings in a whole roster at once', async () => {
  const hall = closing(await startTestHall())
  const ids: CommandId[] = []
  const desk = await closing(new RawClient(hall.host.port)).operator(hall.host.operatorSecret)
  const itemId = hall.meeting().agenda[0]?.itemId
  for (let count = 0; count < 500; count++) {
    const id = commandId.mint(hall.random)
    ids.push(id)
    const data = { pointId: pointId.mint(hall.random), itemId, kind: 'opinion', text: `要点 ${count}` }
    desk.send({ t: 'command', id, stream: hall.stream, seatId: null, type: 'addPoint', data })
  }
  await desk.heard('ack', 500)
  expect(new Set(desk.of('ack').map((frame) => frame.id))).toEqual(new Set(ids))
})
