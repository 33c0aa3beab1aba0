import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeCarets } from '../../../shared/notes/carets.ts'
import { notesCloseCodes } from '../../../shared/notes/close-codes.ts'
import { MAX_NOTES_FRAME_BYTES, NOTES_SCHEMA } from '../../../shared/notes/limits.ts'
import { NotesClient } from '../../../shared/notes/notes-client.ts'
import { keepInMemory, textOf, typeInto } from '../../fixtures/notes-table.ts'
import { ScriptedNotes } from './scripted-notes.ts'

const ITEM = 'it_aaaaaa'
const clients: NotesClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.end()
})

function start(host: ScriptedNotes): NotesClient {
  const client = new NotesClient(host.runtime)
  clients.push(client)
  return client
}

async function live(host = new ScriptedNotes()) {
  const client = start(host)
  const socket = await host.socket()
  const doc = new Y.Doc()
  typeInto(doc, ITEM, '原有')
  socket.welcome(doc)
  return { client, host, socket }
}

describe('a notes client', () => {
  it('says its token, schema and client id first, then asks for the document', async () => {
    const host = new ScriptedNotes()
    const client = start(host)
    const socket = await host.socket()
    expect(client.status.at).toBe('connecting')
    socket.handlers.onOpen()
    expect(JSON.parse(socket.texts[0] ?? '')).toEqual({
      t: 'auth',
      token: 'a token',
      schema: NOTES_SCHEMA,
      clientId: client.doc.clientID,
    })
    expect(socket.frames).toEqual([])
    socket.handlers.onText('{"t":"rights","write":false,"room":null}')
    expect(socket.of('syncStep1')).toHaveLength(1)
    expect(client.status).toMatchObject({ at: 'connecting', loaded: false })
  })

  it('gathers what is typed within a moment into one frame', async () => {
    const { client, host, socket } = await live()
    for (const letter of '一二三四') typeInto(client.doc, ITEM, letter)
    expect(socket.of('update')).toHaveLength(0)
    await host.wait(100)
    expect(socket.of('update')).toHaveLength(1)
    expect(client.status.unsaved).toBe(4)
    // The answer to the host's question was the first frame.
    socket.say({ kind: 'saved', frames: 2 })
    expect(client.status).toMatchObject({ unsaved: 0, savedAt: host.clock.now })
  })

  it('sends nothing back that came from the host or from a peer', async () => {
    const { client, host, socket } = await live()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(client.doc))
    const before = Y.encodeStateVector(other)
    typeInto(other, ITEM, '别人')
    socket.say({ kind: 'update', update: Y.encodeStateAsUpdate(other, before) })
    await host.wait(1_000)
    expect(textOf(client.doc.getXmlFragment(ITEM))).toBe('原有别人')
    typeInto(other, ITEM, '同伴')
    Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(other), 'a peer')
    await host.wait(1_000)
    expect(socket.of('update')).toEqual([])
    expect(client.status.unsaved).toBe(0)
  })

  it('offers the host what peers brought, in case their author cannot', async () => {
    const { client, host, socket } = await live()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(client.doc))
    typeInto(other, ITEM, '同伴')
    Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(other), 'a peer')
    await host.wait(5_000)
    expect(socket.of('syncStep1')).toHaveLength(2)
  })

  it('calls nothing saved that the host has asked for again', async () => {
    const { client, host, socket } = await live()
    typeInto(client.doc, ITEM, '没收到')
    await host.wait(100)
    socket.say({ kind: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) }, { kind: 'saved', frames: 2 })
    expect(client.status.unsaved).toBe(1)
    expect(socket.of('syncStep2')).toHaveLength(2)
    socket.say({ kind: 'saved', frames: 3 })
    expect(client.status.unsaved).toBe(0)
  })

  it('comes back with a new pass, later each time, and keeps what was typed meanwhile', async () => {
    const { client, host, socket } = await live()
    socket.close()
    expect(client.status.at).toBe('offline')
    typeInto(client.doc, ITEM, '离线')
    await host.wait(300)
    const again = await host.socket()
    expect(host.sockets).toHaveLength(2)
    again.close()
    await host.wait(100)
    expect(host.sockets).toHaveLength(2)
    await host.wait(400)
    expect(host.asked).toBe(3)
    const last = await host.socket()
    const doc = new Y.Doc()
    typeInto(doc, ITEM, '主机的')
    last.welcome(doc)
    Y.applyUpdate(doc, last.of('syncStep2')[0]?.update ?? new Uint8Array())
    expect(textOf(doc.getXmlFragment(ITEM))).toContain('离线')
    expect(client.status).toMatchObject({ at: 'live', unsaved: 1 })
    last.say({ kind: 'saved', frames: 1 })
    expect(client.status.unsaved).toBe(0)
  })

  it('goes on with its room and its pen while there is no line', async () => {
    const host = new ScriptedNotes()
    const client = start(host)
    const socket = await host.socket()
    socket.welcome(new Y.Doc(), { room: 'room-a' })
    socket.close()
    host.pass = null
    await host.wait(10_000)
    expect(client.status).toMatchObject({ at: 'offline', room: 'room-a', write: true })
  })

  it('notices a host that is silently gone', async () => {
    const { client, host, socket } = await live()
    await host.wait(60_000)
    expect(socket.closedByClient).toBe(true)
    expect(client.status.at).not.toBe('live')
    expect(host.sockets.length).toBeGreaterThan(1)
  })

  it('does not come back when its page is of another version', async () => {
    const { client, host, socket } = await live()
    socket.close(notesCloseCodes.otherSchema)
    await host.wait(60_000)
    expect(client.status).toMatchObject({ at: 'refused', reason: 'otherSchema' })
    expect(host.sockets).toHaveLength(1)
  })

  it('says so when it never got a pass, and goes on asking', async () => {
    const host = new ScriptedNotes()
    host.pass = null
    const client = start(host)
    await host.wait(0)
    expect(client.status).toMatchObject({ at: 'refused', reason: 'noPass' })
    host.pass = new Error('no line')
    await host.wait(1_000)
    host.pass = { token: 'late', write: true, room: null }
    await host.wait(10_000)
    const socket = await host.socket()
    socket.welcome()
    expect(client.status.at).toBe('live')
  })

  it('keeps on the device what takes long to be saved, and nothing that does not', async () => {
    const keep = keepInMemory()
    const { client, host, socket } = await live(new ScriptedNotes(keep))
    typeInto(client.doc, ITEM, '快')
    await host.wait(50)
    socket.say({ kind: 'saved', frames: 2 })
    await host.wait(1_000)
    expect(keep.bytes).toBeNull()
    typeInto(client.doc, ITEM, '慢')
    await host.wait(1_000)
    expect(keep.bytes).not.toBeNull()
    socket.say({ kind: 'saved', frames: 3 })
    expect(keep.bytes).toBeNull()
  })

  it('shows what was kept before it has a line, and does not keep what another version kept', async () => {
    const keep = keepInMemory()
    const first = await live(new ScriptedNotes(keep))
    first.socket.close()
    typeInto(first.client.doc, ITEM, '留着')
    first.client.keepNow()
    first.client.end()
    const second = start(new ScriptedNotes(keep))
    expect(second.status).toMatchObject({ at: 'connecting', loaded: true, unsaved: 1 })
    expect(textOf(second.doc.getXmlFragment(ITEM))).toBe('原有留着')
    const other = keepInMemory()
    other.bytes = new Uint8Array([NOTES_SCHEMA + 1, ...(keep.bytes ?? []).slice(1)])
    const third = start(new ScriptedNotes(other))
    expect(third.status).toMatchObject({ loaded: false, unsaved: 0 })
  })

  it('says so when what was written does not fit into a frame, and keeps it', async () => {
    const keep = keepInMemory()
    const { client, host } = await live(new ScriptedNotes(keep))
    typeInto(client.doc, ITEM, '长'.repeat(MAX_NOTES_FRAME_BYTES / 2))
    await host.wait(1_000)
    expect(client.status).toMatchObject({ at: 'refused', reason: 'tooLarge', unsaved: 1 })
    expect(keep.bytes).not.toBeNull()
    expect(host.sockets).toHaveLength(1)
  })

  it("sends its own caret when it moved, and nothing when somebody else's did", async () => {
    const { client, host, socket } = await live()
    const anchor = Y.createRelativePositionFromTypeIndex(client.doc.getXmlFragment(ITEM), 0)
    client.awareness.setLocalStateField('cursor', { anchor, head: anchor })
    await host.wait(500)
    expect(socket.of('carets')).toHaveLength(1)
    for (let clock = 1; clock <= 10; clock++) {
      socket.say({ kind: 'carets', carets: writeCarets([{ clientId: 5, clock, state: { n: '乙', k: clock } }]) })
      await host.wait(500)
    }
    expect(client.awareness.getStates().get(5)).toMatchObject({ user: { name: '乙' } })
    expect(socket.of('carets')).toHaveLength(1)
  })

  it('sends no updates without the pen', async () => {
    const { client, host, socket } = await live()
    socket.handlers.onText('{"t":"rights","write":false,"room":null}')
    expect(client.status.write).toBe(false)
    typeInto(client.doc, ITEM, '不该发')
    await host.wait(1_000)
    expect(socket.of('update')).toEqual([])
  })
})
