import { describe, expect, it } from 'vitest'
import { JournalFailed } from '../../../main/host/journal/group-commit.ts'
import { simulatedDisk } from '../../../main/host/storage/simulated-disk.ts'
import { seededRandom, seeds } from '../../fixtures/seeded-random.ts'
import { batchesOf, idsIn, note, open } from './notes.ts'

describe.each(['append', 'sync'] as const)('a journal whose %s fails', (operation) => {
  it('rejects everything pending and everything later with the same error, and says so once', async () => {
    const failures: JournalFailed[] = []
    const disk = simulatedDisk({ random: seededRandom(1) })
    const { journal } = await open(disk, { onFailure: (failure) => failures.push(failure) })
    await journal.append([note(1)])
    disk.failNext(operation, new Error('on demand'))
    const pending = await Promise.allSettled([2, 3, 4].map((id) => journal.append([note(id)])))
    const later = await Promise.allSettled([journal.append([note(5)]), journal.append([note(6)])])
    const reasons = new Set([...pending, ...later].map((result) => result.status === 'rejected' && result.reason))
    expect(reasons).toEqual(new Set(failures))
    expect(failures).toHaveLength(1)
    expect(failures[0]).toBeInstanceOf(JournalFailed)
    expect(failures[0]?.cause).toMatchObject({ message: 'on demand' })
    expect(journal.lastSeq).toBe(1)
  })

  it('never tries again', async () => {
    const disk = simulatedDisk({ random: seededRandom(2) })
    const calls: string[] = []
    const counting = {
      ...disk,
      openLog: async (path: string) => {
        const log = await disk.openLog(path)
        return {
          ...log,
          append: (bytes: Uint8Array) => {
            calls.push('append')
            return log.append(bytes)
          },
          sync: () => {
            calls.push('sync')
            return log.sync()
          },
        }
      },
    }
    const { journal } = await open(counting)
    disk.failNext(operation)
    calls.length = 0
    await Promise.allSettled([1, 2, 3].map((id) => journal.append([note(id)])))
    await journal.close()
    expect(calls).toEqual(operation === 'append' ? ['append'] : ['append', 'sync'])
  })

  it('opens again with everything that was acknowledged, and nothing acknowledged later is lost', async () => {
    for (const seed of seeds(150)) {
      const disk = simulatedDisk({ random: seededRandom(seed) })
      const first = await open(disk)
      await first.journal.append([note(1)])
      disk.failNext(operation)
      await expect(first.journal.append([note(2, 'x'.repeat(1_500))])).rejects.toThrow(JournalFailed)
      await first.journal.close()
      const restarted = seed % 2 === 0 ? disk : disk.kill()
      const second = await open(restarted)
      await second.journal.append([note(3)])
      const third = await open(restarted.powerCut())
      expect([
        [1, 3],
        [1, 2, 3],
      ]).toContainEqual(idsIn(batchesOf(third)))
    }
  })
})

describe('a disk that is full', () => {
  it('leaves part of a batch, which is a torn tail at the next start', async () => {
    let torn = 0
    for (const seed of seeds(20)) {
      const disk = simulatedDisk({ random: seededRandom(seed) })
      const { journal } = await open(disk)
      await journal.append([note(1)])
      disk.failNext('append')
      await expect(journal.append([note(2)])).rejects.toMatchObject({ cause: { code: 'ENOSPC' } })
      await journal.close()
      const next = await open(disk.kill())
      expect(idsIn(batchesOf(next))).toEqual([1])
      if (next.opened.torn !== null) torn++
    }
    expect(torn).toBeGreaterThan(10)
  })
})

describe('opening a journal on a failing disk', () => {
  it.each(['append', 'sync', 'syncDir'] as const)(
    'rejects when %s fails, and the next start makes it',
    async (operation) => {
      const disk = simulatedDisk({ random: seededRandom(3) })
      disk.failNext(operation, new Error('on demand'))
      await expect(open(disk)).rejects.toThrow('on demand')
      const next = disk.kill()
      const { journal } = await open(next)
      await journal.append([note(1)])
      expect(idsIn(batchesOf(await open(next.powerCut())))).toEqual([1])
    },
  )
})

describe('a batch that a killed process wrote and did not sync', () => {
  it('is on disk once the next start has shown it', async () => {
    let shown = 0
    for (const seed of seeds(100)) {
      let killed = simulatedDisk({ random: seededRandom(seed) })
      const disk = killed
      const { journal } = await open(disk)
      const append = journal.append([note(1, 'x'.repeat(1_000))]).catch(() => {})
      for (let turns = seed % 12; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve))
      killed = disk.kill()
      await append
      const seen = idsIn(batchesOf(await open(killed)))
      shown += seen.length
      expect(idsIn(batchesOf(await open(killed.powerCut())))).toEqual(seen)
    }
    expect(shown).toBeGreaterThan(0)
  })
})
