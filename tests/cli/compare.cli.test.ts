import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { compareWithHost } from '../../main/cli/demo/compare.ts'
import type { HallClient } from '../../shared/client/hall-client.ts'
import type { MeetingState } from '../../shared/meeting/state.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

/** The comparison by which the demo succeeds: it must be able to fail. */
const IMPATIENT_MS = 50

let hall: TestHall
let members: readonly HallClient[]
beforeAll(async () => {
  hall = await startTestHall()
})
afterAll(() => hall.close())

beforeEach(async () => {
  const seats = ['委员甲', '委员乙'] as const
  members = await Promise.all(seats.map(async (name) => (await hall.seated(name)).client))
  await until(() => caughtUp(hall.operator) && members.every(caughtUp), 'everybody to catch up')
})

const caughtUp = (client: HallClient) => client.copies.seq(hall.stream) === hall.host.hall.streams.get(hall.stream)?.seq

/** Puts another state into a client's copy without touching its place in the stream. */
function tamper(client: HallClient, change: (meeting: MeetingState) => unknown): void {
  const meeting = client.copies.meeting(hall.meetingId)
  const seq = client.copies.seq(hall.stream)
  if (meeting === null || seq === null) throw new Error('no copy')
  client.copies.snapshot({ t: 'snapshot', stream: hall.stream, seq, mark: '', viewer: '', state: change(meeting) })
}

const compare = (...clients: readonly HallClient[]) => compareWithHost(hall.host.hall, clients, IMPATIENT_MS)

test('clients whose copies are those of the host are equal', async () => {
  expect(await compare(hall.operator, ...members)).toMatchObject({
    operator: { clients: 1, equal: true },
    member: { clients: 2, equal: true },
  })
})

test('a client that has one word otherwise is not', async () => {
  const [first, second] = members
  if (first === undefined || second === undefined) throw new Error('two members')
  tamper(second, (meeting) => ({ ...meeting, place: '别处' }))
  expect(await compare(first, second)).toMatchObject({ member: { clients: 2, equal: false } })
})

test('one unequal client of a role is not forgotten over the equal ones after it', async () => {
  const [first, second] = members
  if (first === undefined || second === undefined) throw new Error('two members')
  tamper(first, (meeting) => ({ ...meeting, place: '别处' }))
  expect(await compare(first, second)).toMatchObject({ member: { clients: 2, equal: false } })
})

test('a client that has something more than it may see is not equal', async () => {
  const [first] = members
  if (first === undefined) throw new Error('a member')
  const theirs = hall.operator.copies.meeting(hall.meetingId)
  tamper(first, () => theirs)
  expect(await compare(first)).toMatchObject({ member: { equal: false } })
})

test('a client that follows a stream which its role may not read is not equal', async () => {
  const [first] = members
  const council = hall.operator.copies.names().find((name) => name.startsWith('council/'))
  const seq = council === undefined ? null : hall.operator.copies.seq(council)
  if (first === undefined || council === undefined || seq === null) throw new Error('a member and a council')
  first.copies.snapshot({ t: 'snapshot', stream: council, seq, mark: '', viewer: '', state: {} })
  expect(await compare(first)).toMatchObject({ member: { equal: false } })
})

test('a copy of nothing at all is not equal', async () => {
  tamper(hall.operator, () => ({ phase: 'unopened' }))
  expect(await compare(hall.operator)).toMatchObject({ operator: { equal: false } })
})

test('a client that has lost a stream, or lags behind, fails the comparison', async () => {
  const [first] = members
  if (first === undefined) throw new Error('a member')
  first.copies.keepOnly([])
  await expect(compare(first)).rejects.toThrow('各设备收齐')
})

test('a client that is no longer in the meeting fails the comparison', async () => {
  const stranger = hall.connect({ kind: 'screen', code: '000000' })
  await expect(compare(stranger)).rejects.toThrow('no longer in the meeting')
})
