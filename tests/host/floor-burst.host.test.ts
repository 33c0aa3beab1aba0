import { expect, it } from 'vitest'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { speechId } from '../../shared/core/ids.ts'
import { inOrder } from '../../shared/meeting/floor/order.ts'
import { currentRules } from '../../shared/meeting/floor/rules-in-use.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../fixtures/command.ts'
import { readJournalImage } from '../fixtures/journal-image.ts'
import { startTestHall, testSeats, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const CLIENTS = 300
const REQUESTS = 100

it('of 300 who are connected 100 ask for the floor at once, and everybody sees them in the order of the journal', async () => {
  const storage = diskStorage(closing(await temporaryFolder()).path)
  const residents = Array.from({ length: CLIENTS }, (_, index) => `居民${index + 1}`)
  const seats = residents.map((name) => ({ name, kind: 'standing', voting: true }) as const)
  const hall = closing(await startTestHall({ storage, seats: [...testSeats.slice(0, 2), ...seats] }))
  for (const name of residents) await hall.act('signIn', { seatId: hall.seat(name) })
  await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
  const clients = await Promise.all(residents.map(async (name) => ({ name, client: (await hall.seated(name)).client })))
  expect(clients.filter(({ client }) => client.phase.at !== 'live')).toEqual([])

  const askers = clients.filter((_, index) => index % (CLIENTS / REQUESTS) === 0)
  const answers = askers.map(({ client, name }) => {
    const seatId = hall.seat(name)
    const asked = { speechId: speechId.mint(hall.random), seatId, kind: 'ordinary', stance: 'for' }
    return client.send(hall.stream, seatId, 'requestFloor', asked)
  })
  const refused = (await Promise.all(answers)).filter((answer) => !answer.ok)
  expect(refused).toEqual([])

  const problems: string[] = []
  const file = journalFile(hall.stream)
  const bytes = await storage.read(`${JOURNAL_DIR}/${file}`)
  const { batches } = readJournalImage(bytes ?? new Uint8Array(), file, problems)
  expect(problems).toEqual([])
  const asked = batches.flatMap((batch) => batch.events).filter((event) => event.type === 'floorRequested')
  const order = asked.map((event) => event.data['speechId'])
  expect(order).toHaveLength(REQUESTS)

  for (const { client, name } of [...clients, { name: '操作台', client: hall.operator }]) {
    const shown = await until(() => {
      const meeting = client.copies.meeting(hall.meetingId)
      return meeting?.phase === 'open' && meeting.floor.queue.length === REQUESTS && meeting
    }, name)
    const places = inOrder(shown.floor, shown.runningItem, currentRules(shown).policy)
    expect(
      places.map((place) => place.speechId),
      name,
    ).toEqual(order)
    expect(
      shown.floor.queue.map((place) => place.speechId),
      name,
    ).toEqual(order)
  }
})
