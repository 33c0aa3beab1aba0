import { expect, it } from 'vitest'
import { commandId, speechId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { hello } from '../fixtures/raw-client.ts'
import { startTestHall, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
/** Connections that have not come in. */
const MOST_OUTSIDE = 400

it('when four hundred stand outside the next is asked to wait, those inside notice nothing, and a place becomes free', async () => {
  const hall = closing(await startTestHall())
  const key = await hall.admitted('委员甲')
  const live = bareLiveHost(hall.host.hall, hall.random)
  const arrive = (index: number) => new FakeSocket(live, { address: `10.0.${index >> 8}.${index & 255}` })
  const member = arrive(0).greet(key)
  expect(member.of('welcome')).toHaveLength(1)
  const outside = Array.from({ length: MOST_OUTSIDE }, (_, index) => arrive(index + 1))
  expect(outside.filter((socket) => socket.closed !== null)).toEqual([])

  const oneMore = arrive(MOST_OUTSIDE + 1)
  expect(oneMore.closed).toEqual({ code: 4011, reason: '等候入场的人太多。请稍等片刻再扫码。' })
  oneMore.say({ t: 'ping', sent: 1 })
  expect(oneMore.of('pong')).toEqual([])
  member.say({ t: 'ping', sent: 1 })
  expect(member.of('pong')).toHaveLength(1)

  outside[0]?.connection.onGone()
  expect(arrive(1).greet(makeDeviceKey(hall.random)).of('stranger')).toHaveLength(1)
  for (const socket of [member, oneMore, ...outside]) socket.connection.onGone()
})

it('in a crowd whoever acts is told what came of it before its answer, and everybody is told of it once', async () => {
  const hall = closing(await startTestHall())
  const name = '委员甲'
  const key = await hall.admitted(name)
  await hall.act('signIn', { seatId: hall.seat(name) })
  await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
  const live = bareLiveHost(hall.host.hall, hall.random)
  const screens = Array.from({ length: 120 }, (_, index) => new FakeSocket(live, { address: `10.1.0.${index}` }))
  for (const screen of screens) screen.say(hello({ kind: 'screen', code: hall.joinCode }))
  // The last to come is the last to be told in a round.
  const member = new FakeSocket(live, { address: '10.1.1.1' }).greet(key)
  expect(member.of('welcome')).toHaveLength(1)

  const asked = Array.from({ length: 10 }, () => {
    const [speech, seatId] = [speechId.mint(hall.random), hall.seat(name)]
    const ask = { speechId: speech, seatId, kind: 'ordinary', stance: 'for' }
    const [first, second] = [commandId.mint(hall.random), commandId.mint(hall.random)]
    const command = { t: 'command', stream: hall.stream, seatId }
    member.say({ ...command, id: first, type: 'requestFloor', data: ask })
    member.say({ ...command, id: second, type: 'withdrawRequest', data: { speechId: speech } })
    return [first, second]
  }).flat()
  await until(() => member.of('ack').length === asked.length, 'all the answers')
  const last = member.of('ack').at(-1)?.seq ?? 0
  await until(() => screens.every((screen) => screen.of('events').at(-1)?.seq === last), 'everybody to be told')

  expect(member.of('ack').map(({ id }) => id)).toEqual(asked)
  for (const [index, frame] of member.frames.entries()) {
    if (frame.t !== 'ack') continue
    const told = member.frames.slice(0, index).filter((one) => one.t === 'events')
    expect(told.at(-1)?.seq).toBeGreaterThanOrEqual(frame.seq)
  }
  for (const one of [member, ...screens]) {
    const requests = one
      .of('events')
      .flatMap(({ events }) => events.filter((event) => JSON.stringify(event).includes('"floorRequested"')))
    expect(requests).toHaveLength(asked.length / 2)
  }
  for (const socket of [member, ...screens]) socket.connection.onGone()
})
