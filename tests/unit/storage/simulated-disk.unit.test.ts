import { describe, expect, it } from 'vitest'
import {
  type SimulatedDisk,
  type SimulatedDiskOptions,
  simulatedDisk,
} from '../../../main/host/storage/simulated-disk.ts'
import { PowerCut } from '../../../main/host/storage/simulated-machine.ts'
import type { LogFile } from '../../../main/host/storage/storage.ts'
import { seededRandom, seeds } from '../../fixtures/seeded-random.ts'

/** Three pages and a half of letters, so that a lost page can be told from every other. */
const FRESH = new Uint8Array(1_800).map((_, index) => 97 + (index % 26))
const OLD = new Uint8Array(700).fill(48)
const SEEDS = 500

type Found = { readonly names: readonly string[]; readonly bytes: Uint8Array | null }

/** What a start finds in `hall` and in `hall/file` after this was done and the power was cut, for every seed. */
async function afterCuts(
  act: (disk: SimulatedDisk) => Promise<unknown>,
  options: Partial<SimulatedDiskOptions> = {},
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const seed of seeds(SEEDS)) {
    const disk = simulatedDisk({ random: seededRandom(seed), ...options })
    await disk.makeDir('hall')
    await act(disk)
    const next = disk.powerCut()
    found.push({ names: await next.list('hall'), bytes: await next.read('hall/file') })
  }
  return found
}

async function syncedLog(disk: SimulatedDisk): Promise<LogFile> {
  const log = await disk.openLog('hall/file')
  await log.append(OLD)
  await log.sync()
  await disk.syncDir('hall')
  return log
}

const same = (left: Uint8Array | null, right: Uint8Array) => left !== null && Buffer.compare(left, right) === 0
const both = Buffer.concat([OLD, FRESH])

describe('after a power cut the simulated disk', () => {
  it('has everything that was synced, over all seeds', async () => {
    const found = await afterCuts(async (disk) => {
      const log = await syncedLog(disk)
      await log.append(FRESH)
      await log.sync()
      await disk.write('hall/other', FRESH)
      await disk.syncFile('hall/other')
      await disk.rename('hall/other', 'hall/named')
      await disk.syncDir('hall')
    })
    for (const { names, bytes } of found) {
      expect(names).toEqual(['file', 'named'])
      expect(same(bytes, both)).toBe(true)
    }
  })

  it('never loses what was synced before an append that was not', async () => {
    const found = await afterCuts(async (disk) => {
      const log = await syncedLog(disk)
      await log.append(FRESH)
    })
    for (const { bytes } of found) expect(same((bytes ?? OLD).subarray(0, OLD.length), OLD)).toBe(true)
  })

  it('may have kept an append that was not synced, lost it, or kept a part of its length', async () => {
    const found = await afterCuts(async (disk) => (await syncedLog(disk)).append(FRESH))
    const lengths = found.map(({ bytes }) => bytes?.length ?? 0)
    expect(found.some(({ bytes }) => same(bytes, both))).toBe(true)
    expect(lengths).toContain(OLD.length)
    expect(lengths.some((length) => length > OLD.length && length < both.length)).toBe(true)
  })

  it('may have zeros where a page was lost, in the middle or at the end, even past the end', async () => {
    const found = await afterCuts(async (disk) => (await syncedLog(disk)).append(FRESH))
    const page = (bytes: Uint8Array | null, index: number) => [...(bytes ?? []).slice(index * 512, (index + 1) * 512)]
    const zeros = (bytes: readonly number[]) => bytes.length === 512 && bytes.every((byte) => byte === 0)
    expect(found.some(({ bytes }) => zeros(page(bytes, 2)) && page(bytes, 3).some((byte) => byte !== 0))).toBe(true)
    expect(found.some(({ bytes }) => bytes !== null && bytes.length > OLD.length && bytes.at(-1) === 0)).toBe(true)
    expect(found.some(({ bytes }) => (bytes?.length ?? 0) > both.length)).toBe(true)
  })

  it('may have torn a page in its middle', async () => {
    const found = await afterCuts(async (disk) => (await syncedLog(disk)).append(FRESH))
    const torn = found.filter(({ bytes }) => {
      const page = bytes?.slice(1024, 1536) ?? new Uint8Array()
      return page.length === 512 && page.includes(0) && page.some((byte) => byte !== 0)
    })
    expect(torn.length).toBeGreaterThan(0)
  })

  it('may have any mixture of old and new where a file was replaced without a sync', async () => {
    const found = await afterCuts(async (disk) => {
      await syncedLog(disk)
      await disk.write('hall/file', FRESH)
    })
    expect(found.some(({ bytes }) => same(bytes, OLD))).toBe(true)
    expect(found.some(({ bytes }) => same(bytes, FRESH))).toBe(true)
    expect(found.some(({ bytes }) => bytes?.includes(48) && bytes.includes(97))).toBe(true)
    expect(found.some(({ bytes }) => (bytes?.length ?? 0) < OLD.length)).toBe(true)
  })

  it('may have lost a file whose folder was not synced, although its content was', async () => {
    const found = await afterCuts(async (disk) => {
      await disk.write('hall/file', FRESH)
      await disk.syncFile('hall/file')
    })
    expect(found.some(({ names }) => names.length === 0)).toBe(true)
    const kept = found.filter(({ names }) => names.length === 1)
    expect(kept.length).toBeGreaterThan(0)
    for (const { bytes } of kept) expect(same(bytes, FRESH)).toBe(true)
  })

  it('may have undone a rename: the old file is back, and the new one has its old name', async () => {
    const found = await afterCuts(async (disk) => {
      await syncedLog(disk)
      await disk.write('hall/file.tmp', FRESH)
      await disk.syncFile('hall/file.tmp')
      await disk.syncDir('hall')
      await disk.rename('hall/file.tmp', 'hall/file')
    })
    const undone = found.filter(({ names }) => names.length === 2)
    expect(undone.length).toBeGreaterThan(0)
    expect(undone.length).toBeLessThan(SEEDS)
    for (const { bytes } of undone) expect(same(bytes, OLD)).toBe(true)
    for (const { names, bytes } of found) if (names.length === 1) expect(same(bytes, FRESH)).toBe(true)
  })

  it('may have a removed file again', async () => {
    const found = await afterCuts(async (disk) => {
      await syncedLog(disk)
      await disk.remove('hall/file')
    })
    expect(new Set(found.map(({ bytes }) => bytes?.length ?? null))).toEqual(new Set([OLD.length, null]))
  })

  it('has a log as short as it was cut', async () => {
    const found = await afterCuts(async (disk) => (await syncedLog(disk)).truncate(10))
    for (const { bytes } of found) expect(bytes?.length).toBe(10)
  })

  it('has the folders that were made', async () => {
    const disk = simulatedDisk({ random: seededRandom(1) })
    await disk.makeDir('a/b')
    await disk.powerCut().write('a/b/c', OLD)
  })

  it.each([
    ['fdatasync', (disk: SimulatedDisk) => syncedLog(disk)],
    [
      'fileSync',
      async (disk: SimulatedDisk) => {
        await disk.write('hall/file', OLD)
        await disk.syncFile('hall/file')
        await disk.syncDir('hall')
      },
    ],
    ['dirSync', (disk: SimulatedDisk) => syncedLog(disk)],
  ] as const)('loses synced work when it ignores %s', async (ignore, act) => {
    const found = await afterCuts(act, { ignore })
    expect(found.some(({ bytes }) => !same(bytes, OLD))).toBe(true)
  })
})

describe('cutting the power of the simulated disk', () => {
  it('ends every operation under way and every later one with PowerCut', async () => {
    const disk = simulatedDisk({ random: seededRandom(3) })
    await disk.makeDir('hall')
    const log = await disk.openLog('hall/file')
    const running = [log.append(FRESH), disk.write('hall/a', OLD), disk.list('hall')]
    disk.powerCut()
    for (const operation of running) await expect(operation).rejects.toThrow(PowerCut)
    await expect(disk.read('hall/a')).rejects.toThrow(PowerCut)
    await expect(log.sync()).rejects.toThrow(PowerCut)
    await expect(disk.lock()).rejects.toThrow(PowerCut)
  })

  it('is possible at every step, also in the middle of an operation', async () => {
    const outcomes = new Set<string>()
    for (const seed of seeds(100)) {
      let next: SimulatedDisk | null = null
      const disk: SimulatedDisk = simulatedDisk({
        random: seededRandom(seed),
        onStep: (step) => {
          if (step === 1 + (seed % 6)) next = disk.powerCut({ onStep: () => {} })
        },
      })
      await expect(disk.write('file', FRESH).then(() => disk.syncFile('file'))).rejects.toThrow(PowerCut)
      const found = await ((next as SimulatedDisk | null)?.read('file') ?? null)
      outcomes.add(found === null ? 'missing' : same(found, FRESH) ? 'whole' : 'partial')
    }
    expect(outcomes).toEqual(new Set(['missing', 'partial', 'whole']))
  })

  it('frees the lock', async () => {
    const disk = simulatedDisk({ random: seededRandom(1) })
    expect((await disk.lock()).ok).toBe(true)
    expect((await disk.powerCut().lock()).ok).toBe(true)
  })

  it('tells the same story for the same seed', async () => {
    const story = async () => {
      const disk = simulatedDisk({ random: seededRandom(42) })
      await disk.write('file', FRESH)
      return disk.powerCut().read('file')
    }
    expect(await story()).toEqual(await story())
  })
})

describe('killing the process on the simulated disk', () => {
  it('loses nothing that was written, and still loses what is not synced when the power goes later', async () => {
    let lost = 0
    for (const seed of seeds(50)) {
      const disk = simulatedDisk({ random: seededRandom(seed) })
      const log = await disk.openLog('file')
      await log.append(FRESH)
      const next = disk.kill()
      await expect(log.sync()).rejects.toThrow(PowerCut)
      expect(same(await next.read('file'), FRESH)).toBe(true)
      if (!same(await next.powerCut().read('file'), FRESH)) lost++
    }
    expect(lost).toBeGreaterThan(0)
  })
})

describe('a failing simulated disk', () => {
  it('says that it is full, and may have taken the first part of the append', async () => {
    const lengths = new Set<number>()
    for (const seed of seeds(50)) {
      const disk = simulatedDisk({ random: seededRandom(seed) })
      const log = await disk.openLog('file')
      disk.failNext('append')
      await expect(log.append(FRESH)).rejects.toMatchObject({ code: 'ENOSPC' })
      const bytes = (await disk.read('file')) ?? new Uint8Array()
      expect(same(bytes, FRESH.subarray(0, bytes.length))).toBe(true)
      lengths.add(bytes.length)
    }
    expect(lengths.size).toBeGreaterThan(10)
  })

  it('forgets after a failed sync what it did not write: the next sync succeeds and the bytes are gone', async () => {
    let lost = 0
    for (const seed of seeds(50)) {
      const disk = simulatedDisk({ random: seededRandom(seed) })
      const log = await disk.openLog('file')
      await disk.syncDir('')
      await log.append(FRESH)
      disk.failNext('sync')
      await expect(log.sync()).rejects.toMatchObject({ code: 'EIO' })
      await log.sync()
      expect(same(await disk.read('file'), FRESH)).toBe(true)
      if (!same(await disk.powerCut().read('file'), FRESH)) lost++
    }
    expect(lost).toBeGreaterThan(0)
  })

  it.each(['write', 'syncFile', 'rename', 'syncDir'] as const)('fails the next %s only', async (operation) => {
    const disk = simulatedDisk({ random: seededRandom(5) })
    await disk.write('a', OLD)
    const run = {
      write: () => disk.write('a', FRESH),
      syncFile: () => disk.syncFile('a'),
      rename: () => disk.rename('a', 'b'),
      syncDir: () => disk.syncDir(''),
    }[operation]
    disk.failNext(operation, new Error('on demand'))
    await expect(run()).rejects.toThrow('on demand')
    await expect(run()).resolves.toBeUndefined()
  })
})
