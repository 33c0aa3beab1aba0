import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCarets, writeCarets } from '../../shared/notes/carets.ts'
import { notesCloseCodes } from '../../shared/notes/close-codes.ts'
import type { NotesFrame } from '../../shared/notes/frames.ts'
import { MAX_NOTES_FRAME_BYTES, NOTES_SCHEMA } from '../../shared/notes/limits.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { type NotesTable, type RawNotes, startNotesTable, textOf, typeInto, writer } from '../fixtures/notes-table.ts'
import { until } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()
const start = async () => keep(await startNotesTable())
const raw = async (table: NotesTable) => keep(await table.raw())
const onDisk = (table: NotesTable) => JSON.stringify([...table.board.texts(table.meetingId)])

/** What this change adds to the document, as one update. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change()
  return Y.encodeStateAsUpdate(doc, before)
}

/** A socket that has come in with the document, and a witness who sees what is relayed. */
async function seated(table: NotesTable, right: 'write' | 'read' = 'write', clientId = 77) {
  const holder = writer('甲', right)
  const socket = await raw(table)
  const doc = await socket.join(table.pass(holder), { clientId })
  const witness = await raw(table)
  await witness.join(table.pass(writer('证人', 'read')), { clientId: 78 })
  return { doc, holder, socket, witness }
}

const write = (doc: Y.Doc, table: NotesTable, text: string): NotesFrame => ({
  kind: 'update',
  update: updateOf(doc, () => typeInto(doc, table.items[0], text)),
})

describe('whoever comes to the notes', () => {
  it('shows a token first, and a wrong one is told so', async () => {
    const table = await start()
    const socket = await raw(table)
    socket.auth('0123456789abcdef')
    expect(await socket.end()).toEqual({ code: notesCloseCodes.passInvalid, reason: expect.stringContaining('凭据') })
  })

  it('uses a token once', async () => {
    const table = await start()
    const pass = table.pass(writer('甲'))
    const [first, second] = [await raw(table), await raw(table)]
    await first.join(pass)
    second.auth(pass.token)
    expect((await second.end()).code).toBe(notesCloseCodes.passInvalid)
    await first.alive()
  })

  it('is told to load the page again when its editor is of another schema', async () => {
    const table = await start()
    const socket = await raw(table)
    socket.auth(table.pass(writer('甲')).token, { schema: NOTES_SCHEMA + 1 })
    const closed = await socket.end()
    expect(closed.code).toBe(notesCloseCodes.otherSchema)
    expect(closed.reason).toContain('请刷新')
  })

  it('gets no pass without a right to read', async () => {
    const table = await start()
    expect(table.board.pass(table.meetingId, writer('甲', null))).toBeNull()
  })

  it('is closed when anything comes before the token', async () => {
    const table = await start()
    const socket = await raw(table)
    socket.send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
    expect((await socket.end()).code).toBe(notesCloseCodes.malformed)
  })
})

describe('a reader', () => {
  it.each(['update', 'syncStep2'] as const)('has its %s refused: not written, not relayed', async (kind) => {
    const table = await start()
    const { doc, socket, witness } = await seated(table, 'read')
    const update = updateOf(doc, () => typeInto(doc, table.items[0], '偷偷写的'))
    socket.send({ kind, update })
    await socket.alive()
    await witness.alive()
    expect(onDisk(table)).not.toContain('偷偷写的')
    expect(witness.of('update')).toEqual([])
    expect(socket.of('saved')).toEqual([])
  })

  it('is not asked for what the host lacks', async () => {
    const table = await start()
    const { socket } = await seated(table, 'read')
    await socket.alive()
    expect(socket.of('syncStep1')).toEqual([])
  })

  it('shows no caret', async () => {
    const table = await start()
    const { socket, witness } = await seated(table, 'read')
    socket.send(caret(77, { a: position(table) }))
    await socket.alive()
    await witness.alive()
    expect(shownTo(witness)).toEqual([])
  })
})

describe('the pen, withdrawn in the middle of a connection,', () => {
  it('stops the very next update, also before the page was told', async () => {
    const table = await start()
    const { doc, holder, socket, witness } = await seated(table)
    socket.send(write(doc, table, '还能写'))
    await socket.heard('saved')
    holder.right = 'read'
    socket.send(write(doc, table, '不能写了'))
    await socket.alive()
    await witness.heard('update')
    expect(onDisk(table)).toContain('还能写')
    expect(onDisk(table)).not.toContain('不能写了')
    expect(witness.of('update')).toHaveLength(1)
    expect(socket.of('saved')).toHaveLength(1)
    expect(JSON.parse(socket.texts.at(-1) ?? '')).toMatchObject({ t: 'rights', write: false })
  })

  it('and given back, brings what was refused meanwhile, before anything is said to be saved', async () => {
    const table = await start()
    const { doc, holder, socket } = await seated(table)
    await socket.heard('syncStep1')
    holder.right = 'read'
    socket.send(write(doc, table, '被拒的'))
    await socket.alive()
    holder.right = 'write'
    table.board.rightsChanged()
    const { stateVector } = await socket.heard('syncStep1', 2)
    socket.send({ kind: 'syncStep2', update: Y.encodeStateAsUpdate(doc, stateVector) })
    expect(await socket.heard('saved')).toEqual({ kind: 'saved', frames: 2 })
    expect(onDisk(table)).toContain('被拒的')
  })

  it('closes the connection when reading goes too', async () => {
    const table = await start()
    const { holder, socket } = await seated(table)
    holder.right = null
    table.board.rightsChanged()
    expect((await socket.end()).code).toBe(notesCloseCodes.withdrawn)
  })

  it('makes an editor a reader without a new connection', async () => {
    const table = await start()
    const holder = writer('甲')
    const page = table.client(holder)
    await page.live()
    expect(page.client.status.write).toBe(true)
    holder.right = 'read'
    table.board.rightsChanged()
    await until(() => !page.client.status.write, 'the page to be told')
    expect(page.client.status.at).toBe('live')
  })
})

describe('content that notes may not have', () => {
  const foreign: Readonly<Record<string, (doc: Y.Doc, table: NotesTable) => void>> = {
    'a fragment that nobody declared': (doc) =>
      doc.getXmlFragment('it_fremdes').insert(0, [new Y.XmlElement('paragraph')]),
    'a map beside the fragments': (doc) => doc.getMap('settings').set('a', 1),
    'an unknown element': (doc, { items }) => doc.getXmlFragment(items[0]).insert(0, [new Y.XmlElement('iframe')]),
    'a document within the document': (doc, { items }) =>
      (doc.getXmlFragment(items[0]).get(0) as Y.XmlElement).setAttribute('level', new Y.Doc() as never),
    'text without a paragraph': (doc, { items }) => doc.getXmlFragment(items[0]).insert(0, [new Y.XmlText('裸字')]),
    'a list item without a list': (doc, { items }) =>
      doc.getXmlFragment(items[0]).insert(1, [new Y.XmlElement('listItem')]),
    'an unknown attribute': (doc, { items }) =>
      (doc.getXmlFragment(items[0]).get(0) as Y.XmlElement).setAttribute('onclick', 'alert(1)'),
    'an unknown mark': (doc, { items }) => {
      const text = new Y.XmlText('链接')
      ;(doc.getXmlFragment(items[0]).get(0) as Y.XmlElement).insert(0, [text])
      text.format(0, 2, { link: { href: 'javascript:alert(1)' } })
    },
    'an object in a text': (doc, { items }) => {
      const text = new Y.XmlText('字')
      ;(doc.getXmlFragment(items[0]).get(0) as Y.XmlElement).insert(0, [text])
      text.insertEmbed(0, { image: 'x' })
    },
    'lists nested thirty deep': (doc, { items }) => {
      let list: Y.XmlElement = new Y.XmlElement('bulletList')
      for (let depth = 0; depth < 15; depth++) {
        const [item, outer] = [new Y.XmlElement('listItem'), new Y.XmlElement('bulletList')]
        item.insert(0, [list])
        outer.insert(0, [item])
        list = outer
      }
      doc.getXmlFragment(items[0]).insert(0, [list])
    },
  }

  it.each(Object.keys(foreign))(
    'such as %s is never shown to anybody, and whoever sends it is cut off',
    async (name) => {
      const table = await start()
      const { doc, socket, witness } = await seated(table)
      const before = onDisk(table)
      const update = updateOf(doc, () => foreign[name]?.(doc, table))
      socket.send({ kind: 'update', update })
      expect((await socket.end()).code).toBe(notesCloseCodes.malformed)
      const late = await raw(table)
      const seen = await late.join(table.pass(writer('后来', 'read')), { clientId: 79 })
      const clean = () => {
        expect([...seen.share.keys()].sort()).toEqual([...table.items].sort())
        for (const item of table.items) {
          const xml = seen.getXmlFragment(item).toString()
          const nested = name === 'lists nested thirty deep'
          expect(xml).not.toMatch(nested ? /iframe/ : /iframe|裸字|listitem|onclick|javascript|image/)
          expect((xml.match(/bulletlist/g) ?? []).length).toBeLessThan(24)
        }
      }
      clean()
      for (const { update } of witness.of('update')) Y.applyUpdate(seen, update)
      clean()
      if (name !== 'lists nested thirty deep' && name !== 'an object in a text') expect(onDisk(table)).toBe(before)
      // The host serves as before.
      const next = await seated(table, 'write', 80)
      next.socket.send(write(next.doc, table, '照常'))
      await next.socket.heard('saved')
    },
  )
})

describe('a client that sends garbage', () => {
  const garbage: Readonly<Record<string, Uint8Array>> = {
    'no bytes at all': new Uint8Array(),
    'an unknown kind': new Uint8Array([9, 1, 2, 3]),
    'a frame cut in the middle': new Uint8Array([0, 2, 200, 1]),
    'a frame with something behind it': new Uint8Array([0, 0, 1, 0, 7]),
    'an update that is none': new Uint8Array([0, 2, 3, 255, 255, 255]),
    'an update that claims twenty million structs': new Uint8Array([0, 2, 7, 1, 0x80, 0xda, 0xc4, 0x09, 1, 0]),
    'a state vector that is none': new Uint8Array([0, 0, 2, 255, 255]),
    'carets that are none': new Uint8Array([1, 3, 255, 255, 255]),
    'an answer that only the host gives': new Uint8Array([100, 1]),
  }

  it.each(Object.keys(garbage))('(%s) is cut off, and nobody else notices', async (name) => {
    const table = await start()
    const { socket, witness } = await seated(table)
    socket.send(garbage[name] ?? new Uint8Array())
    expect((await socket.end()).code).toBe(notesCloseCodes.malformed)
    await witness.alive()
    expect(witness.of('update')).toEqual([])
  })

  it('(random bytes, five hundred times) never brings the host down', async () => {
    const table = await start()
    const { witness } = await seated(table)
    for (let round = 0; round < 50; round++) {
      const socket = await raw(table)
      await socket.join(table.pass(writer('甲')), { clientId: round + 1_000 })
      for (let frame = 0; frame < 10; frame++) {
        const bytes = crypto.getRandomValues(new Uint8Array(2 + Math.floor(Math.random() * 40)))
        bytes[0] = 0
        bytes[1] = 2
        if (socket.closed === null) socket.send(bytes)
      }
      socket.close()
    }
    await witness.alive()
  })

  it('(a frame over the limit) is cut off', async () => {
    const table = await start()
    const { socket, witness } = await seated(table)
    socket.send(new Uint8Array(MAX_NOTES_FRAME_BYTES + 1))
    expect((await socket.end()).code).toBe(1009)
    await witness.alive()
  })

  it('(updates without their predecessors) is asked for all of it, and closed the third time', async () => {
    const table = await start()
    const { doc, socket } = await seated(table)
    await socket.heard('syncStep1')
    write(doc, table, '没有送出')
    socket.send(write(doc, table, '一'))
    await socket.heard('syncStep1', 2)
    socket.send(write(doc, table, '二'))
    socket.send(write(doc, table, '三'))
    expect((await socket.end()).code).toBe(notesCloseCodes.incomplete)
    const late = await raw(table)
    const seen = await late.join(table.pass(writer('后来')), { clientId: 79 })
    expect(seen.store.pendingStructs).toBeNull()
    expect(textOf(seen.getXmlFragment(table.items[0]))).toBe('')
  })

  it('(far too many frames) is not listened to for a while, asked for all of it then, and loses nothing', async () => {
    const table = await start()
    const { doc, socket } = await seated(table)
    await socket.heard('syncStep1')
    const clocks: number[] = []
    for (let count = 0; count < 200; count++) {
      socket.send(write(doc, table, `${count} `))
      clocks.push(Y.getState(doc.store, doc.clientID))
    }
    const asked = await socket.heard('syncStep1', 2)
    const known = Y.decodeStateVector(asked.stateVector).get(doc.clientID) ?? 0
    // What was not taken is never called saved before the page was asked for it again.
    for (const frame of socket.frames.slice(0, socket.frames.indexOf(asked)))
      if (frame.kind === 'saved') expect(clocks[frame.frames - 1]).toBeLessThanOrEqual(known)
    socket.send({ kind: 'syncStep2', update: Y.encodeStateAsUpdate(doc, asked.stateVector) })
    await until(() => socket.of('saved').at(-1)?.frames === 201, 'the last frame to be saved')
    expect(onDisk(table)).toContain('199 ')
  })
})

describe('a caret', () => {
  it('is shown to the others with the name of its seat and a colour, whatever the page claims', async () => {
    const table = await start()
    const { socket, witness } = await seated(table)
    socket.send(caret(77, { a: position(table), n: '李书记', k: 999 }))
    await until(() => shownTo(witness).length > 0, 'the caret')
    expect(shownTo(witness)).toEqual([
      { clientId: 77, clock: expect.any(Number), state: { n: '甲', k: 0, a: position(table) } },
    ])
    await socket.alive()
    expect(shownTo(socket)).toEqual([])
  })

  it.each([
    ['of another page', () => caret(78, {})],
    ['beside one of another page', () => carets([77, {}], [78, {}])],
    ['with a huge state', () => caret(77, { a: 'A'.repeat(600) })],
    ['at a place that is none', () => caret(77, { a: '////' })],
  ])('%s is refused', async (_name, frame) => {
    const table = await start()
    const { socket, witness } = await seated(table)
    socket.send(frame())
    expect((await socket.end()).code).toBe(notesCloseCodes.malformed)
    await witness.alive()
    expect(shownTo(witness)).toEqual([])
  })

  it('goes when its page goes', async () => {
    const table = await start()
    const { socket, witness } = await seated(table)
    socket.send(caret(77, { a: position(table) }))
    await until(() => shownTo(witness).length > 0)
    socket.close()
    await until(() => shownTo(witness).some(({ state }) => state === null), 'the caret to go')
  })

  it('goes with the pen', async () => {
    const table = await start()
    const { holder, socket, witness } = await seated(table)
    socket.send(caret(77, { a: position(table) }))
    await until(() => shownTo(witness).length > 0)
    holder.right = 'read'
    table.board.rightsChanged()
    await until(() => shownTo(witness).some(({ state }) => state === null), 'the caret to go')
  })

  it('is not taken over by somebody else who claims its client id', async () => {
    const table = await start()
    const { socket, witness } = await seated(table)
    socket.send(caret(77, { a: position(table) }))
    await until(() => shownTo(witness).length > 0)
    const thief = await raw(table)
    await thief.join(table.pass(writer('乙')), { clientId: 77 })
    thief.send(caret(77, {}))
    thief.close()
    await socket.alive()
    socket.send(caret(77, {}))
    await until(() => shownTo(witness).length > 1, 'the next caret')
    expect(shownTo(witness).map(({ state }) => state?.n)).toEqual(['甲', '甲'])
  })

  it('reaches the editor of the others under its own name', async () => {
    const table = await start()
    const [one, other] = [table.client(writer('甲')), table.client(writer('乙'))]
    await Promise.all([one.live(), other.live()])
    const anchor = Y.createRelativePositionFromTypeIndex(one.client.doc.getXmlFragment(table.items[0]), 0)
    one.client.awareness.setLocalStateField('cursor', { anchor, head: anchor })
    const seen = () => other.client.awareness.getStates().get(one.client.doc.clientID)
    await until(() => seen()?.['cursor'], 'the caret')
    expect(seen()).toMatchObject({ user: { name: '甲', color: expect.stringMatching(/^#[0-9a-f]{6}$/) } })
    // What came from the host is never sent back to it.
    const frames = other.heard.filter(({ kind }) => kind === 'carets').length
    expect(frames).toBeLessThan(4)
    one.down = true
    one.cut()
    await until(() => seen() === undefined, 'the caret to go')
  })
})

const carets = (...states: readonly (readonly [number, object])[]): NotesFrame => ({
  kind: 'carets',
  carets: writeCarets(states.map(([clientId, state]) => ({ clientId, clock: 1_000_000, state }))),
})
const caret = (clientId: number, state: object): NotesFrame => carets([clientId, state])

function position(table: NotesTable): string {
  const doc = new Y.Doc()
  const at = Y.createRelativePositionFromTypeIndex(doc.getXmlFragment(table.items[0]), 0)
  return Buffer.from(Y.encodeRelativePosition(at)).toString('base64')
}

const shownTo = (socket: RawNotes) => socket.of('carets').flatMap(({ carets }) => readCarets(carets) ?? [])
