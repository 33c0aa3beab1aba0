import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { keepInMemory, type NotesTable, startNotesTable, typeInto, writer } from '../fixtures/notes-table.ts'
import { until } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()
const start = async (...options: Parameters<typeof startNotesTable>) => keep(await startNotesTable(...options))
const onDisk = (table: NotesTable) => JSON.stringify([...table.board.texts(table.meetingId)])

describe('notes that several people write at once', () => {
  it('end up the same with four people typing, and the same again when the host reopens its files', async () => {
    const storage = memoryStorage()
    const table = await start({ storage })
    const four = ['甲', '乙', '丙', '丁'].map((name) => ({ name, at: table.client(writer(name)) }))
    await Promise.all(four.map(({ at }) => at.live()))
    for (let round = 0; round < 20; round++) {
      for (const { at, name } of four) at.type(`${name}${round} `, table.items[round % 2])
      await new Promise((turn) => setImmediate(turn))
    }
    await until(() => four.every(({ at }) => at.client.status.unsaved === 0), 'everything to be saved')
    const texts = () => four.map(({ at }) => table.items.map((item) => at.text(item)).join('|'))
    await until(() => new Set(texts()).size === 1, 'everybody to see the same')
    const [text = ''] = texts()
    for (const { name } of four) for (let round = 0; round < 20; round++) expect(text).toContain(`${name}${round} `)

    const before = onDisk(table)
    await table.close()
    const again = await start({ storage, meetingId: table.meetingId, items: [...table.items] })
    expect(onDisk(again)).toBe(before)
    const reader = again.client(writer('戊', 'read'))
    await reader.live()
    expect(again.items.map((item) => reader.text(item)).join('|')).toBe(text)
  })

  it('begin with one empty paragraph for each item, also after a restart and a second call', async () => {
    const storage = memoryStorage()
    const table = await start({ storage })
    await table.board.withItems(table.meetingId, table.items)
    await table.close()
    const again = await start({ storage, meetingId: table.meetingId, items: [...table.items] })
    const texts = again.board.texts(again.meetingId)
    expect([...texts.values()]).toEqual(again.items.map(() => ({ type: 'doc', content: [{ type: 'paragraph' }] })))
  })

  it('keep what was typed while the line was down, and send it when it is back', async () => {
    const table = await start()
    const [one, other] = [table.client(writer('甲')), table.client(writer('乙'))]
    await Promise.all([one.live(), other.live()])
    one.down = true
    one.cut()
    await until(() => one.client.status.at === 'offline')
    one.type('断线时写的')
    other.type('在线时写的')
    await until(() => one.client.status.unsaved > 0)
    one.down = false
    await until(() => other.text().includes('断线时写的') && one.text().includes('在线时写的'), 'both texts')
    await until(() => one.client.status.unsaved === 0)
    expect(one.text()).toBe(other.text())
  })

  it('keep on the device what the host does not have, over a reload, and forget it once it is saved', async () => {
    const table = await start()
    const store = keepInMemory()
    const person = writer('甲')
    const page = table.client(person, store)
    await page.live()
    page.down = true
    page.cut()
    await until(() => page.client.status.at === 'offline')
    page.type('还没有送到')
    await until(() => store.bytes !== null, 'the device to keep it')
    page.client.end()
    const reloaded = table.client(person, store)
    expect(reloaded.text()).toContain('还没有送到')
    expect(reloaded.client.status.unsaved).toBe(1)
    await until(() => onDisk(table).includes('还没有送到'), 'the host to have it')
    await until(() => store.bytes === null, 'the device to forget it')
    expect(reloaded.client.status.savedAt).not.toBeNull()
  })

  it('take in what peers brought while a writer had no line to the host', async () => {
    const table = await start()
    const [near, far] = [table.client(writer('甲')), table.client(writer('乙'))]
    await Promise.all([near.live(), far.live()])
    far.down = true
    far.cut()
    await until(() => far.client.status.at === 'offline')
    // The direct line between the two pages: what one writes reaches the other, but not the host.
    far.client.doc.on('update', (update: Uint8Array) => Y.applyUpdate(near.client.doc, update, 'a peer'))
    far.type('经同伴转来')
    expect(near.text()).toContain('经同伴转来')
    await until(() => onDisk(table).includes('经同伴转来'), 'the host to be given it by the peer')
    far.client.doc.destroy()
  })

  it('are sent to a joiner from the cache until they change', async () => {
    const table = await start()
    const person = table.client(writer('甲'))
    await person.live()
    person.type('先写的')
    await until(() => person.client.status.unsaved === 0)
    const first = table.client(writer('乙'))
    await first.live()
    expect(first.text()).toContain('先写的')
    person.type('后写的')
    await until(() => person.client.status.unsaved === 0)
    const second = table.client(writer('丙'))
    await second.live()
    expect(second.text()).toContain('先写的后写的')
  })

  it('do not send a page its own updates back', async () => {
    const table = await start()
    const one = table.client(writer('甲'))
    await one.live()
    one.type('自己写的')
    await until(() => one.client.status.unsaved === 0)
    expect(one.heard.filter(({ kind }) => kind === 'update')).toEqual([])
  })
})

describe('the disk of the notes', () => {
  it('has an update before anybody else sees it and before its author is told that it is saved', async () => {
    const held = heldBack()
    const table = await start({ storage: held.storage })
    const [one, other] = [table.client(writer('甲')), table.client(writer('乙'))]
    await Promise.all([one.live(), other.live()])
    held.hold()
    one.type('还在路上')
    await until(() => held.waiting > 0, 'the sync to be asked for')
    const late = await table.raw()
    late.auth(table.pass(writer('丙')).token)
    late.send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
    // The host answers other things meanwhile, so that nothing here is merely slow.
    const witness = await table.raw()
    witness.auth(table.pass(writer('丁')).token)
    await witness.alive()
    await late.alive()
    expect(other.text()).toBe('')
    expect(late.of('syncStep2')).toEqual([])
    expect(one.client.status.unsaved).toBe(1)
    held.release()
    await until(() => other.text().includes('还在路上'))
    await until(() => one.client.status.unsaved === 0)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await late.heard('syncStep2')).update)
    expect(doc.getXmlFragment(table.items[0]).toString()).toContain('还在路上')
  })

  it('stops everything when it fails: nothing is relayed or acknowledged, everybody is told', async () => {
    const held = heldBack()
    const table = await start({ storage: held.storage })
    const [one, other] = [table.client(writer('甲')), table.client(writer('乙'))]
    await Promise.all([one.live(), other.live()])
    held.fail()
    one.type('写不进去')
    await until(() => table.failures.length === 1, 'the failure')
    await until(() => other.client.status.at === 'refused', 'the other page to be told')
    expect(one.client.status.unsaved).toBe(1)
    expect(other.text()).toBe('')
    expect(table.board.pass(table.meetingId, writer('丙'))).toBeNull()
    expect(table.log).toContainEqual({ event: 'notesClosed', reason: 'storageFailed' })
  })

  it('may end in a torn line: it is kept beside the file, and the rest is there', async () => {
    const storage = memoryStorage()
    const table = await start({ storage })
    const one = table.client(writer('甲'))
    await one.live()
    one.type('写完了的')
    await until(() => one.client.status.unsaved === 0)
    await table.close()
    const path = `notes/${table.meetingId}.jsonl`
    const bytes = (await storage.read(path)) ?? new Uint8Array()
    await storage.write(path, Buffer.concat([bytes, Buffer.from('{"seq":99,"at":1,"ver')]))
    const again = await start({ storage, meetingId: table.meetingId, items: [...table.items] })
    expect(onDisk(again)).toContain('写完了的')
    const torn = again.log.find((entry) => entry.event === 'notesTorn')
    expect(torn).toMatchObject({ meetingId: table.meetingId })
    expect((await storage.list('notes')).some((name) => name.includes('.torn-'))).toBe(true)
  })

  it('may be damaged in the middle: nobody gets in and nothing on it is touched', async () => {
    const storage = memoryStorage()
    const table = await start({ storage })
    const one = table.client(writer('甲'))
    await one.live()
    for (const text of ['一', '二', '三']) {
      one.type(text)
      await until(() => one.client.status.unsaved === 0)
    }
    await table.close()
    const path = `notes/${table.meetingId}.jsonl`
    const text = Buffer.from((await storage.read(path)) ?? []).toString()
    const damaged = Buffer.from(text.replace(/"update":"./, '"update":"!'))
    await storage.write(path, damaged)
    const again = await start({ storage, meetingId: table.meetingId, items: [...table.items] })
    expect(again.log).toContainEqual(expect.objectContaining({ event: 'notesDamaged', line: 2 }))
    expect(again.board.pass(again.meetingId, writer('甲'))).toBeNull()
    expect(Buffer.from((await storage.read(path)) ?? [])).toEqual(damaged)
  })
})

/** Storage whose syncs wait, or fail, when told to. */
function heldBack() {
  const whole = memoryStorage()
  let gate: Promise<void> | null = null
  let open: () => void = () => undefined
  let failing = false
  const held = {
    waiting: 0,
    hold: () => {
      gate = new Promise((release) => {
        open = release
      })
    },
    release: () => {
      gate = null
      open()
    },
    fail: () => {
      failing = true
    },
    storage: {
      ...whole,
      openLog: async (path: string) => {
        const log = await whole.openLog(path)
        return {
          ...log,
          sync: async () => {
            held.waiting += gate === null ? 0 : 1
            await gate
            if (failing) throw new Error('EIO: the disk is gone')
            await log.sync()
          },
        }
      },
    },
  }
  return held
}

it('a typed text has its place in the JSON that papers are made of', async () => {
  const table = await start()
  const raw = await table.raw()
  const doc = await raw.join(table.pass(writer('甲')), { clientId: 7 })
  const before = Y.encodeStateVector(doc)
  typeInto(doc, table.items[0], '正文')
  raw.send({ kind: 'update', update: Y.encodeStateAsUpdate(doc, before) })
  await raw.heard('saved')
  expect(table.board.texts(table.meetingId).get(table.items[0])).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }],
  })
  raw.close()
})
