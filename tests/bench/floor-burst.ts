import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WebSocketServer } from 'ws'
import { createHost } from '../../main/host/create-host.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { itemId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { LIVE_PATH } from '../../shared/protocol/version.ts'
import { Crowd } from './crowd.ts'
import type { CrowdReport } from './crowd-messages.ts'
import { PreparedHall } from './prepared-hall.ts'
import { median, ms, quantile, type Row } from './row.ts'

const CLIENTS = 300
const REQUESTS = 100
const ROUNDS = 9

/**
 * 100 of 300 people ask for the floor at the same moment: from a request sent to the last of the 300 that has it, decided,
 * on the disk and in order. Beside it a bare `ws` server that passes the same requests on to as many sockets, those that
 * came together in one frame, and does nothing else.
 */
export async function floorBurst(): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yishiting-bench-'))
  const [members, others] = [new Crowd(), new Crowd()]
  const bare = new WebSocketServer({ port: 0, host: '127.0.0.1', path: LIVE_PATH, perMessageDeflate: false })
  passOn(bare)
  const started = await createHost({ storage: diskStorage(path.join(folder, 'data')), port: 0, version: '0.0.0' })
  if (!started.ok) throw new Error(started.refusal.code)
  const { host } = started
  try {
    // The first of the roster chairs, and does not ask for the floor.
    const meeting = await PreparedHall.make(host.hall, CLIENTS + 1)
    const people = meeting.seats.slice(1).map((seatId) => ({ seatId, key: makeDeviceKey(meeting.random) }))
    for (const { key, seatId } of people) {
      await meeting.act('admitDevice', { seatId, publicKey: key.publicKey })
      await meeting.act('signIn', { seatId })
    }
    const { meetingId } = meeting
    await members.order({ do: 'enter', port: host.port, meetingId, members: people })
    const { port } = bare.address() as AddressInfo
    await others.order({ do: 'attachAs', port, meetingId, members: people })

    const rounds: { readonly ours: readonly number[]; readonly peer: readonly number[] }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const item = itemId.mint(meeting.random)
      await meeting.act('addItem', { itemId: item, title: '测速议题' })
      await meeting.act('startItem', { itemId: item })
      const ours = await asked(members)
      const peer = await asked(others)
      await meeting.act('finishItem', { itemId: item })
      rounds.push({ ours, peer })
    }
    return [rowOf('p50', 0.5, rounds), rowOf('p95', 0.95, rounds)]
  } finally {
    members.end()
    others.end()
    for (const client of bare.clients) client.terminate()
    await new Promise((closed) => bare.close(closed))
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whatever has come in together goes out together, as a host with a group commit does it. */
function passOn(bare: WebSocketServer): void {
  let waiting: string[] = []
  const send = () => {
    const frame = `[${waiting.join(',')}]`
    waiting = []
    for (const client of bare.clients) client.send(frame, { binary: false })
  }
  bare.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      if (waiting.length === 0) setImmediate(send)
      waiting.push(data.toString())
    })
  })
}

/** How long each of the requests was on its way to the last client, ms. */
async function asked(crowd: Crowd): Promise<readonly number[]> {
  const told: Promise<CrowdReport> = crowd.told('ask')
  await crowd.give({ do: 'ask', requests: REQUESTS })
  const { times = [] } = await told
  if (times.length !== REQUESTS) throw new Error('not every request was answered')
  return times
}

function rowOf(
  name: string,
  part: number,
  rounds: readonly { readonly ours: readonly number[]; readonly peer: readonly number[] }[],
): Row {
  const at = (times: readonly number[]) => quantile(times, part)
  return {
    name: `${REQUESTS} ask for the floor at once: request to the last of ${CLIENTS}, ${name}`,
    ratio: median(rounds.map(({ ours, peer }) => at(ours) / at(peer))),
    bound: 2,
    ours: ms(median(rounds.map(({ ours }) => at(ours)))),
    peer: `${ms(median(rounds.map(({ peer }) => at(peer))))} bare ws relay, a frame for what came together`,
    rounds: rounds.length,
  }
}
