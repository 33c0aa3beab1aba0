import { expect, it } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import type { HallClient } from '../../shared/client/hall-client.ts'
import type { Answer } from '../../shared/client/outbox.ts'
import { hashOf } from '../../shared/core/canonical.ts'
import {
  ballotId,
  itemId,
  pointId,
  resolutionId,
  type SeatId,
  speechId,
  voteId,
  worksheetId,
} from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { startTestHall, startTestHost, type TestHall, until } from '../fixtures/test-hall.ts'
import { type Wire, wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()
const COMMANDS = 300

type Person = { readonly client: HallClient; readonly network: Wire; readonly seats: readonly SeatId[] }

async function everybody(hall: TestHall): Promise<readonly Person[]> {
  const people: Person[] = []
  const join = async (who: Parameters<TestHall['connect']>[0], seats: readonly SeatId[]) => {
    const network = wire(hall.host.port)
    const client = hall.connect(who, network.runtime)
    await until(() => client.copies.meeting(hall.meetingId))
    people.push({ client, network, seats })
  }
  await join({ kind: 'operator', secret: hall.host.operatorSecret }, [])
  await join({ kind: 'screen', code: hall.joinCode }, [])
  for (const names of [['主持'], ['话事'], ['委员甲'], ['委员乙', '委员丙'], ['委员丁'], ['列席']]) {
    const key = await hall.admitted(...names)
    await join({ kind: 'device', key, meetingId: hall.meetingId }, names.map(hall.seat))
  }
  return people
}

const livelyRules = { policy: 'alternate', times: null, questions: true, interventions: true, pointsOfOrder: [] }

/** Something that somebody might well do now, or just too late. */
function anyCommand(hall: TestHall, meeting: HeldMeeting, pick: <T>(from: readonly T[]) => T, seatId: SeatId) {
  const { random } = hall
  const itemNow = pick(meeting.agenda).itemId
  const vote = meeting.voting.open?.voteId ?? voteId.mint(random)
  const known = meeting.minutes.flatMap(({ entries, itemId: item }) => entries.map((point) => ({ point, item })))
  const point = known.length === 0 ? null : pick(known)
  const stance = pick(['for', 'against', 'addition', 'question'])
  const resolution = meeting.voting.resolutions.at(-1)?.resolutionId ?? resolutionId.mint(random)
  const fresh = speechId.mint(random)
  const waiting = meeting.floor.queue[0]?.speechId ?? fresh
  const speaking = (meeting.floor.interposed ?? meeting.floor.speaking)?.speechId ?? fresh
  const text = `要点 ${Math.trunc(meeting.agenda.length)}`
  return pick<readonly [type: string, data: object]>([
    ['signIn', { seatId }],
    ['signIn', { seatId: pick(Object.values(hall.seats)) }],
    ['signOut', { seatId }],
    ['recordLeave', { seatId: pick(Object.values(hall.seats)), reason: '有事' }],
    ['requestFloor', { speechId: fresh, seatId, kind: 'ordinary', stance }],
    ['requestFloor', { speechId: fresh, seatId, kind: pick(['question', 'intervention', 'pointOfOrder']), stance }],
    ['withdrawRequest', { speechId: waiting }],
    ['callNextSpeaker', {}],
    ['callSpeaker', { speechId: waiting }],
    ['callDepartment', { speechId: fresh, seatId: pick(Object.values(hall.seats)) }],
    ['endSpeech', { speechId: speaking }],
    ['pauseSpeech', {}],
    ['resumeSpeech', {}],
    ['extendSpeech', { seconds: 30 }],
    ['undoSpeech', {}],
    ['closeQueue', {}],
    ['reopenQueue', {}],
    ['noteSpeech', { speechId: speaking, text }],
    ['nameStandIn', { seatId: pick([hall.seat('主持'), hall.seat('委员甲')]), speechId: fresh, stance }],
    ['setSpeakingRules', { itemId: itemNow, seconds: 10, rules: livelyRules }],
    ['showOnScreen', { shown: { page: pick(['follow', 'floor']) } }],
    ['addItem', { itemId: itemId.mint(random), title: '新议题' }],
    ['startItem', { itemId: itemNow }],
    ['finishItem', { itemId: itemNow }],
    ['openVote', { voteId: vote, itemId: itemNow, motion: '动议' }],
    ['castBallot', { voteId: vote, seatId }],
    ['castBallot', { voteId: vote, seatId }],
    [
      'enterBallot',
      { voteId: vote, ballotId: ballotId.mint(random), option: 'for', seatId: pick(Object.values(hall.seats)) },
    ],
    ['closeVote', { voteId: vote, resolutionId: resolutionId.mint(random) }],
    ['voidVote', { voteId: vote, reason: '差错' }],
    ['addPoint', { pointId: pointId.mint(random), itemId: itemNow, kind: 'opinion', text }],
    [
      'revisePoint',
      { pointId: point?.point.pointId ?? pointId.mint(random), itemId: point?.item ?? itemNow, kind: 'agreed', text },
    ],
    [
      'assignWorksheet',
      { worksheetId: worksheetId.mint(random), resolutionId: resolution, unit: '物业', dueOn: '2026-12-31' },
    ],
    ['handOverChair', { seatId: pick([hall.seat('主持'), hall.seat('委员甲')]) }],
    ['handOverScribe', { seatId: pick([hall.seat('话事'), hall.seat('委员丁')]) }],
  ])
}

/** Storms of commands from everybody, with connections that break, go deaf, or stay away for a while. */
async function storm(hall: TestHall, people: readonly Person[], random: () => number): Promise<readonly Answer[]> {
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const answers: Promise<Answer>[] = []
  for (let sent = 0; sent < COMMANDS; sent++) {
    // Half of it from those who may do most; most of what members try is refused.
    const { client, network, seats } = pick(random() < 0.5 && people.some(runs) ? people.filter(runs) : people)
    const state = hall.host.hall.streams.meeting(hall.meetingId)?.accepted
    if (state === undefined || state.phase === 'unopened') throw new Error('no meeting')
    const seatId = seats.length === 0 ? null : pick(seats)
    const [type, data] = anyCommand(hall, state, pick, seatId ?? pick(Object.values(hall.seats)))
    const vote = 'voteId' in data ? data.voteId : null
    const signs = type === 'castBallot' && seatId !== null
    answers.push(
      signs
        ? client.castBallot(hall.meetingId, vote as never, seatId, pick(['for', 'against', 'abstain']))
        : client.send(hall.stream, seatId, type, data),
    )
    const luck = random()
    if (luck < 0.04) network.cut()
    else if (luck < 0.06) network.deaf = true
    else if (luck < 0.08) network.down = true
    else if (luck < 0.2) mend(pick(people))
    if (random() < 0.1) await new Promise((turn) => setImmediate(turn))
    // A round trip of somebody with a whole connection: what the others sent arrives meanwhile.
    if (random() < 0.1) await hall.operator.send('contacts', null, 'deleteContact', { seatId: 'st_zzzzzz' })
  }
  for (const person of people) mend(person)
  return Promise.all(answers)
}

const runs = ({ client: { phase } }: Person): boolean =>
  phase.at === 'live' && ['operator', 'chair', 'scribe'].includes(phase.viewer.role)

function mend({ network }: Person): void {
  if (!network.deaf && !network.down) return
  network.deaf = false
  network.down = false
  network.cut()
}

it.each([1, 2, 3, 4])(
  'after a storm of commands and broken connections all copies agree with the host (seed %i)',
  async (seed) => {
    const storage = memoryStorage()
    const hall = closing(await startTestHall({ storage, seed }))
    const people = await everybody(hall)
    await hall.openVote('主持', '委员甲', '委员乙', '委员丙')
    const answers = await storm(hall, people, seededRandom(seed))
    expect(answers).toHaveLength(COMMANDS)
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(COMMANDS / 10)

    for (const { client } of people) {
      const viewer = await until(() => (client.phase.at === 'live' ? client.phase.viewer : null))
      expect(client.unanswered).toBe(0)
      for (const stream of hall.host.hall.streams.all()) {
        const seq = client.copies.seq(stream.name)
        if (seq === null && viewer.role !== 'operator') continue
        await until(() => client.copies.seq(stream.name) === stream.seq, stream.name)
        expect(hashOf(client.copies.state(stream.name)), `${viewer.role} ${stream.name}`).toBe(
          hashOf(stream.view(viewer)),
        )
      }
      expect(client.copies.meeting(hall.meetingId)).toEqual(
        hall.host.hall.streams.meeting(hall.meetingId)?.view(viewer),
      )
    }
    await expectHealthy(hall)
    await expectEachCommandOnce(storage)

    const before = hall.host.hall.streams.all().map((stream) => hashOf(stream.view({ role: 'operator', seats: [] })))
    await hall.close()
    for (const name of await storage.list('snapshots')) await storage.remove(`snapshots/${name}`)
    const host = closing(await startTestHost({ storage }))
    const after = host.hall.streams.all().map((stream) => hashOf(stream.view({ role: 'operator', seats: [] })))
    expect([...after].sort()).toEqual([...before].sort())
  },
)

/** No command's events stand in two batches, and no seat has two ballots in one vote. */
async function expectEachCommandOnce(storage: ReturnType<typeof memoryStorage>): Promise<void> {
  for (const name of await storage.list('journals')) {
    const text = new TextDecoder().decode((await storage.read(`journals/${name}`)) ?? undefined)
    const seen = new Map<string, number>()
    const ballots = new Set<string>()
    for (const line of text.trimEnd().split('\n').slice(1)) {
      const { events, seq } = JSON.parse(line)
      for (const { by, command, data, type } of events) {
        const key = `${by}/${command.id}`
        expect(seen.get(key) ?? seq, `${name}: ${key}`).toBe(seq)
        seen.set(key, seq)
        if (type !== 'ballotCast') continue
        expect(ballots.has(`${data.voteId} ${data.seatId}`)).toBe(false)
        ballots.add(`${data.voteId} ${data.seatId}`)
      }
    }
  }
}
