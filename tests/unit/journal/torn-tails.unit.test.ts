import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../main/host/storage/disk-storage.ts'
import { batchesOf, holding, idsIn, journalBytes, linesOf, note, open, PATH } from './notes.ts'

const NAME = 'm1.journal'

describe('a journal with a torn tail', () => {
  let whole: Buffer
  let lastLine: number
  beforeAll(async () => {
    whole = await journalBytes(3)
    lastLine = whole.length - (linesOf(whole).at(-1)?.length ?? 0)
  })

  it('loses its last line, and only that, wherever in the line the write ended', async () => {
    for (let end = lastLine + 1; end < whole.length - 1; end++) {
      const storage = await holding(whole.subarray(0, end))
      const journal = await open(storage, { now: () => 77 })
      expect(idsIn(batchesOf(journal))).toEqual([1, 2, 3, 4])
      expect(journal.opened.torn).toEqual({ bytes: end - lastLine, keptAs: `${NAME}.torn-77` })
      expect(Buffer.from((await storage.read(PATH)) ?? [])).toEqual(whole.subarray(0, lastLine))
      expect(Buffer.from((await storage.read(`meetings/${NAME}.torn-77`)) ?? [])).toEqual(whole.subarray(lastLine, end))
    }
  })

  it('loses it also when the disk filled it with anything', async () => {
    const cutAt = fc.integer({ min: 1, max: 200 })
    await fc.assert(
      fc.asyncProperty(cutAt, fc.uint8Array({ minLength: 1, maxLength: 700 }), async (cut, garbage) => {
        const bytes = Buffer.concat([whole.subarray(0, lastLine + cut), garbage])
        const journal = await open(await holding(bytes))
        expect(idsIn(batchesOf(journal))).toEqual([1, 2, 3, 4])
        expect(journal.opened.torn?.bytes).toBe(bytes.length - lastLine)
      }),
      { numRuns: 300 },
    )
  })

  it('loses nothing but zeros when the file was only made longer', async () => {
    const journal = await open(await holding(Buffer.concat([whole, Buffer.alloc(900)])))
    expect(idsIn(batchesOf(journal))).toEqual([1, 2, 3, 4, 5, 6])
    expect(journal.opened.torn?.bytes).toBe(900)
  })

  it('goes on where it was cut, and the torn bytes stay beside it', async () => {
    const storage = await holding(whole.subarray(0, whole.length - 5))
    const { journal } = await open(storage)
    expect((await journal.append([note(9)])).seq).toBe(3)
    await journal.close()
    const again = await open(storage)
    expect(idsIn(batchesOf(again))).toEqual([1, 2, 3, 4, 9])
    expect(again.opened.torn).toBeNull()
    expect(await storage.list('meetings')).toEqual([NAME, `${NAME}.torn-1000`])
  })

  it('never overwrites an earlier torn tail', async () => {
    const storage = await holding(whole.subarray(0, whole.length - 5))
    await storage.write(`meetings/${NAME}.torn-77`, Buffer.from('earlier'))
    const { opened } = await open(storage, { now: () => 77 })
    expect(opened.torn?.keptAs).toBe(`${NAME}.torn-78`)
  })

  it('keeps a last batch that is whole but for its newline, and gives it one', async () => {
    const storage = await holding(whole.subarray(0, whole.length - 1))
    const { journal, opened } = await open(storage)
    expect(opened).toMatchObject({ torn: null, lastSeq: 3 })
    expect(Buffer.from((await storage.read(PATH)) ?? [])).toEqual(whole)
    await journal.append([note(7)])
    expect(idsIn(batchesOf(await open(storage)))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('a journal on the real disk', () => {
  it('is repaired and goes on there as well', async () => {
    const root = await mkdtemp(join(tmpdir(), 'yishiting-journal-'))
    const storage = diskStorage(root)
    const first = await open(storage)
    await Promise.all([1, 2, 3].map((id) => first.journal.append([note(id)])))
    await first.journal.close()
    await appendFile(join(root, PATH), '{"seq":3,"at":')
    const second = await open(storage)
    expect(second.opened.torn?.bytes).toBe(14)
    await second.journal.append([note(4)])
    expect(idsIn(await second.journal.readFrom(0))).toEqual([1, 2, 3, 4])
    await second.journal.close()
    await rm(root, { recursive: true })
  })
})

describe('a journal whose making was interrupted', () => {
  it('is new, wherever in the header the write ended', async () => {
    const header = await journalBytes(0)
    for (let end = 0; end < header.length - 1; end++) {
      const storage = await holding(header.subarray(0, end))
      const { journal, opened } = await open(storage)
      expect(opened.lastSeq).toBe(0)
      expect(opened.torn?.bytes ?? 0).toBe(end)
      await journal.append([note(1)])
      await journal.close()
      expect(idsIn(batchesOf(await open(storage)))).toEqual([1])
    }
  })

  it('keeps a header that is whole but for its newline', async () => {
    const header = await journalBytes(0)
    const storage = await holding(header.subarray(0, header.length - 1))
    expect((await open(storage)).opened.torn).toBeNull()
    expect(Buffer.from((await storage.read(PATH)) ?? [])).toEqual(header)
  })

  it('is new when the disk left only zeros', async () => {
    const { journal, opened } = await open(await holding(new Uint8Array(512)))
    expect(opened).toMatchObject({ lastSeq: 0, torn: { bytes: 512 } })
    await journal.append([note(1)])
  })
})
