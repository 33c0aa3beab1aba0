import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { openNotesJournal } from '../../main/host/notes/notes-journal.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { itemId, meetingId } from '../../shared/core/ids.ts'
import { writeFrame } from '../../shared/notes/frames.ts'
import { type NotesTable, RawNotes, startNotesTable, typeInto, writer } from '../fixtures/notes-table.ts'
import { seededBytes } from '../fixtures/seeded-random.ts'
import { until } from '../fixtures/test-hall.ts'
import { median, ms, type Row } from './row.ts'

const JOINERS = 50
const ROUNDS = 9
/** Makes a document of about a megabyte: more than a meeting ever writes. */
const INSERTS = 50_000
const KEYSTROKES = 100
/** What one keystroke may cost one seat on the line, bytes. */
const KEYSTROKE_BOUND_BYTES = 60

/** The notes: fifty who open them at once, and what a keystroke costs on the line. */
export async function notes(): Promise<readonly Row[]> {
  const random = seededBytes(1)
  const [meeting, item] = [meetingId.mint(random), itemId.mint(random)]
  const storage = memoryStorage()
  const written = await openNotesJournal(meeting, { storage, now: Date.now, log: () => undefined })
  const document = largeDocument(item)
  await written?.journal.append(document)
  await written?.journal.close()
  const table = await startNotesTable({ storage, meetingId: meeting, items: [item, itemId.mint(random)] })
  try {
    return [await joining(table, document), await keystroke(table)]
  } finally {
    await table.close()
  }
}

/** Single words at changing places, as the editor writes them. */
function largeDocument(item: string): Uint8Array {
  const doc = new Y.Doc()
  typeInto(doc, item, '起')
  const paragraph = doc.getXmlFragment(item).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  doc.transact(() => {
    for (let count = 0; count < INSERTS; count++) text.insert((count * 7_919) % text.length, count % 2 ? '议' : '议事')
  })
  return Y.encodeStateAsUpdate(doc)
}

async function joining(table: NotesTable, document: Uint8Array): Promise<Row> {
  const rounds: { ours: number; peer: number }[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ ours: await join(table), peer: await broadcast(writeFrame({ kind: 'syncStep2', update: document })) })
  return {
    name: `${JOINERS} open ${(document.length / 1_000_000).toFixed(2)} MB of notes at once`,
    ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
    bound: 2,
    ours: ms(median(rounds.map(({ ours }) => ours))),
    peer: `${ms(median(rounds.map(({ peer }) => peer)))} bare ws server that sends the same bytes to as many`,
    rounds: ROUNDS,
  }
}

async function join(table: NotesTable): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: JOINERS }, () => new RawNotes(table.port).opened()))
  const passes = sockets.map((_, index) => table.pass(writer(String(index), 'read')))
  const arrived = Promise.all(sockets.map((socket) => new Promise((done) => socket.onLargeFrame(done))))
  const began = performance.now()
  for (const [index, socket] of sockets.entries()) {
    socket.auth(passes[index]?.token ?? '', { clientId: index })
    socket.send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
  }
  await arrived
  const took = performance.now() - began
  for (const socket of sockets) socket.close()
  return took
}

async function broadcast(bytes: Uint8Array): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((listening) => server.once('listening', listening))
  // A server that listens on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  server.on('connection', (socket) => socket.on('message', () => socket.send(bytes)))
  const sockets = Array.from(
    { length: JOINERS },
    () => new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false }),
  )
  await Promise.all(sockets.map((socket) => new Promise((open) => socket.once('open', open))))
  const arrived = Promise.all(sockets.map((socket) => new Promise((done) => socket.once('message', done))))
  const began = performance.now()
  for (const socket of sockets) socket.send('all of it')
  await arrived
  const took = performance.now() - began
  for (const socket of sockets) socket.terminate()
  await new Promise((closed) => server.close(closed))
  return took
}

async function keystroke(table: NotesTable): Promise<Row> {
  const [author, witness] = [await table.raw(), await table.raw()]
  const doc = await author.join(table.pass(writer('甲')), { clientId: 4_000_000_001 })
  await witness.join(table.pass(writer('乙', 'read')), { clientId: 4_000_000_002 })
  let sent = 0
  for (let count = 0; count < KEYSTROKES; count++) {
    const before = Y.encodeStateVector(doc)
    typeInto(doc, table.items[0], '字')
    const update = Y.encodeStateAsUpdate(doc, before)
    sent += update.length
    author.send({ kind: 'update', update })
    await until(() => witness.of('update').length > count)
  }
  const received = witness.of('update').reduce((sum, frame) => sum + writeFrame(frame).length, 0) / KEYSTROKES
  author.close()
  witness.close()
  return {
    name: 'bytes of one keystroke to one seat, caret not counted',
    ratio: received / (sent / KEYSTROKES),
    bound: KEYSTROKE_BOUND_BYTES / (sent / KEYSTROKES),
    ours: `${received.toFixed(1)} B`,
    peer: `${(sent / KEYSTROKES).toFixed(1)} B the Yjs update alone`,
    rounds: KEYSTROKES,
  }
}
