import { describe, expect, it } from 'vitest'
import { notesCloseCodes } from '../../shared/notes/close-codes.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { type NotesTable, startNotesTable, writer } from '../fixtures/notes-table.ts'
import type { RawClient } from '../fixtures/raw-client.ts'
import { until } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()
const start = async () => keep(await startNotesTable())

const roomOf = (table: NotesTable, holder = writer('甲')): string => {
  const { room } = table.pass(holder)
  if (room === null) throw new Error('no room')
  return room
}

/** What this peer was sent of a kind, other than pongs. */
const heard = (peer: RawClient) => peer.texts.map((text) => JSON.parse(text)).filter(({ type }) => type === 'publish')

/** Everything sent before has been handled when the pong is here. */
async function handled(...peers: readonly RawClient[]): Promise<void> {
  for (const peer of peers) {
    const pongs = () => peer.texts.filter((text) => text.includes('pong')).length
    const before = pongs()
    peer.send({ type: 'ping' })
    await until(() => pongs() > before, 'a pong')
  }
}

async function peerIn(table: NotesTable, room: string, name: string): Promise<RawClient> {
  const peer = keep(await table.signal())
  peer.send({ type: 'subscribe', topics: [room] })
  peer.send({ type: 'publish', topic: room, data: { type: 'announce', from: name } })
  await handled(peer)
  return peer
}

const signal = (topic: string, from: string, to: string, type = 'offer') => ({
  type: 'publish',
  topic,
  data: { type: 'signal', from, to, token: 1, signal: { type, sdp: `${from} to ${to}` } },
})

describe('the signalling between peers', () => {
  it('carries an announcement to everybody in the room but the one who made it', async () => {
    const table = await start()
    const room = roomOf(table)
    const [a, b] = [await peerIn(table, room, 'a'), await peerIn(table, room, 'b')]
    await handled(a, b)
    expect(heard(a)).toEqual([{ type: 'publish', topic: room, data: { type: 'announce', from: 'b' }, clients: 2 }])
    expect(heard(b)).toEqual([])
  })

  it('carries an offer, its answer and candidates to the one they are for, and to nobody else', async () => {
    const table = await start()
    const room = roomOf(table)
    const [a, b, c] = [await peerIn(table, room, 'a'), await peerIn(table, room, 'b'), await peerIn(table, room, 'c')]
    a.send(signal(room, 'a', 'b'))
    await handled(a)
    b.send(signal(room, 'b', 'a', 'answer'))
    await handled(b, c)
    const signals = (peer: RawClient) => heard(peer).filter(({ data }) => data.type === 'signal')
    expect(signals(b).map(({ data }) => data.signal.sdp)).toEqual(['a to b'])
    expect(signals(a).map(({ data }) => data.signal.sdp)).toEqual(['b to a'])
    expect(signals(c)).toEqual([])
  })

  it('carries nothing to a peer that nobody knows, no answer to a call that nobody made, and nothing under a second name', async () => {
    const table = await start()
    const room = roomOf(table)
    const [a, b] = [await peerIn(table, room, 'a'), await peerIn(table, room, 'b')]
    a.send(signal(room, 'a', 'nobody'))
    a.send(signal(room, 'a', 'b', 'answer'))
    a.send(signal(room, 'other', 'b'))
    await handled(a, b)
    expect(heard(b)).toEqual([])
  })

  it('lets nobody into a room without its name, and says nothing of rooms', async () => {
    const table = await start()
    const room = roomOf(table)
    const a = await peerIn(table, room, 'a')
    const stranger = await peerIn(table, 'room-0123456789abcdef0123456789abcdef', 'x')
    stranger.send({ type: 'publish', topic: room, data: { type: 'announce', from: 'x' } })
    stranger.send(signal(room, 'x', 'a'))
    await handled(stranger, a)
    expect(heard(a)).toEqual([])
    expect(heard(stranger)).toEqual([])
    expect(room).toMatch(/^room-[0-9a-f]{32}$/)
  })

  it('gives the name of the room to writers alone, and to nobody while the switch is off', async () => {
    const table = await start()
    expect(table.pass(writer('列席', 'read')).room).toBeNull()
    table.mayMeet = false
    expect(table.pass(writer('甲')).room).toBeNull()
  })

  it('empties the rooms when the switch is turned off', async () => {
    const table = await start()
    const holder = writer('甲')
    const page = table.client(holder)
    await page.live()
    await until(() => page.client.status.room !== null)
    const room = roomOf(table)
    const [a, b] = [await peerIn(table, room, 'a'), await peerIn(table, room, 'b')]
    table.mayMeet = false
    table.board.rightsChanged()
    await until(() => page.client.status.room === null, 'the page to be told')
    a.send(signal(room, 'a', 'b'))
    await handled(a, b)
    expect(heard(b)).toEqual([])
  })

  it('moves everybody who still writes to another room when the pen is withdrawn from somebody', async () => {
    const table = await start()
    const [leaver, stayer] = [writer('甲'), writer('乙')]
    const [gone, stays] = [table.client(leaver), table.client(stayer)]
    await Promise.all([gone.live(), stays.live()])
    const old = roomOf(table, stayer)
    expect([gone.client.status.room, stays.client.status.room]).toEqual([old, old])
    const [a, b] = [await peerIn(table, old, 'a'), await peerIn(table, old, 'b')]
    leaver.right = 'read'
    table.board.rightsChanged()
    await until(() => stays.client.status.room !== old, 'the other room')
    expect(stays.client.status.room).toMatch(/^room-/)
    await until(() => gone.client.status.room === null, 'the one without the pen to be told')
    a.send(signal(old, 'a', 'b'))
    a.send({ type: 'subscribe', topics: [old] })
    a.send({ type: 'publish', topic: old, data: { type: 'announce', from: 'a' } })
    await handled(a, b)
    expect(heard(b)).toEqual([])
  })

  it('leaves the room also for one who holds its name without being connected', async () => {
    const table = await start()
    const holder = writer('甲')
    const old = roomOf(table, holder)
    holder.right = null
    table.board.rightsChanged()
    expect(roomOf(table, writer('乙'))).not.toBe(old)
  })

  it('holds eight peers in a room', async () => {
    const table = await start()
    const room = roomOf(table)
    const peers = []
    for (let count = 0; count < 9; count++) peers.push(await peerIn(table, room, `p${count}`))
    const ninth = peers[8]
    const first = peers[0]
    if (ninth === undefined || first === undefined) throw new Error('nine peers')
    ninth.send(signal(room, 'p8', 'p0'))
    await handled(ninth, first)
    expect(heard(first).map(({ data }) => data.from)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'])
  })

  it('ignores a frame that is none, and hangs up when they keep coming', async () => {
    const table = await start()
    const room = roomOf(table)
    const a = await peerIn(table, room, 'a')
    a.send('{"type":')
    await handled(a)
    for (let count = 0; count < 20; count++) a.send('{"type":"publish","topic":[]}')
    expect((await a.end()).code).toBe(notesCloseCodes.malformed)
  })

  it('hangs up on whoever talks without end', async () => {
    const table = await start()
    const a = await peerIn(table, roomOf(table), 'a')
    for (let count = 0; count < 300; count++) a.send({ type: 'ping' })
    expect((await a.end()).code).toBe(notesCloseCodes.tooFast)
  })
})
