import { expect, it } from 'vitest'
import type { HallLogEntry } from '../../main/host/hall/hall-log.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import type { Storage } from '../../main/host/storage/storage.ts'
import { ballotId, resolutionId, voteId, worksheetId } from '../../shared/core/ids.ts'
import { worksheetStream } from '../../shared/streams/stream-name.ts'
import { copyOf } from '../fixtures/breakable-storage.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHall, startTestHost, type TestHall, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const YEAR = new Date().getFullYear()
const PRESENT = ['主持', '委员甲', '委员乙', '委员丙']

type Line = { readonly seq: number; readonly events: readonly { readonly type: string; readonly cause?: string }[] }

async function journal(storage: Storage, stream: string): Promise<readonly Line[]> {
  const bytes = await storage.read(`journals/${stream.replace('/', '-')}.jsonl`)
  const lines = new TextDecoder()
    .decode(bytes ?? undefined)
    .trimEnd()
    .split('\n')
  return lines.slice(1).map((line) => JSON.parse(line))
}

/** Passes a motion and gives it to somebody: a worksheet follows. */
async function assign(hall: TestHall, item: number): Promise<string> {
  const { act, random, seat } = hall
  const itemId = hall.meeting().agenda[item]?.itemId
  const [vote, resolution, worksheet] = [voteId.mint(random), resolutionId.mint(random), worksheetId.mint(random)]
  await act('startItem', { itemId })
  await act('openVote', { voteId: vote, itemId, motion: '修路' })
  for (const name of PRESENT) {
    await act('enterBallot', { voteId: vote, ballotId: ballotId.mint(random), option: 'for', seatId: seat(name) })
  }
  await act('closeVote', { voteId: vote, resolutionId: resolution })
  await act('finishItem', { itemId })
  await act('assignWorksheet', { worksheetId: worksheet, resolutionId: resolution, unit: '物业', dueOn: '2026-12-31' })
  return worksheet
}

async function hallWithPeople(storage: Storage) {
  const hall = closing(await startTestHall({ storage }))
  for (const name of PRESENT) await hall.act('signIn', { seatId: hall.seat(name) })
  return hall
}

const numbers = (hall: TestHall) =>
  (hall.operator.copies.ledger(hall.councilId)?.worksheets ?? []).map(({ number, worksheetId: id }) => [number, id])

it('a convened meeting is opened with the place of its cause', async () => {
  const storage = memoryStorage()
  const hall = closing(await startTestHall({ storage }))
  const council = await journal(storage, `council/${hall.councilId}`)
  const convened = council.find((line) => line.events.some((event) => event.type === 'meetingConvened'))
  const index = convened?.events.findIndex((event) => event.type === 'meetingConvened')
  const [opened] = await journal(storage, hall.stream)
  const cause = `council/${hall.councilId}#${convened?.seq}.${index}`
  expect(opened?.events).toMatchObject([{ type: 'meetingOpened', by: 'host', cause }])
})

it('worksheets are numbered without gaps, each issued once', async () => {
  const hall = await hallWithPeople(memoryStorage())
  const first = await assign(hall, 0)
  const second = await assign(hall, 1)
  await until(() => numbers(hall).length === 2)
  expect(numbers(hall)).toEqual([
    [`${YEAR}-TEST-0001`, first],
    [`${YEAR}-TEST-0002`, second],
  ])
})

it.each([
  ['with the snapshots of an earlier end', (path: string) => path.startsWith('snapshots/meeting-')],
  ['without any snapshot', () => false],
])(
  'a host that died between the assignment and the worksheet issues it at the next start, once, %s',
  async (_, keepSnapshot) => {
    const storage = memoryStorage()
    const hall = await hallWithPeople(storage)
    const { councilId } = hall
    const first = await assign(hall, 0)
    await until(() => numbers(hall).length === 1)
    // The ledger's journal as it was when the host died: not yet there.
    const ledgerFile = `journals/worksheets-${councilId}.jsonl`
    const dead = await copyOf(storage, (path) => {
      return path.startsWith('snapshots/') ? keepSnapshot(path) : path !== ledgerFile
    })
    const log: HallLogEntry[] = []
    const host = closing(await startTestHost({ storage: dead, log: (entry) => log.push(entry) }))
    const issued = async () => (await journal(dead, worksheetStream(councilId))).flatMap((line) => line.events)
    await until(() => host.hall.streams.get(worksheetStream(councilId))?.seq === 1)
    expect(await issued()).toMatchObject(
      [
        {
          type: 'worksheetIssued',
          data: { worksheetId: first, number: `${YEAR}-TEST-0001` },
          by: 'host',
          cause: /#\d+\.0$/,
        },
      ].map((event) => ({ ...event, cause: expect.stringMatching(event.cause) })),
    )
    await host.close()
    const again = closing(await startTestHost({ storage: dead, log: (entry) => log.push(entry) }))
    await again.close()
    expect(await issued()).toHaveLength(1)
    expect(log.filter((entry) => entry.event === 'stepRefused')).toEqual([])
  },
)

it('a host that died between the convening and the opening opens the meeting at the next start, once', async () => {
  const storage = memoryStorage()
  const hall = closing(await startTestHall({ storage }))
  const dead = await copyOf(storage, (path) => !path.includes('meeting') && !path.startsWith('snapshots/'))
  const host = closing(await startTestHost({ storage: dead }))
  await until(() => host.hall.documents.index.data.meetings[0])
  expect(host.hall.documents.index.data.meetings).toMatchObject([{ meetingId: hall.meetingId, phase: 'open' }])
  await until(() => host.hall.documents.settings.data.port === host.port)
  await host.close()
  closing(await startTestHost({ storage: dead }))
  expect((await journal(dead, hall.stream)).flatMap((line) => line.events)).toHaveLength(1)
})

it('a step of many starts is taken once, and the next worksheet gets the next number', async () => {
  const storage = memoryStorage()
  const hall = await hallWithPeople(storage)
  await assign(hall, 0)
  await until(() => numbers(hall).length === 1)
  await hall.host.close()
  for (let starts = 0; starts < 3; starts++) {
    for (const name of await storage.list('snapshots')) await storage.remove(`snapshots/${name}`)
    const host = await startTestHost({ storage })
    await host.close()
  }
  expect((await journal(storage, worksheetStream(hall.councilId))).flatMap((line) => line.events)).toHaveLength(1)
})

it('nobody but the host takes such a step', async () => {
  const hall = await hallWithPeople(memoryStorage())
  await assign(hall, 0)
  await until(() => numbers(hall).length === 1)
  const [known] = hall.operator.copies.ledger(hall.councilId)?.worksheets ?? []
  const { councilCode, dueOn, matter, meetingId, resolutionId: resolution, unit } = known ?? {}
  const data = { worksheetId: 'ws_zzzzzz', councilCode, dueOn, matter, meetingId, resolutionId: resolution, unit }
  const answer = await hall.operator.send(worksheetStream(hall.councilId), null, 'issueWorksheet', data)
  expect(answer).toMatchObject({ ok: false, rejection: { code: 'notPermitted' } })
})
