import { expect, it } from 'vitest'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { startTestHall } from '../fixtures/test-hall.ts'

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
