import { describe, expect, it } from 'vitest'
import { type DocumentOptions, openDocument } from '../../../main/host/documents/document.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import { simulatedDisk } from '../../../main/host/storage/simulated-disk.ts'
import type { Storage } from '../../../main/host/storage/storage.ts'
import { seededRandom } from '../../fixtures/seeded-random.ts'

type Names = { readonly names: readonly string[] }

const PATH = 'documents/names.json'
const add =
  (name: string) =>
  (data: Names): Names => ({ names: [...data.names, name] })

function parseNames(value: unknown): Names {
  if (typeof value !== 'object' || value === null || !('names' in value) || !Array.isArray(value.names)) {
    throw new TypeError('no names')
  }
  return { names: value.names.map(String) }
}

function options(storage: Storage, more: Partial<DocumentOptions<Names>> = {}): DocumentOptions<Names> {
  return { storage, path: PATH, version: 1, upgrade: [], parse: parseNames, initial: { names: [] }, ...more }
}

async function open(storage: Storage, more: Partial<DocumentOptions<Names>> = {}) {
  const result = await openDocument(options(storage, more))
  if (!result.ok) throw new Error(`damage: ${result.damage.reason}`)
  return result.document
}

async function holding(text: string | Uint8Array): Promise<Storage> {
  const storage = memoryStorage()
  await storage.makeDir('documents')
  await storage.write(PATH, typeof text === 'string' ? Buffer.from(text) : text)
  return storage
}

/** A storage that counts its writes. */
function counting(storage: Storage): { readonly storage: Storage; readonly writes: () => number } {
  let writes = 0
  const write = (path: string, bytes: Uint8Array) => {
    writes++
    return storage.write(path, bytes)
  }
  return { storage: { ...storage, write }, writes: () => writes }
}

describe('a document', () => {
  it('begins as its initial value, and nothing is written before the first update', async () => {
    const storage = memoryStorage()
    const document = await open(storage)
    expect(document.data).toEqual({ names: [] })
    expect(await storage.list('documents')).toEqual([])
  })

  it('is there again after an update, with its version beside it', async () => {
    const storage = memoryStorage()
    const document = await open(storage)
    await document.update(add('张'))
    expect((await open(storage)).data).toEqual({ names: ['张'] })
    const text = new TextDecoder().decode((await storage.read(PATH)) ?? undefined)
    expect(JSON.parse(text)).toEqual({ version: 1, data: { names: ['张'] } })
    expect(await storage.list('documents')).toEqual(['names.json'])
  })

  it('shows an update only when it is on disk', async () => {
    const document = await open(simulatedDisk({ random: seededRandom(1) }))
    const update = document.update(add('a'))
    expect(document.data.names).toEqual([])
    await update
    expect(document.data.names).toEqual(['a'])
  })

  it('applies updates that come together in order, each on the one before, in few writes', async () => {
    const { storage, writes } = counting(simulatedDisk({ random: seededRandom(2) }))
    const document = await open(storage)
    const names = Array.from({ length: 50 }, (_, index) => `n${index}`)
    await Promise.all(names.map((name) => document.update(add(name))))
    expect(document.data.names).toEqual(names)
    expect((await open(storage)).data.names).toEqual(names)
    expect(writes()).toBe(2)
  })

  it('leaves out a change that throws, and only that', async () => {
    const document = await open(simulatedDisk({ random: seededRandom(3) }))
    const refuse = () => {
      throw new RangeError('not this one')
    }
    const results = await Promise.allSettled([
      document.update(add('a')),
      document.update(refuse),
      document.update(add('b')),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(document.data.names).toEqual(['a', 'b'])
    await expect(document.update(refuse)).rejects.toThrow('not this one')
    await document.update(add('c'))
    expect(document.data.names).toEqual(['a', 'b', 'c'])
  })

  it('ignores and removes what an interrupted write left', async () => {
    const storage = await holding('{"version":1,"data":{"names":["kept"]}}')
    await storage.write(`${PATH}.tmp`, Buffer.from('{"version":1,"da'))
    expect((await open(storage)).data.names).toEqual(['kept'])
    expect(await storage.list('documents')).toEqual(['names.json'])
  })

  it('may lie in the data folder itself', async () => {
    const storage = memoryStorage()
    await (await open(storage, { path: 'names.json' })).update(add('a'))
    expect(await storage.list('')).toEqual(['names.json'])
  })
})

describe.each(['write', 'syncFile', 'rename', 'syncDir'] as const)('a document whose %s fails', (operation) => {
  it('rejects the updates of that write, keeps the old value, and takes the next ones', async () => {
    const disk = simulatedDisk({ random: seededRandom(4) })
    const document = await open(disk)
    await document.update(add('a'))
    await new Promise((resolve) => setImmediate(resolve))
    disk.failNext(operation, new Error('on demand'))
    const lost = document.update(add('lost'))
    const next = document.update(add('b'))
    await expect(lost).rejects.toThrow('on demand')
    await next
    expect(document.data.names).toEqual(['a', 'b'])
    expect((await open(disk.powerCut())).data.names).toEqual(['a', 'b'])
  })

  it('can still be read on disk', async () => {
    const disk = simulatedDisk({ random: seededRandom(5) })
    const document = await open(disk)
    await document.update(add('a'))
    disk.failNext(operation)
    await expect(document.update(add('b'))).rejects.toThrow()
    const found = (await open(disk.kill())).data.names
    expect(found).toEqual(operation === 'syncDir' ? ['a', 'b'] : ['a'])
  })
})

describe('a file that is no document of this app', () => {
  it.each([
    ['', 'notJson'],
    ['{"version":1,"data":{"na', 'notJson'],
    [Uint8Array.of(0x22, 0xff, 0x22), 'notJson'],
    [new Uint8Array(100), 'notJson'],
    ['null', 'wrongShape'],
    ['[]', 'wrongShape'],
    ['{"names":[]}', 'wrongShape'],
    ['{"version":0,"data":{"names":[]}}', 'wrongShape'],
    ['{"version":"1","data":{"names":[]}}', 'wrongShape'],
    ['{"version":1}', 'wrongShape'],
    ['{"version":1,"data":{"people":[]}}', 'wrongShape'],
    ['{"version":2,"data":{"names":[]}}', 'newerVersion'],
    ['{"version":2,"data":{"renamed":[]}}', 'newerVersion'],
  ] as const)('is refused and left as it is: %s %s', async (content, reason) => {
    const storage = await holding(content)
    const before = await storage.read(PATH)
    expect(await openDocument(options(storage))).toEqual({ ok: false, damage: { path: PATH, reason } })
    expect(await storage.read(PATH)).toEqual(before)
  })
})

describe('a document of an older data version', () => {
  const upgrade = [
    (old: unknown) => ({ people: (old as { folk: unknown }).folk }),
    (old: unknown) => ({ names: (old as { people: unknown }).people }),
  ]

  it('is lifted step by step, and written in the new form by the next update', async () => {
    const storage = await holding('{"version":1,"data":{"folk":["a"]}}')
    const document = await open(storage, { version: 3, upgrade })
    expect(document.data).toEqual({ names: ['a'] })
    await document.update(add('b'))
    expect((await open(storage, { version: 3, upgrade })).data.names).toEqual(['a', 'b'])
    expect(await openDocument(options(storage))).toMatchObject({ damage: { reason: 'newerVersion' } })
  })

  it('takes only the steps it needs', async () => {
    const storage = await holding('{"version":2,"data":{"people":["a"]}}')
    expect((await open(storage, { version: 3, upgrade })).data.names).toEqual(['a'])
  })

  it('is damaged when a step cannot take it', async () => {
    const storage = await holding('{"version":1,"data":null}')
    expect(await openDocument(options(storage, { version: 3, upgrade }))).toMatchObject({ ok: false })
  })

  it('needs one step for each version', async () => {
    await expect(open(memoryStorage(), { version: 2 })).rejects.toThrow('needs 1 upgrades')
  })
})
