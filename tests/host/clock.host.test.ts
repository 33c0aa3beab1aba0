import { expect, it } from 'vitest'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()
const HOUR = 3_600_000

it.each([
  ['an hour ahead', HOUR],
  ['an hour behind', -HOUR],
])('with the host’s clock %s a client knows the host’s time within the round trip', async (_, shift) => {
  const hall = closing(await startTestHall({ now: () => Date.now() + shift }))
  const key = await hall.admitted('委员甲')
  const startedAt = Date.now()
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, wire(hall.host.port).runtime)
  await until(() => Math.abs(client.hostNow() - Date.now()) > 1_000, 'the first echo')
  const roundTrip = Date.now() - startedAt
  expect(Math.abs(client.hostNow() - Date.now() - shift)).toBeLessThanOrEqual(roundTrip)
})

it('an echo carries back what was sent and the host’s own time', async () => {
  const now = 1_800_000_000_000
  const hall = closing(await startTestHall({ now: () => now }))
  const client = await closing(new RawClient(hall.host.port)).opened()
  client.send({ t: 'ping', sent: 12.5 })
  expect(await client.heard('pong')).toEqual({ t: 'pong', sent: 12.5, at: now })
})
