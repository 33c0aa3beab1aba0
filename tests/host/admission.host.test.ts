import { beforeEach, describe, expect, it } from 'vitest'
import type { HallClient } from '../../shared/client/hall-client.ts'
import type { Runtime } from '../../shared/client/transport.ts'
import { commandId } from '../../shared/core/ids.ts'
import { type DeviceKey, makeDeviceKey } from '../../shared/identity/device-key.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

/** A phone with the right code, looking at the names. */
async function atDoor(runtime?: Runtime): Promise<{ readonly client: HallClient; readonly key: DeviceKey }> {
  const key = makeDeviceKey(hall.random)
  const client = hall.connect({ kind: 'device', key, meetingId: null }, runtime)
  await until(() => client.phase.at === 'stranger')
  client.enter(hall.joinCode)
  await until(() => client.phase.at === 'door')
  return { client, key }
}

const requestOf = (key: DeviceKey, by: HallClient = hall.operator) =>
  by.admissions.find((request) => request.publicKey === key.publicKey)

const boundKey = (name: string) =>
  hall.meeting().attendance.devices.find((device) => device.seatId === hall.seat(name))?.publicKey

describe('asking and admitting', () => {
  it('a claim waits, all who run the meeting see it and nobody else, and admission brings the meeting', async () => {
    const { client: chair } = await hall.seated('主持')
    const { client: scribe } = await hall.seated('话事')
    const { client: member } = await hall.seated('委员乙')
    const { client, key } = await atDoor()
    client.claim(hall.seat('委员甲'))
    await until(() => client.phase.at === 'waiting')
    const request = await until(() => requestOf(key, chair))
    expect(request).toMatchObject({ seatId: hall.seat('委员甲'), name: '委员甲', walkIn: false, takeover: false })
    await until(() => requestOf(key, scribe) && requestOf(key))
    expect(member.admissions).toEqual([])
    expect(client.copies.names()).toEqual([])

    expect(await chair.admit(request)).toMatchObject({ ok: true })
    await until(() => client.phase.at === 'live')
    expect(client.phase).toMatchObject({ viewer: { role: 'member', seats: [hall.seat('委员甲')] } })
    await until(() => client.copies.meeting(hall.meetingId))
    for (const desk of [hall.operator, chair, scribe]) await until(() => desk.admissions.length === 0)
    await expectHealthy(hall)
  })

  it('whoever is turned away is told so and stands at the door again; nothing is recorded', async () => {
    const { client, key } = await atDoor()
    const before = hall.operator.copies.seq(hall.stream)
    client.claim(hall.seat('委员甲'))
    expect(await hall.operator.turnAway(await until(() => requestOf(key)))).toMatchObject({ ok: true })
    await until(() => client.refusal)
    expect(client.refusal).toMatchObject({ rejection: { code: 'turnedAway' }, sentence: /。/ })
    expect(client.phase).toMatchObject({ at: 'door', meetingId: hall.meetingId })
    expect(hall.operator.admissions).toEqual([])
    expect(hall.operator.copies.seq(hall.stream)).toBe(before)
    client.claim(hall.seat('委员乙'))
    await until(() => requestOf(key)?.seatId === hall.seat('委员乙'))
  })

  it('a walk-in gives a name, gets a seat without a vote, and everybody learns the name', async () => {
    const { client: member } = await hall.seated('委员乙')
    const { client, key } = await atDoor()
    client.walkIn('王阿姨')
    const request = await until(() => requestOf(key))
    expect(request).toMatchObject({ name: '王阿姨', walkIn: true, takeover: false })
    expect(Object.values(member.names)).not.toContain('王阿姨')
    await hall.operator.admit(request)
    await until(() => client.phase.at === 'live')
    expect(client.phase).toMatchObject({ viewer: { role: 'guest', seats: [request.seatId] } })
    await until(() => member.names[request.seatId] === '王阿姨')
    await until(() => client.names[request.seatId] === '王阿姨')
    const seat = hall.meeting().attendance.seats.find(({ seatId }) => seatId === request.seatId)
    expect(seat).toEqual({ seatId: request.seatId, kind: 'walkIn', voting: false })
    await expectHealthy(hall)
  })

  it('a name with characters that nobody sees is refused at the door', async () => {
    const { client, key } = await atDoor()
    client.walkIn('王\u202e阿姨')
    await until(() => client.refusal)
    expect(client.refusal).toMatchObject({ rejection: { code: 'unprintable' }, sentence: /看不见/ })
    client.walkIn('王阿姨')
    expect((await until(() => requestOf(key))).name).toBe('王阿姨')
  })

  it('only who runs the meeting lets people in', async () => {
    const { key } = await atDoor()
    const { client: waiting, key: waitingKey } = await atDoor()
    waiting.claim(hall.seat('委员甲'))
    const request = await until(() => requestOf(waitingKey))
    const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
    await until(() => screen.phase.at === 'live')
    for (const client of [(await hall.seated('委员乙')).client, (await hall.seated('列席')).client, screen]) {
      const refused = { ok: false, rejection: { code: 'notPermitted' } }
      expect(await client.admit(request)).toMatchObject(refused)
      expect(await client.turnAway(request)).toMatchObject(refused)
    }
    expect(waiting.phase.at).toBe('waiting')
    const nobody = { publicKey: key.publicKey, seatId: hall.seat('委员甲') }
    expect(await hall.operator.admit(nobody)).toMatchObject({ ok: false, rejection: { code: 'requestUnknown' } })
  })

  it('an admission that is sent again under its id gets the first answer, and the seat is bound once', async () => {
    const { client, key } = await atDoor()
    client.claim(hall.seat('委员甲'))
    await until(() => requestOf(key))
    const desk = await closing(new RawClient(hall.host.port)).operator(hall.host.operatorSecret)
    const id = commandId.mint(hall.random)
    const admit = { t: 'admit', id, publicKey: key.publicKey, seatId: hall.seat('委员甲') }
    desk.send(admit)
    desk.send(admit)
    await until(() => desk.answersTo(id).length === 2)
    const [first, second] = desk.answersTo(id)
    expect(first).toMatchObject({ t: 'ack' })
    expect(second).toEqual(first)
    await until(() => client.phase.at === 'live')
    desk.send(admit)
    await until(() => desk.answersTo(id).length === 3)
    expect(desk.answersTo(id)[2]).toEqual(first)
    expect(boundKey('委员甲')).toBe(key.publicKey)
  })

  it('so does one for a device that has the same seat in an earlier meeting too', async () => {
    const key = await hall.admitted('委员甲')
    const next = await hall.convene('下一次会议')
    const client = hall.connect({ kind: 'device', key, meetingId: next.meetingId })
    await until(() => client.phase.at === 'stranger')
    client.enter(next.joinCode)
    await until(() => client.phase.at === 'door')
    client.claim(hall.seat('委员甲'))
    await until(() => requestOf(key))
    const desk = await closing(new RawClient(hall.host.port)).operator(hall.host.operatorSecret)
    const id = commandId.mint(hall.random)
    for (const count of [1, 2]) {
      desk.send({ t: 'admit', id, publicKey: key.publicKey, seatId: hall.seat('委员甲') })
      await until(() => desk.answersTo(id).length === count)
      await until(() => client.phase.at === 'live')
    }
    const [first, second] = desk.answersTo(id)
    expect(first).toMatchObject({ t: 'ack' })
    expect(second).toEqual(first)
  })

  it('a seat that is not on the roster cannot be claimed', async () => {
    const { client } = await atDoor()
    client.claim('st_zzzzzz' as never)
    await until(() => client.refusal)
    expect(client.refusal).toMatchObject({ rejection: { code: 'seatUnknown' } })
  })

  it('one device cannot fill the list: after six requests it is told to wait', async () => {
    const { client, key } = await atDoor()
    const names = ['委员甲', '委员乙', '委员丙', '委员丁', '委员戊', '列席']
    for (const name of names) client.claim(hall.seat(name))
    await until(() => hall.operator.admissions.length === 6)
    client.claim(hall.seat('话事'))
    await until(() => client.refusal)
    expect(client.refusal).toMatchObject({ rejection: { code: 'tooFast' } })
    expect(hall.operator.admissions.filter((request) => request.publicKey === key.publicKey)).toHaveLength(6)
  })
})

describe('a seat that has a device', () => {
  it('is not given away without asking; after confirmation and admission the old device is out', async () => {
    const { client: old } = await hall.seated('委员甲')
    const { client, key } = await atDoor()
    const seats = client.phase.at === 'door' ? client.phase.seats : []
    expect(seats.find((seat) => seat.name === '委员甲')?.taken).toBe(true)
    expect(seats.find((seat) => seat.name === '委员乙')?.taken).toBe(false)
    client.claim(hall.seat('委员甲'))
    await until(() => client.refusal)
    expect(client.refusal).toMatchObject({ to: 'claim', rejection: { code: 'seatTaken' } })
    expect(hall.operator.admissions).toEqual([])

    client.claim(hall.seat('委员甲'), true)
    const request = await until(() => requestOf(key))
    expect(request.takeover).toBe(true)
    expect(old.phase.at).toBe('live')
    await hall.operator.admit(request)
    await until(() => client.phase.at === 'live')
    await until(() => old.phase.at === 'ended')
    expect(old.phase).toEqual({ at: 'ended', reason: 'removed' })
    expect(boundKey('委员甲')).toBe(key.publicKey)
    await expectHealthy(hall)
  })

  it('a request made while the seat was free says so when another device has got it in the meantime', async () => {
    const [first, second] = [await atDoor(), await atDoor()]
    first.client.claim(hall.seat('委员甲'))
    second.client.claim(hall.seat('委员甲'))
    await until(() => hall.operator.admissions.length === 2)
    await hall.operator.admit(await until(() => requestOf(first.key)))
    await until(() => hall.operator.admissions.length === 1)
    expect(requestOf(second.key)).toMatchObject({ takeover: true })
  })

  it('a removed device is out at once and its seat can no longer be used from it', async () => {
    const { client, key } = await hall.seated('委员甲')
    const raw = await closing(new RawClient(hall.host.port)).device(key)
    await raw.heard('welcome')
    await until(() => client.phase.at === 'ended')
    await hall.act('removeDevice', { seatId: hall.seat('委员甲') })
    expect(await raw.end()).toMatchObject({ code: 4006 })
    expect(raw.frames.at(-1)).toMatchObject({ t: 'goodbye', reason: 'removed' })
    const again = await closing(new RawClient(hall.host.port)).device(key)
    await again.heard('stranger')
    await expectHealthy(hall)
  })

  it('a device keeps its other seats when one of them is taken away', async () => {
    const { client } = await hall.seated('委员甲', '委员乙')
    await hall.act('removeDevice', { seatId: hall.seat('委员甲') })
    await until(() => client.phase.at === 'live' && client.phase.viewer.seats.length === 1)
    expect(client.phase).toMatchObject({ at: 'live', viewer: { seats: [hall.seat('委员乙')] } })
    const answer = await client.send(hall.stream, hall.seat('委员甲'), 'signIn', { seatId: hall.seat('委员甲') })
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'notBound' } })
  })
})

describe('one device, several connections, several seats', () => {
  it('the older of two connections of one device is told that it was replaced', async () => {
    const { client, key } = await hall.seated('委员甲')
    const newer = await closing(new RawClient(hall.host.port)).device(key)
    await newer.heard('welcome')
    await until(() => client.phase.at === 'ended')
    expect(client.phase).toEqual({ at: 'ended', reason: 'replaced' })
    await newer.alive()
    await expectHealthy(hall)
  })

  it('a couple on one phone asks for two seats, acts for both, and each votes once', async () => {
    const { client, key } = await atDoor()
    client.claim(hall.seat('委员甲'))
    client.claim(hall.seat('委员乙'))
    await until(() => hall.operator.admissions.length === 2)
    for (const request of hall.operator.admissions) await hall.operator.admit(request)
    const both = [hall.seat('委员甲'), hall.seat('委员乙')].sort()
    await until(() => client.phase.at === 'live' && client.phase.viewer.seats.length === 2)
    expect(client.phase).toMatchObject({ viewer: { role: 'member', seats: both } })
    for (const seatId of both) {
      expect(await client.send(hall.stream, seatId, 'signIn', { seatId })).toMatchObject({ ok: true })
    }
    const voteId = await hall.openVote('主持', '委员丙', '委员丁')
    for (const seatId of both) {
      expect(await client.castBallot(hall.meetingId, voteId, seatId, 'for')).toMatchObject({ ok: true })
    }
    const [seatId = hall.seat('委员甲')] = both
    const again = await client.castBallot(hall.meetingId, voteId, seatId, 'against')
    expect(again).toMatchObject({ ok: false, rejection: { code: 'alreadyVoted' } })
    expect(hall.meeting().voting.open?.received).toBe(2)
    expect(boundKey('委员甲')).toBe(key.publicKey)
  })

  it('a device that is in may ask for one more seat', async () => {
    const { client, key } = await hall.seated('委员甲')
    client.claim(hall.seat('委员乙'))
    const request = await until(() => requestOf(key))
    expect(client.phase.at).toBe('live')
    await hall.operator.admit(request)
    await until(() => client.phase.at === 'live' && client.phase.viewer.seats.length === 2)
  })
})

describe('a phone that waits', () => {
  it('goes on waiting after its connection broke', async () => {
    const network = wire(hall.host.port)
    const { client, key } = await atDoor(network.runtime)
    client.claim(hall.seat('委员甲'))
    await until(() => requestOf(key))
    network.down = true
    network.cut()
    await until(() => hall.operator.admissions.length === 0)
    network.down = false
    const request = await until(() => requestOf(key))
    await until(() => client.phase.at === 'waiting')
    await hall.operator.admit(request)
    await until(() => client.phase.at === 'live')
    await expectHealthy(hall)
  })

  it('still waits when its earlier, silently broken connection is noticed only later', () => {
    const live = bareLiveHost(hall.host.hall, hall.random)
    const desk = new FakeSocket(live, { address: '127.0.0.1', isLoopback: true })
    desk.say(hello({ kind: 'operator', secret: 'secret' }))
    const key = makeDeviceKey(hall.random)
    const wait = () => {
      const phone = new FakeSocket(live, { address: '192.168.1.7' }).greet(key)
      phone.say({ t: 'enter', code: hall.joinCode })
      phone.say({ t: 'claim', seatId: hall.seat('委员甲'), takeover: false })
      return phone
    }
    const earlier = wait()
    const later = wait()
    earlier.connection.onGone()
    expect(later.of('waiting')).toHaveLength(1)
    expect(desk.of('admissions').at(-1)?.requests).toMatchObject([{ publicKey: key.publicKey }])
    later.connection.onGone()
    expect(desk.of('admissions').at(-1)?.requests).toEqual([])
  })
})

describe('with admission set to open', () => {
  beforeEach(() => hall.host.hall.documents.settings.update((old) => ({ ...old, admission: 'open' })))

  it('the right code and a free name are enough', async () => {
    const { client } = await atDoor()
    client.claim(hall.seat('委员甲'))
    await until(() => client.phase.at === 'live')
    expect(hall.operator.admissions).toEqual([])
    const { client: walkIn } = await atDoor()
    walkIn.walkIn('王阿姨')
    await until(() => walkIn.phase.at === 'live')
    await until(() => Object.values(hall.operator.names).includes('王阿姨'))
    await expectHealthy(hall)
  })

  it.each(['主持', '话事'])('the office of %s is still given by a person alone', async (office) => {
    const { client, key } = await atDoor()
    client.claim(hall.seat(office))
    const request = await until(() => requestOf(key))
    const { client: other } = await atDoor()
    other.claim(hall.seat('委员甲'))
    await until(() => other.phase.at === 'live')
    expect(client.phase.at).toBe('waiting')
    await hall.operator.admit(request)
    await until(() => client.phase.at === 'live')
  })

  it('a seat that has a device is still given by a person alone', async () => {
    const { client: old } = await hall.seated('委员甲')
    const { client, key } = await atDoor()
    client.claim(hall.seat('委员甲'), true)
    await until(() => requestOf(key))
    expect(client.phase.at).toBe('waiting')
    expect(old.phase.at).toBe('live')
  })

  it('of two that want the same name in the same moment the first gets it and the second is asked', async () => {
    const live = bareLiveHost(hall.host.hall, hall.random)
    const [first, second] = [makeDeviceKey(hall.random), makeDeviceKey(hall.random)].map((key) => {
      const phone = new FakeSocket(live, { address: '192.168.1.7' }).greet(key)
      phone.say({ t: 'enter', code: hall.joinCode })
      return { key, phone }
    })
    for (const one of [first, second]) one?.phone.say({ t: 'claim', seatId: hall.seat('委员甲'), takeover: false })
    expect(second?.phone.of('refused')).toMatchObject([{ rejection: { code: 'seatTaken' } }])
    await until(() => first?.phone.of('welcome')[0])
    await until(() => boundKey('委员甲') === first?.key.publicKey)
  })
})

describe('the next meeting', () => {
  it('a phone that is still in an earlier meeting comes to the next one with its code', async () => {
    const { client } = await hall.seated('委员甲')
    const next = await hall.convene('下一次会议')
    client.enter(next.joinCode)
    await until(() => client.phase.at === 'door' && client.phase.meetingId === next.meetingId)
    client.claim(hall.seat('委员甲'))
    const request = await until(() => hall.operator.admissions.find(({ meetingId }) => meetingId === next.meetingId))
    await hall.operator.admit(request)
    await until(() => client.phase.at === 'live' && client.phase.meetingId === next.meetingId)
    await until(() => client.copies.meeting(next.meetingId))
    expect(client.copies.meeting(hall.meetingId)).toBeNull()
  })

  it('and goes on waiting for it after its connection broke, although it has a seat in the earlier one', async () => {
    const key = await hall.admitted('委员甲')
    const network = wire(hall.host.port)
    const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, network.runtime)
    await until(() => client.phase.at === 'live')
    const next = await hall.convene('下一次会议')
    client.enter(next.joinCode)
    await until(() => client.phase.at === 'door')
    client.claim(hall.seat('委员甲'))
    await until(() => requestOf(key))
    network.down = true
    network.cut()
    await until(() => hall.operator.admissions.length === 0)
    network.down = false
    await hall.operator.admit(await until(() => requestOf(key)))
    await until(() => client.phase.at === 'live' && client.phase.meetingId === next.meetingId)
  })

  it.each(['nothing', 'the sealed one'])('is asked for with its code when a phone remembers %s', async (remembered) => {
    const key = await hall.admitted('委员甲')
    await hall.act('closeMeeting', {})
    await hall.act('sealMeeting', {})
    const meetingId = remembered === 'nothing' ? null : hall.meetingId
    const looking = hall.connect({ kind: 'device', key, meetingId })
    await until(() => looking.phase.at === 'live' && looking.phase.meetingId === hall.meetingId)
    const next = await hall.convene('下一次会议')
    const client = hall.connect({ kind: 'device', key, meetingId })
    await until(() => client.phase.at === 'stranger')
    client.enter(next.joinCode)
    await until(() => client.phase.at === 'door')
    client.claim(hall.seat('委员甲'))
    await hall.operator.admit(await until(() => requestOf(key)))
    await until(() => client.phase.at === 'live')
    const again = hall.connect({ kind: 'device', key, meetingId })
    await until(() => again.phase.at === 'live' && again.phase.meetingId === next.meetingId)
  })

  it('people of one meeting do not see who waits at the door of another', async () => {
    const { client: chair } = await hall.seated('主持')
    const next = await hall.convene('下一次会议')
    const key = makeDeviceKey(hall.random)
    const client = hall.connect({ kind: 'device', key, meetingId: null })
    await until(() => client.phase.at === 'stranger')
    client.enter(next.joinCode)
    await until(() => client.phase.at === 'door')
    client.claim(hall.seat('委员甲'))
    const request = await until(() => requestOf(key))
    expect(await chair.admit(request)).toMatchObject({ ok: false, rejection: { code: 'requestUnknown' } })
    expect(chair.admissions).toEqual([])
    expect(chair.meetings.map(({ meetingId }) => meetingId)).toEqual([hall.meetingId])
  })
})
