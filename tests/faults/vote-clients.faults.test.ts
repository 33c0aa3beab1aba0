import { beforeAll, describe, expect, it } from 'vitest'
import { type Stage, setStage } from './votes/stage.ts'
import { noFigures, tellVote } from './votes/tell-vote.ts'

/** `SEEDS=1000` for the long run; `SEEDS=1 SEED=17` replays seed 17 alone. */
const SEEDS = Number(process.env['SEEDS'] ?? 60)
const FIRST_SEED = Number(process.env['SEED'] ?? 1)
/** Confirmed before it is synced, a few votes are enough to lose a ballot. */
const GUARD_SEEDS = 20
const PATIENCE_MS = 120_000 + SEEDS * 3_000

const theSeeds = (count: number) => Array.from({ length: count }, (_, index) => FIRST_SEED + index)

describe('phones that vote through power cuts in the middle of a burst', { timeout: PATIENCE_MS }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  })

  it('whoever was confirmed is counted once, and everybody else is asked again with the choice still there', async () => {
    const figures = noFigures()
    const found: string[] = []
    for (const seed of theSeeds(SEEDS)) {
      const problems = await tellVote(stage, seed, figures)
      if (problems.length > 0) found.push(`SEEDS=1 SEED=${seed}: ${problems.slice(0, 5).join('; ')}`)
    }
    console.log(`${SEEDS} votes from seed ${FIRST_SEED}:`, figures)
    expect(found).toEqual([])
    if (SEEDS < 20) return
    const { cutsDuringStart, midBurst, notOnDisk, onDiskUntold, reloads } = figures
    expect(midBurst).toBeGreaterThanOrEqual(SEEDS / 3)
    expect(Math.min(cutsDuringStart, notOnDisk, onDiskUntold, reloads)).toBeGreaterThan(0)
  })

  it('a host that confirms before the sync loses a confirmed ballot', async () => {
    const found: string[] = []
    for (const seed of theSeeds(GUARD_SEEDS)) found.push(...(await tellVote(stage, seed, noFigures(), 'fdatasync')))
    expect(found.filter((problem) => problem.endsWith('was confirmed and is lost'))).not.toEqual([])
  })
})
