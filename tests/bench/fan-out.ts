import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import { createHost } from '../../main/host/create-host.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import type { ShownBatch } from '../../main/host/streams/live-stream.ts'
import { pointId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { LIVE_PATH } from '../../shared/protocol/version.ts'
import { Crowd } from './crowd.ts'
import { PreparedHall } from './prepared-hall.ts'
import { median, ms, type Row } from './row.ts'

const nothing = () => undefined
const CLIENTS = 300
const EVENTS = 100
const APART = 20
const PAUSE_MS = 60
const ROUNDS = 9

/**
 * From a command to its event at 300 members, beside a bare `ws` server that sends the bytes of each event to as many sockets
 * and does nothing else: events that come apart, and those that come in quick succession, which the host sends together where
 * telling a crowd takes time. The clients are in another process and only count.
 */
export async function fanOut(): Promise<readonly Row[]> {
  const [members, watchers] = [new Crowd(), new Crowd()]
  const started = await createHost({ storage: memoryStorage(), port: 0, version: '0.0.0' })
  if (!started.ok) throw new Error(started.refusal.code)
  const { host } = started
  const bare = new WebSocketServer({ port: 0, host: '127.0.0.1', path: LIVE_PATH, perMessageDeflate: false })
  try {
    const meeting = await PreparedHall.make(host.hall, CLIENTS)
    const people = meeting.seats.map((seatId) => ({ seatId, key: makeDeviceKey(meeting.random) }))
    for (const { key, seatId } of people) await meeting.act('admitDevice', { seatId, publicKey: key.publicKey })
    await members.order({ do: 'enter', port: host.port, meetingId: meeting.meetingId, members: people })
    const { port } = bare.address() as AddressInfo
    await watchers.order({ do: 'attach', port, clients: CLIENTS })

    const sent: { last: ShownBatch | null } = { last: null }
    const onBatch = (batch: ShownBatch) => {
      sent.last = batch
    }
    host.hall.watch({ onBatch, onOpened: nothing, onIndex: nothing, onFailure: nothing })
    const ours = (): Promise<number> =>
      meeting.act('addPoint', {
        pointId: pointId.mint(meeting.random),
        itemId: meeting.item,
        kind: 'opinion',
        text: '水泥地跑步快走膝盖容易受伤，多数居民希望尽快铺设。',
      })
    const peer = async () => {
      const frame = frameOf(sent.last)
      for (const client of bare.clients) if (client.readyState === WebSocket.OPEN) client.send(frame, { binary: false })
      await new Promise((turn) => setImmediate(turn))
    }
    const together: Round[] = []
    const apart: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      together.push({ ours: await timed(members, EVENTS, ours), peer: await timed(watchers, EVENTS, peer) })
      apart.push({ ours: await oneByOne(members, ours), peer: await oneByOne(watchers, peer) })
    }
    return [
      rowOf(`fan-out of ${APART} events to ${CLIENTS} members, each by itself`, 2, apart),
      rowOf(`fan-out of ${EVENTS} events to ${CLIENTS} members in quick succession`, 1, together),
    ]
  } finally {
    members.end()
    watchers.end()
    for (const client of bare.clients) client.terminate()
    await new Promise((closed) => bare.close(closed))
    await host.close()
  }
}

type Round = { readonly ours: number; readonly peer: number }

function rowOf(name: string, bound: number, rounds: readonly Round[]): Row {
  return {
    name,
    ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
    bound,
    ours: ms(median(rounds.map(({ ours }) => ours))),
    peer: `${ms(median(rounds.map(({ peer }) => peer)))} bare ws broadcast, a frame for each event`,
    rounds: rounds.length,
  }
}

/** From the first event to the last point at the last client, ms. */
async function timed(crowd: Crowd, events: number, sendOne: () => Promise<unknown>): Promise<number> {
  const received = crowd.told('expect')
  await crowd.give({ do: 'expect', points: events })
  const from = performance.now()
  for (let event = 0; event < events; event += 1) await sendOne()
  await received
  return performance.now() - from
}

/** The same of events that come so far apart that none waits for the one before it; the pauses do not count. */
async function oneByOne(crowd: Crowd, sendOne: () => Promise<unknown>): Promise<number> {
  let sum = 0
  for (let event = 0; event < APART; event += 1) {
    sum += await timed(crowd, 1, sendOne)
    await setTimeout(PAUSE_MS)
  }
  return sum
}

/** A batch as members are sent it. */
function frameOf(batch: ShownBatch | null): Buffer {
  if (batch === null) throw new Error('nothing was sent')
  const { mark, seq, stream } = batch
  const events = batch.shownTo({ role: 'member', seats: [] })
  return Buffer.from(JSON.stringify({ t: 'events', stream, seq, mark, events }))
}
