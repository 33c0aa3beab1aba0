import { expect, it } from 'vitest'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { ask, endSpeech } from '../fixtures/hall-floor.ts'
import { startTestHall } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const HOUR_MS = 3_600_000

it('a speech keeps its time when the machine’s clock is set back in the middle of it', async () => {
  let wall = 1_760_000_000_000
  const hall = closing(await startTestHall({ now: () => wall }))
  await hall.act('signIn', { seatId: hall.seat('委员甲') })
  await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
  await ask(hall, '委员甲', 'for')
  await hall.act('callNextSpeaker', {})
  wall += 20_000
  await hall.act('pauseSpeech', {})
  wall -= HOUR_MS
  await hall.act('resumeSpeech', {})
  wall += 5_000
  await endSpeech(hall)
  const [speech] = hall.meeting().floor.speeches[0]?.entries ?? []
  expect(speech?.spokenMs).toBe(25_000)
  expect(speech?.endedAt).toBe((speech?.startedAt ?? 0) + 25_000)
})
