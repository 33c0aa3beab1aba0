import { describe, expect, it } from 'vitest'
import { openDocument } from '../../../main/host/documents/document.ts'
import {
  type SimulatedDisk,
  type SimulatedDiskOptions,
  simulatedDisk,
} from '../../../main/host/storage/simulated-disk.ts'
import { PowerCut } from '../../../main/host/storage/simulated-machine.ts'
import type { Storage } from '../../../main/host/storage/storage.ts'
import { seededRandom, seeds } from '../../fixtures/seeded-random.ts'

const SEEDS = 400
/** Every life begins with what the cut before it left. */
const LIVES = 3
const LATEST_CUT = 60

type Counter = { readonly count: number; readonly filler: string }

function open(storage: Storage) {
  const parse = (value: unknown) => value as Counter
  const initial = { count: 0, filler: '' }
  return openDocument<Counter>({ storage, path: 'documents/counter.json', version: 1, upgrade: [], parse, initial })
}

function onlyPowerCut(error: unknown): null {
  if (error instanceof PowerCut) return null
  throw error
}

type Counted = { acked: number; submitted: number }

/** Counts up until the power goes, from what is found. Says what is wrong with that. */
async function live(disk: SimulatedDisk, counted: Counted, random: () => number): Promise<string | null> {
  const result = await open(disk)
  if (!result.ok) return `damage ${result.damage.reason}`
  const { document } = result
  const found = document.data.count
  if (found < counted.acked) return `${counted.acked} was acknowledged and ${found} found`
  if (found > counted.submitted) return `${found} was never submitted`
  counted.acked = found
  counted.submitted = found
  for (let bursts = 0; bursts < 4; bursts++) {
    const updates = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      counted.submitted++
      const filler = 'x'.repeat(Math.floor(random() * 1_500))
      const update = document.update((data) => ({ count: data.count + 1, filler }))
      return update.then(() => {
        counted.acked++
      })
    })
    const results = await Promise.allSettled(updates)
    for (const update of results) if (update.status === 'rejected') onlyPowerCut(update.reason)
  }
  return null
}

async function tell(seed: number, ignore: SimulatedDiskOptions['ignore']): Promise<string | null> {
  const random = seededRandom(seed)
  const counted: Counted = { acked: 0, submitted: 0 }
  let disk = simulatedDisk({ random, ignore: ignore ?? null })
  for (let life = 0; life < LIVES; life++) {
    const cutAt = 1 + Math.floor(random() * LATEST_CUT)
    const survivor: { disk: SimulatedDisk | null } = { disk: null }
    const wired = disk.kill({
      onStep: (step) => {
        if (step === cutAt) survivor.disk = wired.powerCut({ onStep: () => {} })
      },
    })
    const wrong = await live(wired, counted, random).catch(onlyPowerCut)
    if (wrong !== null) return wrong
    disk = survivor.disk ?? wired.powerCut({ onStep: () => {} })
  }
  return live(disk, counted, random)
}

async function problems(ignore: SimulatedDiskOptions['ignore'] = null): Promise<readonly string[]> {
  const found: string[] = []
  for (const seed of seeds(SEEDS)) {
    const problem = await tell(seed, ignore)
    if (problem !== null) found.push(`seed ${seed}: ${problem}`)
  }
  return found
}

describe('a document over power cuts at any moment', () => {
  it('holds every acknowledged update and is never torn', async () => {
    expect(await problems()).toEqual([])
  })

  it.each(['fileSync', 'dirSync'] as const)('loses an update or is torn without %s', async (ignore) => {
    expect((await problems(ignore)).length).toBeGreaterThan(0)
  })

  it('shows at a start after a kill only what a power cut cannot take back', async () => {
    for (const seed of seeds(200)) {
      const disk = simulatedDisk({ random: seededRandom(seed) })
      const first = await open(disk)
      if (!first.ok) throw new Error('a new document opens')
      const update = first.document.update(() => ({ count: 1, filler: '' })).catch(onlyPowerCut)
      for (let turns = seed % 15; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve))
      const killed = disk.kill()
      await update
      const shown = await open(killed)
      const later = await open(killed.powerCut())
      expect(later.ok && later.document.data).toEqual(shown.ok && shown.document.data)
    }
  })
})
