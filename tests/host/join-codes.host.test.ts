import { beforeEach, expect, it } from 'vitest'
import type { LiveHost } from '../../main/host/live/live-host.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, testSeats, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()
let hall: TestHall
let clock: number
beforeEach(async () => {
  clock = 1_700_000_000_000
  hall = closing(await startTestHall({ now: () => clock }))
})

const wrongCode = () => String((Number(hall.joinCode) + 1) % 1_000_000).padStart(6, '0')

async function stranger(): Promise<RawClient> {
  const client = await closing(new RawClient(hall.host.port)).opened()
  await client.device(makeDeviceKey(hall.random))
  await client.heard('stranger')
  return client
}

function liveHost(): LiveHost {
  return bareLiveHost(hall.host.hall, hall.random)
}

const stand = (live: LiveHost, address: string) => new FakeSocket(live, { address }).greet(makeDeviceKey(hall.random))

it('a wrong code is refused in words, and the right one shows the door', async () => {
  const client = await stranger()
  client.send({ t: 'enter', code: wrongCode() })
  expect(await client.heard('refused')).toMatchObject({
    to: 'enter',
    rejection: { code: 'wrongJoinCode' },
    sentence: '会议码不对。请看大屏或问主持人，再输入一次。',
  })
  client.send({ t: 'enter', code: hall.joinCode })
  const { meetingId, seats, title } = await client.heard('door')
  expect({ meetingId, title }).toEqual({ meetingId: hall.meetingId, title: '测试会议' })
  expect(seats.map((seat) => seat.name)).toEqual(testSeats.map((seat) => seat.name))
  await expectHealthy(hall)
})

it('after five wrong codes the sixth try must wait, the right code too; after the wait it is let in', async () => {
  const client = await stranger()
  for (let tries = 1; tries <= 5; tries++) {
    client.send({ t: 'enter', code: wrongCode() })
    expect((await client.heard('refused', tries)).rejection.code).toBe('wrongJoinCode')
  }
  client.send({ t: 'enter', code: wrongCode() })
  expect(await client.heard('refused', 6)).toMatchObject({
    rejection: { code: 'joinTooOften', waitSeconds: 30 },
    sentence: '输错的次数太多。请等 30 秒再试，或请主持人帮忙签到。',
  })
  clock += 29_001
  client.send({ t: 'enter', code: hall.joinCode })
  expect(await client.heard('refused', 7)).toMatchObject({ rejection: { code: 'joinTooOften', waitSeconds: 1 } })
  clock += 999
  client.send({ t: 'enter', code: hall.joinCode })
  await client.heard('door')
  await expectHealthy(hall)
})

it('each further wrong code doubles the wait, up to an hour', () => {
  const client = stand(liveHost(), '192.168.1.7')
  for (let tries = 0; tries < 5; tries++) client.say({ t: 'enter', code: wrongCode() })
  const waits: number[] = []
  for (let tries = 0; tries < 9; tries++) {
    client.say({ t: 'enter', code: hall.joinCode })
    const refused = client.of('refused').at(-1)?.rejection
    if (refused?.code !== 'joinTooOften') throw new Error('not told to wait')
    waits.push(refused.waitSeconds)
    clock += refused.waitSeconds * 1_000
    client.say({ t: 'enter', code: wrongCode() })
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600])
})

it('a new connection or another key does not help the address that must wait, and no other address is affected', () => {
  const live = liveHost()
  const guesser = stand(live, '192.168.1.7')
  for (let tries = 0; tries < 5; tries++) guesser.say({ t: 'enter', code: wrongCode() })
  const again = stand(live, '192.168.1.7')
  again.say({ t: 'enter', code: hall.joinCode })
  expect(again.of('refused').at(-1)?.rejection.code).toBe('joinTooOften')
  const screen = new FakeSocket(live, { address: '192.168.1.7' })
  screen.say(hello({ kind: 'screen', code: hall.joinCode }))
  expect(screen.of('refused').at(-1)?.rejection.code).toBe('joinTooOften')
  const neighbour = stand(live, '192.168.1.8')
  neighbour.say({ t: 'enter', code: hall.joinCode })
  expect(neighbour.of('door')).toHaveLength(1)
})

it('guesses by a screen count like any others', () => {
  const live = liveHost()
  for (let tries = 0; tries < 5; tries++) {
    new FakeSocket(live, { address: '192.168.1.7' }).say(hello({ kind: 'screen', code: wrongCode() }))
  }
  const person = stand(live, '192.168.1.7')
  person.say({ t: 'enter', code: hall.joinCode })
  expect(person.of('refused').at(-1)?.rejection.code).toBe('joinTooOften')
})

it('a screen with the code of no meeting says so and stays away, so that it does not use up everybody’s guesses', async () => {
  const screen = hall.connect({ kind: 'screen', code: wrongCode() }, wire(hall.host.port).runtime)
  await until(() => screen.refusal)
  expect(screen.refusal).toMatchObject({ to: 'hello', rejection: { code: 'wrongJoinCode' } })
  expect(screen.phase).toEqual({ at: 'ended', reason: 'notProven' })
  await expectHealthy(hall)
})

it('nothing of the meeting or its roster is sent before the code is right', async () => {
  const client = await stranger()
  client.send({ t: 'enter', code: wrongCode() })
  await client.heard('refused')
  client.send({ t: 'claim', seatId: hall.seat('委员甲'), takeover: true })
  await client.heard('refused', 2)
  // Something happens in the meeting meanwhile, and the names change.
  await hall.act('signIn', { seatId: hall.seat('委员甲') })
  const contact = { seatId: hall.seat('委员甲'), name: '新名字', phone: null, house: null }
  await hall.operator.send('contacts', null, 'saveContact', contact)
  await until(() => hall.operator.names[hall.seat('委员甲')] === '新名字')
  await client.alive()
  expect(client.frames.map((frame) => frame.t)).toEqual(['challenge', 'stranger', 'refused', 'refused', 'pong'])
  const said = JSON.stringify(client.frames.map((frame) => ({ ...frame, sentence: null })))
  const secrets = [
    ...testSeats.map((seat) => seat.name),
    ...Object.values(hall.seats),
    hall.meetingId,
    '测试',
    '新名字',
  ]
  for (const secret of secrets) expect(said).not.toContain(secret)
  await expectHealthy(hall)
})

it('a code of six other digits opens no sealed meeting', async () => {
  await hall.act('closeMeeting', {})
  await hall.act('sealMeeting', {})
  await until(() => hall.operator.meetings[0]?.phase === 'sealed')
  const client = await stranger()
  client.send({ t: 'enter', code: hall.joinCode })
  expect(await client.heard('refused')).toMatchObject({ rejection: { code: 'wrongJoinCode' } })
})
