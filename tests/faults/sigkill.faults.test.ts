import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import type { Answer } from '../../shared/client/outbox.ts'
import { councilId, itemId, meetingId, resolutionId, type SeatId, seatId, voteId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { councilStream, meetingStream } from '../../shared/streams/stream-name.ts'
import { type HostProcess, startHostProcess } from '../fixtures/host-process.ts'
import { type FiledEvent, readJournalImage } from '../fixtures/journal-image.ts'
import { seededBytes, seededRandom } from '../fixtures/seeded-random.ts'
import { testRule, until } from '../fixtures/test-hall.ts'

const ROUNDS = 20
const DEVICES = 50
const SEATS_PER_DEVICE = 4
const VOTERS = DEVICES * SEATS_PER_DEVICE
/** A host takes 200 frames at once from one connection: the preparations are shared out. */
const DESKS = 4
/** People tap within so many ms of each other. */
const LONGEST_SPREAD_MS = 300
/** Rounds in which some, but not all ballots were acknowledged before the kill: fewer would prove little. */
const FEWEST_MID_BURST = 10

const SEED = Number(process.env['SEED'] ?? 1)
const random = seededRandom(SEED)
const bytes = seededBytes(SEED)

type Option = 'for' | 'against' | 'abstain'
type Device = { readonly client: HallClient; readonly seats: readonly SeatId[] }

const ids = { council: councilId.mint(bytes), meeting: meetingId.mint(bytes), item: itemId.mint(bytes) }
let folder = ''
let host: HostProcess | null = null
const clients: HallClient[] = []
/** In which batch each ballot is, as its voter was told. */
const answered = new Map<string, number>()

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yishiting-sigkill-'))
})

afterAll(async () => {
  for (const client of clients) client.close()
  await host?.kill()
  await rm(folder, { recursive: true, force: true })
})

it('twenty hosts killed in the middle of a burst of 200 ballots count every ballot once', async () => {
  host = await startHostProcess(folder, 0)
  const { port } = host
  const devices = await prepare(port, host.operatorSecret)
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await voteThroughAKill(port, devices))

  const midBurst = rounds.filter(({ acknowledged }) => acknowledged > 0 && acknowledged < VOTERS)
  console.log(`mid-burst kills: ${midBurst.length} of ${ROUNDS}`)
  console.log('acknowledged/on disk at the kill, ms until all were answered:')
  console.log(rounds.map((round) => `${round.acknowledged}/${round.onDisk} ${round.recoveredMs}`).join(', '))
  expect(midBurst.length).toBeGreaterThanOrEqual(FEWEST_MID_BURST)

  expect(await host?.stop()).toBe(0)
  host = null
  const problems: string[] = []
  const events = await eventsIn(folder, problems)
  expect(problems).toEqual([])
  const ballots = events.filter((event) => event.type === 'ballotCast')
  const batches = new Map(ballots.map(({ data, seq }) => [`${data['voteId']} ${data['seatId']}`, seq]))
  expect(ballots.length).toBe(ROUNDS * VOTERS)
  expect(batches).toEqual(answered)
  expect(events.filter((event) => event.type === 'meetingOpened').length).toBe(1)
})

type Round = { readonly acknowledged: number; readonly onDisk: number; readonly recoveredMs: number }

/** Opens a vote, lets everybody vote at once, kills the host in between, and counts. */
async function voteThroughAKill(port: number, devices: readonly Device[]): Promise<Round> {
  const vote = voteId.mint(bytes)
  const before = operatorOf(port)
  await must(
    before.send(meetingStream(ids.meeting), null, 'openVote', { voteId: vote, itemId: ids.item, motion: '铺设跑道' }),
  )
  for (const { client } of devices) await until(() => meetingOf(client)?.voting.open?.voteId === vote)

  const burst = castAll(devices, vote)
  await burst.killed
  const acknowledged = burst.acknowledged()
  before.close()
  const onDisk = ballotsOf(await eventsIn(folder, []), vote).length
  expect(onDisk).toBeGreaterThanOrEqual(acknowledged)

  const startedAt = Date.now()
  host = await startHostProcess(folder, port)
  const answers = await burst.answers
  const recoveredMs = Date.now() - startedAt
  expect(answers.filter((answer) => !answer.ok)).toEqual([])

  const after = operatorOf(port)
  await must(
    after.send(meetingStream(ids.meeting), null, 'closeVote', { voteId: vote, resolutionId: resolutionId.mint(bytes) }),
  )
  const closed = await until(() => meetingOf(after)?.voting.past.find((past) => past.voteId === vote))
  if (closed.phase !== 'closed') throw new Error('a closed vote is closed')
  expect(closed.verdict.figures).toEqual({ entitled: VOTERS, present: VOTERS, ...burst.cast })
  expect(new Set(closed.ballots.map((ballot) => ballot.seatId)).size).toBe(VOTERS)
  after.close()
  return { acknowledged, onDisk, recoveredMs }
}

/** Every device votes for its seats, at once or as people tap; the host is killed after a random share of the answers. */
function castAll(devices: readonly Device[], vote: ReturnType<typeof voteId.mint>) {
  const killAfter = 1 + Math.floor(random() * (VOTERS - 1))
  const spreadMs = random() < 0.3 ? 0 : LONGEST_SPREAD_MS
  const cast: Record<Option, number> = { for: 0, against: 0, abstain: 0 }
  let acknowledged = 0
  let killing: Promise<void> | null = null
  const kill = () => {
    killing ??= host?.kill() ?? Promise.resolve()
    return killing
  }
  const casting = devices.flatMap(({ client, seats }) => {
    return seats.map(async (seat) => {
      const option = (['for', 'for', 'against', 'abstain'] as const)[Math.floor(random() * 4)] ?? 'for'
      cast[option]++
      if (spreadMs > 0) await pause(random() * spreadMs)
      const answer = await client.castBallot(ids.meeting, vote, seat, option)
      if (answer.ok) answered.set(`${vote} ${seat}`, answer.seq)
      if (killing === null) acknowledged++
      if (acknowledged >= killAfter) void kill()
      return answer
    })
  })
  return {
    cast,
    acknowledged: () => acknowledged,
    answers: Promise.all(casting),
    killed: until(() => killing !== null, 'the kill').then(kill),
  }
}

async function prepare(port: number, secret: string): Promise<readonly Device[]> {
  const desks = Array.from({ length: DESKS }, () => connect(port, { kind: 'operator', secret }))
  const each = <T>(all: readonly T[], type: string, data: (entry: T) => unknown, stream = councilStream(ids.council)) =>
    Promise.all(all.map((entry, index) => must(deskAt(desks, index).send(stream, null, type, data(entry)))))

  const [chair, scribe] = [seatId.mint(bytes), seatId.mint(bytes)]
  const voters = Array.from({ length: VOTERS }, () => seatId.mint(bytes))
  const office = { name: '议事会', code: 'KILL', level: 'community' }
  await each([ids.council], 'foundCouncil', (id) => ({ councilId: id, ...office }))
  await each(voters, 'addSeat', (seat) => ({ seatId: seat, kind: 'standing', voting: true }))
  await each([chair, scribe], 'addSeat', (seat) => ({ seatId: seat, kind: 'convener', voting: false }))
  const agenda = [{ itemId: ids.item, title: '议题' }]
  const plan = { meetingId: ids.meeting, title: '会议', format: '红色议事厅', place: '活动室', startsAt: 0, agenda }
  await each([plan], 'conveneMeeting', () => ({ ...plan, rule: testRule, speakingSeconds: 60, chair, scribe }))
  for (const desk of desks) await until(() => meetingOf(desk))

  // A new set of desks: what one connection may send in a burst is used up.
  for (const desk of desks.splice(0)) desk.close()
  desks.push(...Array.from({ length: DESKS }, () => connect(port, { kind: 'operator', secret })))
  const devices = Array.from({ length: DEVICES }, (_, index) => ({
    key: makeDeviceKey(bytes),
    seats: voters.slice(index * SEATS_PER_DEVICE, (index + 1) * SEATS_PER_DEVICE),
  }))
  const bindings = devices.flatMap(({ key, seats }) =>
    seats.map((seat) => ({ seatId: seat, publicKey: key.publicKey })),
  )
  await each(bindings, 'admitDevice', (binding) => binding, meetingStream(ids.meeting))
  await each([ids.item], 'startItem', (item) => ({ itemId: item }), meetingStream(ids.meeting))
  for (const desk of desks) desk.close()

  const seated = devices.map(({ key, seats }) => ({
    client: connect(port, { kind: 'device', key, meetingId: ids.meeting }),
    seats,
  }))
  await Promise.all(
    seated.flatMap(({ client, seats }) =>
      seats.map((seat) => must(client.send(meetingStream(ids.meeting), seat, 'signIn', { seatId: seat }))),
    ),
  )
  return seated
}

function deskAt(desks: readonly HallClient[], index: number): HallClient {
  const desk = desks[index % desks.length]
  if (desk === undefined) throw new Error('no desk')
  return desk
}

function connect(port: number, who: ConstructorParameters<typeof HallClient>[1]): HallClient {
  const client = new HallClient(nodeRuntime(port, bytes), who)
  clients.push(client)
  return client
}

/** The operator of the host that runs now: each launch has its own secret. */
function operatorOf(port: number): HallClient {
  return connect(port, { kind: 'operator', secret: host?.operatorSecret ?? '' })
}

function meetingOf(client: HallClient): HeldMeeting | null {
  const meeting = client.copies.meeting(ids.meeting)
  return meeting === null || meeting.phase === 'unopened' ? null : meeting
}

async function must(answer: Promise<Answer>): Promise<void> {
  const given = await answer
  if (!given.ok) throw new Error(`${given.rejection.code}: ${given.sentence}`)
}

type Recorded = FiledEvent & { readonly seq: number }

/** All events of all journals of a data folder, each with its batch, read without the product's code. */
async function eventsIn(dataDir: string, problems: string[]): Promise<readonly Recorded[]> {
  const journals = path.join(dataDir, 'journals')
  const files = (await readdir(journals)).filter((file) => file.endsWith('.jsonl'))
  const images = files.map(async (file) => readJournalImage(await readFile(path.join(journals, file)), file, problems))
  const batches = (await Promise.all(images)).flatMap((image) => image.batches)
  return batches.flatMap(({ events, seq }) => events.map((event) => ({ ...event, seq })))
}

function ballotsOf(events: readonly FiledEvent[], vote: string): readonly FiledEvent[] {
  return events.filter((event) => event.type === 'ballotCast' && event.data['voteId'] === vote)
}
