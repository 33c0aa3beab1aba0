import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Batch } from '../../../main/host/journal/batch-line.ts'
import { JournalClosed, MAX_BATCH_BYTES } from '../../../main/host/journal/group-commit.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import { batchesOf, idsIn, linesOf, type Note, note, open, PATH } from './notes.ts'

const textOf = async (storage: { read(path: string): Promise<Uint8Array | null> }) =>
  Buffer.from((await storage.read(PATH)) ?? new Uint8Array()).toString()

describe('a new journal', () => {
  it('has a header before anything is appended, and no batches', async () => {
    const storage = memoryStorage()
    const opened = await open(storage)
    expect(await textOf(storage)).toMatch(
      /^\{"journal":"yishiting","stream":"meeting\/m1","version":1,"at":1000,"hash":"[0-9a-f]{64}"\}\n$/,
    )
    expect(opened.opened).toMatchObject({ lastSeq: 0, torn: null })
    expect(opened.opened.hashAt(0)).toBe(opened.journal.lastHash)
    expect(batchesOf(opened)).toEqual([])
  })

  it('writes one line a batch, whose hash is over everything before it and whose prev is the line before', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    const header = journal.lastHash
    const batch = await journal.append([note(1), note(2)])
    const line = (await textOf(storage)).split('\n')[1] ?? ''
    const hashed = createHash('sha256')
      .update(line.slice(0, line.indexOf(',"hash":"')))
      .digest('hex')
    const events = JSON.stringify([note(1), note(2)])
    expect(line).toBe(`{"seq":1,"at":1001,"version":1,"events":${events},"prev":"${header}","hash":"${hashed}"}`)
    expect(batch).toEqual({ seq: 1, at: 1001, events: [note(1), note(2)], hash: hashed })
    expect(journal).toMatchObject({ lastSeq: 1, lastHash: hashed })
  })
})

describe('opening a journal again', () => {
  it('gives back every batch, and goes on with the next number on the same chain', async () => {
    const storage = memoryStorage()
    const first = await open(storage)
    const written = [await first.journal.append([note(1)]), await first.journal.append([note(2), note(3)])]
    await first.journal.close()
    const second = await open(storage)
    expect(batchesOf(second)).toEqual(written)
    expect((await second.journal.append([note(4)])).seq).toBe(3)
    await second.journal.close()
    expect(idsIn(batchesOf(await open(storage)))).toEqual([1, 2, 3, 4])
  })

  it('decodes only what a snapshot does not hold, and says whether the snapshot is of this journal', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    const written: Batch<Note>[] = []
    for (const id of [1, 2, 3]) written.push(await journal.append([note(id)]))
    const parsed: unknown[] = []
    const { opened } = await open(storage, {
      parseEvent: (event) => {
        parsed.push(event)
        return event as Note
      },
    })
    expect(opened.batchesAfter(2)).toEqual({ ok: true, batches: written.slice(2) })
    expect(parsed).toEqual([note(3)])
    expect(opened.hashAt(2)).toBe(written[1]?.hash)
    expect(opened.hashAt(4)).toBeNull()
  })

  it('refuses an event that is none of this stream, with its line', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    await journal.append([note(1)])
    await journal.append([note(2)])
    const { opened } = await open(storage, {
      parseEvent: (event) => {
        if ((event as Note).data.id === 2) throw new TypeError('no such event')
        return event as Note
      },
    })
    expect(opened.batchesAfter(0)).toEqual({
      ok: false,
      damage: { line: 3, reason: 'badEvent', detail: 'TypeError: no such event' },
    })
  })

  it('keeps text whole that looks like lines, quotes or other alphabets', async () => {
    const storage = memoryStorage()
    const odd = '一\n{"seq":1}\u2028"\\\u0000😀\ud800,"hash":"'
    const { journal } = await open(storage)
    await journal.append([note(1, odd)])
    await journal.append([note(2, odd)])
    expect(batchesOf(await open(storage)).map((batch) => batch.events[0]?.data.text)).toEqual([odd, odd])
  })
})

describe('group commit', () => {
  it('puts all that is handed in during one write and sync into the next batch', async () => {
    const durable: Batch<Note>[] = []
    const { journal } = await open(memoryStorage(), { onDurable: (batch) => durable.push(batch) })
    const ids = Array.from({ length: 300 }, (_, index) => index)
    const batches = await Promise.all(ids.map((id) => journal.append([note(id)])))
    expect(durable.map((batch) => batch.events.length)).toEqual([1, 299])
    expect(idsIn(durable)).toEqual(ids)
    expect(new Set(batches)).toEqual(new Set(durable))
    ids.forEach((id) => {
      expect(batches[id]?.events).toContainEqual(note(id))
    })
  })

  it('never splits the events of one append', async () => {
    const durable: Batch<Note>[] = []
    const { journal } = await open(memoryStorage(), { onDurable: (batch) => durable.push(batch) })
    const third = 'x'.repeat(MAX_BATCH_BYTES / 3)
    const appends = [[note(0)], ...[1, 2, 3, 4].map((id) => [note(id, third), note(id + 10)])]
    await Promise.all(appends.map((events) => journal.append(events)))
    expect(durable.map((batch) => batch.events.length)).toEqual([1, 4, 4])
  })

  it('writes a single append that is over the limit as one batch', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    const large = note(2, '长'.repeat(MAX_BATCH_BYTES))
    const batches = await Promise.all([journal.append([note(1)]), journal.append([large]), journal.append([note(3)])])
    expect(batches.map((batch) => batch.seq)).toEqual([1, 2, 3])
    expect(batchesOf(await open(storage))[1]?.events).toEqual([large])
  })

  it('tells of a batch before the appends in it resolve', async () => {
    const order: string[] = []
    const { journal } = await open(memoryStorage(), { onDurable: (batch) => order.push(`durable ${batch.seq}`) })
    const append = (id: number) => journal.append([note(id)]).then((batch) => order.push(`resolved ${batch.seq}`))
    await Promise.all([append(1), append(2), append(3)])
    expect(order).toEqual(['durable 1', 'resolved 1', 'durable 2', 'resolved 2', 'resolved 2'])
  })

  it('never lets the time of a batch go backwards, also over a restart', async () => {
    const storage = memoryStorage()
    const clock = [5_000, 6_000, 4_000.7]
    const { journal } = await open(storage, { now: () => clock.shift() ?? 0 })
    expect((await journal.append([note(1)])).at).toBe(6_000)
    expect((await journal.append([note(2)])).at).toBe(6_000)
    const again = await open(storage, { now: () => 3_000 })
    expect((await again.journal.append([note(3)])).at).toBe(6_000)
  })

  it('rejects what cannot be encoded, and an append of nothing, and goes on', async () => {
    const { journal } = await open(memoryStorage())
    const circle: { self?: unknown } = {}
    circle.self = circle
    await expect(journal.append([circle as unknown as Note])).rejects.toThrow(TypeError)
    await expect(journal.append([])).rejects.toThrow(RangeError)
    expect((await journal.append([note(1)])).seq).toBe(1)
  })

  it('keeps the number of a batch the same however many came before', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    for (let id = 1; id <= 3_000; id++) await journal.append([note(id)])
    expect(journal.lastSeq).toBe(3_000)
    expect(linesOf(Buffer.from((await storage.read(PATH)) ?? []))).toHaveLength(3_001)
  })
})

describe('reading old batches again', () => {
  it('gives the durable batches after a number', async () => {
    const storage = memoryStorage()
    const first = await open(storage)
    await first.journal.append([note(1)])
    await first.journal.close()
    const { journal } = await open(storage)
    await journal.append([note(2)])
    await journal.append([note(3)])
    expect(idsIn(await journal.readFrom(0))).toEqual([1, 2, 3])
    expect(idsIn(await journal.readFrom(1))).toEqual([2, 3])
    expect(await journal.readFrom(3)).toEqual([])
    expect((await journal.readFrom(2)).map((batch) => batch.hash)).toEqual([journal.lastHash])
  })

  it('never shows a batch that is still being written', async () => {
    const storage = memoryStorage()
    let release = () => {}
    const held = {
      ...storage,
      openLog: async (path: string) => {
        const log = await storage.openLog(path)
        let syncs = 0
        const sync = () => (++syncs === 1 ? log.sync() : new Promise<void>((resolve) => (release = resolve)))
        return { ...log, sync }
      },
    }
    const { journal } = await open(held)
    const append = journal.append([note(1)])
    await expect.poll(async () => (await storage.read(PATH))?.includes(10, 200)).toBe(true)
    expect(await journal.readFrom(0)).toEqual([])
    release()
    await append
    expect(idsIn(await journal.readFrom(0))).toEqual([1])
  })

  it('rejects when the file is no longer what was written', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    await journal.append([note(1)])
    await journal.append([note(2)])
    const bytes = (await storage.read(PATH)) ?? new Uint8Array()
    await storage.write(PATH, bytes.subarray(0, bytes.length - 1))
    await expect(journal.readFrom(0)).rejects.toThrow('no longer what was written')
    bytes[200] = (bytes[200] ?? 0) ^ 1
    await storage.write(PATH, bytes)
    await expect(journal.readFrom(0)).rejects.toThrow('no longer what was written')
    await storage.remove(PATH)
    await expect(journal.readFrom(0)).rejects.toThrow('no longer what was written')
  })
})

describe('closing a journal', () => {
  it('writes what was accepted, takes nothing more, and can be asked for twice', async () => {
    const storage = memoryStorage()
    const { journal } = await open(storage)
    const appends = [journal.append([note(1)]), journal.append([note(2)])]
    const closing = journal.close()
    await expect(journal.append([note(3)])).rejects.toThrow(JournalClosed)
    await closing
    await journal.close()
    await Promise.all(appends)
    expect(idsIn(batchesOf(await open(storage)))).toEqual([1, 2])
  })
})
