import { describe, expect, it } from 'vitest'
import { JournalFailed } from '../../../main/host/journal/group-commit.ts'
import { openJournal } from '../../../main/host/journal/journal.ts'
import {
  type SimulatedDisk,
  type SimulatedDiskOptions,
  simulatedDisk,
} from '../../../main/host/storage/simulated-disk.ts'
import { PowerCut } from '../../../main/host/storage/simulated-machine.ts'
import { seededRandom, seeds } from '../../fixtures/seeded-random.ts'
import { idsIn, journalBytes, type Note, note, options, PATH } from './notes.ts'

const SEEDS = 400
/** Three lives of a host on one disk: what a repair leaves must survive the next cut too. */
const LIVES = 3
const LATEST_CUT = 90

type Story = { readonly acked: Set<number>; readonly submitted: number[] }

/** One life: opens, appends in bursts, and loses power at a chosen step. Says what is wrong with what it found. */
async function live(disk: SimulatedDisk, story: Story, random: () => number): Promise<string | null> {
  const result = await openJournal<Note>(options(disk))
  if (!result.ok) return `damage ${result.damage.reason} in line ${result.damage.line}`
  const wrong = problemIn(result.opened.batchesAfter(0), story)
  if (wrong !== null) return wrong
  const appends: Promise<unknown>[] = []
  for (let bursts = 0; bursts < 4; bursts++) {
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      const ids = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, index) => story.submitted.length + index)
      story.submitted.push(...ids)
      const events = ids.map((id) => note(id, 'x'.repeat(Math.floor(random() * 900))))
      const acknowledged = result.journal.append(events).then(() => {
        for (const id of ids) story.acked.add(id)
      })
      appends.push(acknowledged.catch(onlyPowerCut))
    }
    await appends.at(-1)
  }
  await Promise.all(appends)
  return null
}

/** The power may go at any moment; every other error is one of ours. */
function onlyPowerCut(error: unknown): null {
  const cause = error instanceof JournalFailed ? error.cause : error
  if (cause instanceof PowerCut) return null
  throw error
}

function problemIn(
  decoded: { ok: true; batches: Parameters<typeof idsIn>[0] } | { ok: false },
  { acked, submitted }: Story,
): string | null {
  if (!decoded.ok) return 'a batch that cannot be decoded'
  const found = idsIn(decoded.batches)
  if (decoded.batches.some((batch, index) => batch.seq !== index + 1)) return 'a gap'
  if (new Set(found).size !== found.length) return 'something twice'
  if (found.some((id) => !submitted.includes(id))) return 'something never submitted'
  if (found.some((id, index) => index > 0 && id < (found[index - 1] ?? 0))) return 'another order'
  const missing = [...acked].filter((id) => !found.includes(id))
  return missing.length > 0 ? `lost ${missing}` : null
}

/** What went wrong in the lives of one disk, or null. */
async function tell(seed: number, ignore: SimulatedDiskOptions['ignore'] = null): Promise<string | null> {
  const random = seededRandom(seed)
  const story: Story = { acked: new Set(), submitted: [] }
  let disk = simulatedDisk({ random, ignore })
  for (let life = 0; life < LIVES; life++) {
    const cutAt = 1 + Math.floor(random() * LATEST_CUT)
    const survivor: { disk: SimulatedDisk | null } = { disk: null }
    const wired = disk.kill({
      onStep: (step) => {
        if (step === cutAt) survivor.disk = wired.powerCut({ onStep: () => {} })
      },
    })
    const wrong = await live(wired, story, random).catch(onlyPowerCut)
    if (wrong !== null) return wrong
    disk = survivor.disk ?? wired.powerCut({ onStep: () => {} })
  }
  const last = await openJournal<Note>(options(disk))
  return last.ok ? problemIn(last.opened.batchesAfter(0), story) : `damage ${last.damage.reason}`
}

async function problems(ignore: SimulatedDiskOptions['ignore'] = null): Promise<readonly string[]> {
  const found: string[] = []
  for (const seed of seeds(SEEDS)) {
    const problem = await tell(seed, ignore)
    if (problem !== null) found.push(`seed ${seed}: ${problem}`)
  }
  return found
}

describe('a journal over power cuts at any moment', () => {
  it('holds what was acknowledged, once, in order, without gaps, and nothing that was never submitted', async () => {
    expect(await problems()).toEqual([])
  })

  it.each(['fdatasync', 'dirSync'] as const)(
    'loses something acknowledged, or is damaged, without %s',
    async (ignore) => {
      const found = await problems(ignore)
      expect(found.length).toBeGreaterThan(0)
    },
  )
})

describe('a torn tail, while the power is cut again during its repair', () => {
  it('is always found whole, in the journal or beside it', async () => {
    const whole = await journalBytes(2)
    const torn = whole.subarray(0, whole.length - 9)
    const tail = torn.subarray(torn.lastIndexOf(10) + 1)
    let repaired = 0
    for (const seed of seeds(SEEDS)) {
      const prepared = simulatedDisk({ random: seededRandom(seed) })
      await prepared.makeDir('meetings')
      await prepared.write(PATH, torn)
      await prepared.syncFile(PATH)
      await prepared.syncDir('meetings')
      const survivor: { disk: SimulatedDisk | null } = { disk: null }
      const wired = prepared.kill({
        onStep: (step) => {
          if (step === 1 + (seed % 40)) survivor.disk = wired.powerCut({ onStep: () => {} })
        },
      })
      await openJournal(options(wired)).catch(onlyPowerCut)
      const found = survivor.disk ?? wired.powerCut({ onStep: () => {} })
      const names = (await found.list('meetings')).map((name) => `meetings/${name}`)
      const contents = await Promise.all(names.map(async (name) => Buffer.from((await found.read(name)) ?? [])))
      expect(contents.some((content) => content.includes(tail))).toBe(true)
      if (!contents[names.indexOf(PATH)]?.includes(tail)) repaired++
      expect((await openJournal(options(found))).ok).toBe(true)
    }
    expect(repaired).toBeGreaterThan(0)
  })
})

describe('a journal that is written anew after a failed sync, while the power is cut again', () => {
  it('never loses what was acknowledged', async () => {
    for (const seed of seeds(SEEDS)) {
      const failing = simulatedDisk({ random: seededRandom(seed) })
      const first = await openJournal<Note>(options(failing))
      if (!first.ok) throw new Error('a new journal opens')
      await first.journal.append([note(1, 'x'.repeat(1_500))])
      failing.failNext('sync')
      await expect(first.journal.append([note(2)])).rejects.toThrow(JournalFailed)
      const survivor: { disk: SimulatedDisk | null } = { disk: null }
      const wired = failing.kill({
        onStep: (step) => {
          if (step === 1 + (seed % 40)) survivor.disk = wired.powerCut({ onStep: () => {} })
        },
      })
      await openJournal(options(wired)).catch(onlyPowerCut)
      const last = await openJournal<Note>(options(survivor.disk ?? wired.powerCut({ onStep: () => {} })))
      expect(
        last.ok ? problemIn(last.opened.batchesAfter(0), { acked: new Set([1]), submitted: [1, 2] }) : last,
      ).toBeNull()
    }
  })
})
