import { beforeEach, expect, it } from 'vitest'
import type { HallClient } from '../../shared/client/hall-client.ts'
import { commandId, itemId } from '../../shared/core/ids.ts'
import type { HostFrame } from '../../shared/protocol/host-frames.ts'
import { councilStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'
import { type Wire, wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

async function following(name: string): Promise<{ readonly client: HallClient; readonly network: Wire }> {
  const key = await hall.admitted(name)
  const network = wire(hall.host.port)
  const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, network.runtime)
  await until(() => client.copies.meeting(hall.meetingId))
  await until(() => client.copies.seq(hall.stream) === meeting().seq)
  return { client, network }
}

function meeting() {
  const live = hall.host.hall.streams.meeting(hall.meetingId)
  if (live === null) throw new Error('no meeting')
  return live
}

const framesIn = (network: Wire): readonly HostFrame[] => network.heard.map((text) => JSON.parse(text))
const ofMeeting = (network: Wire) =>
  framesIn(network).filter((frame) => (frame.t === 'events' || frame.t === 'snapshot') && frame.stream === hall.stream)

async function away(client: HallClient, network: Wire, meanwhile: () => Promise<void>): Promise<void> {
  network.down = true
  network.cut()
  await until(() => client.phase.at === 'offline')
  await meanwhile()
  network.heard.length = 0
  network.down = false
  await until(() => client.phase.at === 'live')
  await until(() => client.copies.seq(hall.stream) === meeting().seq)
}

const addItem = () => hall.act('addItem', { itemId: itemId.mint(hall.random), title: '议题' })

function expectSame(client: HallClient): void {
  if (client.phase.at !== 'live') throw new Error('not live')
  expect(client.copies.meeting(hall.meetingId)).toEqual(meeting().view(client.phase.viewer))
}

it('a client that was away for a few batches gets exactly those, as events', async () => {
  const { client, network } = await following('委员甲')
  await away(client, network, async () => {
    for (let times = 0; times < 5; times++) await addItem()
  })
  const caughtUp = ofMeeting(network)
  expect(caughtUp).toMatchObject([{ t: 'events', seq: meeting().seq }])
  expect(caughtUp[0]).toMatchObject({ events: Array.from({ length: 5 }, () => ({ type: 'itemAdded' })) })
  expectSame(client)
  await expectHealthy(hall)
})

it('a client that missed nothing is sent nothing of the stream again', async () => {
  const { client, network } = await following('委员甲')
  await away(client, network, async () => undefined)
  await hall.act('signIn', { seatId: hall.seat('委员乙') })
  await until(() => client.copies.seq(hall.stream) === meeting().seq)
  expect(ofMeeting(network)).toMatchObject([{ t: 'events', events: [{ type: 'seatSignedIn' }] }])
  expectSame(client)
})

it('what a client missed is shown to it as it would have been at the time: redacted', async () => {
  const { client, network } = await following('委员甲')
  await away(client, network, async () => {
    await hall.act('recordLeave', { seatId: hall.seat('委员乙'), reason: '住院' })
    await hall.admitted('委员乙')
  })
  expect(network.heard.join('\n')).not.toContain('住院')
  expect(ofMeeting(network)).toMatchObject([{ events: [{ type: 'leaveNoted' }] }])
  expectSame(client)
})

it('a client that was away for longer than the host remembers gets a snapshot', async () => {
  const { client, network } = await following('委员甲')
  await away(client, network, async () => {
    const seatId = hall.seat('委员乙')
    const actor = { role: 'operator', seatId: null } as const
    for (let times = 0; times < 2_100; times++) {
      const type = times % 2 === 0 ? 'signIn' : 'signOut'
      await hall.host.hall.submit(hall.stream, { actor, id: commandId.mint(hall.random), type, data: { seatId } })
    }
  })
  expect(ofMeeting(network)).toMatchObject([{ t: 'snapshot', seq: meeting().seq }])
  expectSame(client)
})

it.each([
  ['another viewer’s copy', (seq: number) => ({ seq, viewer: 'chair st_aaaaaa' })],
  ['a copy without a viewer', (seq: number) => ({ seq, viewer: '' })],
  ['a copy of another history', (seq: number, viewer: string) => ({ seq, mark: 'ffffffffffff', viewer })],
  [
    'an older copy of another history',
    (seq: number, viewer: string) => ({ seq: seq - 1, mark: 'ffffffffffff', viewer }),
  ],
  ['a copy from the future', (seq: number, viewer: string) => ({ seq: seq + 1, viewer })],
  ['a copy from the far future', (_: number, viewer: string) => ({ seq: Number.MAX_SAFE_INTEGER, viewer })],
])('a client that returns with %s gets a snapshot', async (_, cursor) => {
  const key = await hall.admitted('委员甲')
  const { seq } = meeting()
  const viewer = `member ${hall.seat('委员甲')}`
  const resume = [{ stream: hall.stream, mark: meeting().mark, ...cursor(seq, viewer) }]
  const client = await closing(new RawClient(hall.host.port)).device(key, resume)
  expect(await client.heard('snapshot')).toMatchObject({ stream: hall.stream, seq, viewer })
  await expectHealthy(hall)
})

it('a cursor into a stream that is not the client’s to see brings nothing of it', async () => {
  const key = await hall.admitted('委员甲')
  const stream = councilStream(hall.councilId)
  const client = await closing(new RawClient(hall.host.port)).device(key, [
    { stream, seq: 0, mark: '', viewer: `member ${hall.seat('委员甲')}` },
    { stream: 'council/cn_zzzzzz', seq: 3, mark: '', viewer: 'operator' },
  ])
  await client.heard('snapshot')
  await client.alive()
  expect(client.of('snapshot').map((frame) => frame.stream)).toEqual([hall.stream])
  expect(client.of('welcome')[0]?.streams).not.toContain(stream)
})

it('a handed-over chair: the new chair sees what the old one saw, and the old one no longer does', async () => {
  const council = councilStream(hall.councilId)
  const { client: old, network: oldNetwork } = await following('主持')
  const { client: next } = await following('委员甲')
  await until(() => old.copies.council(hall.councilId)?.phase === 'founded')
  expect(next.copies.council(hall.councilId)).toBeNull()
  expect(old.meetings).toHaveLength(1)

  const seatId = hall.seat('主持')
  expect(await old.send(hall.stream, seatId, 'handOverChair', { seatId: hall.seat('委员甲') })).toMatchObject({
    ok: true,
  })
  await until(() => next.phase.at === 'live' && next.phase.viewer.role === 'chair')
  await until(() => old.phase.at === 'live' && old.phase.viewer.role === 'member')
  await until(() => next.copies.council(hall.councilId)?.phase === 'founded')
  await until(() => next.meetings.length === 1)
  await until(() => old.copies.meeting(hall.meetingId))
  expect(old.copies.council(hall.councilId)).toBeNull()
  expect(old.meetings).toEqual([])
  expect(old.admissions).toEqual([])

  oldNetwork.heard.length = 0
  await hall.operator.send(council, null, 'addSeat', { seatId: 'st_aaaaaa', kind: 'standing', voting: true })
  const known = () => {
    const state = next.copies.council(hall.councilId)
    return state?.phase === 'founded' && state.seats.some((seat) => seat.seatId === 'st_aaaaaa')
  }
  await until(known)
  await addItem()
  await until(() => old.copies.seq(hall.stream) === meeting().seq)
  expect(framesIn(oldNetwork).filter((frame) => 'stream' in frame && frame.stream === council)).toEqual([])
  for (const client of [old, next]) expectSame(client)
  const refused = await old.send(hall.stream, seatId, 'closeMeeting', {})
  expect(refused).toMatchObject({ ok: false, rejection: { code: 'notPermitted', role: 'member' } })
  await expectHealthy(hall)
})

it('a change of role while a client is away brings it a snapshot as its new self', async () => {
  const { client, network } = await following('委员甲')
  await away(client, network, async () => {
    await hall.act('handOverChair', { seatId: hall.seat('委员甲') })
  })
  expect(ofMeeting(network)).toMatchObject([{ t: 'snapshot', viewer: `chair ${hall.seat('委员甲')}` }])
  expectSame(client)
})
