import type { Hall } from '../../../main/host/hall/hall.ts'
import { openHall } from '../../../main/host/hall/open-hall.ts'
import {
  type SimulatedDisk,
  type SimulatedDiskOptions,
  simulatedDisk,
} from '../../../main/host/storage/simulated-disk.ts'
import { type FailingOperation, PowerCut } from '../../../main/host/storage/simulated-machine.ts'
import { seededBytes, seededRandom } from '../../fixtures/seeded-random.ts'
import { type Cast, castOf } from './cast.ts'
import { eventsOf, type Image, readImage } from './image.ts'
import { judge, judgeEnd } from './judge.ts'
import { type Counts, Life } from './life.ts'
import { Story } from './story.ts'

/** Commands in a life that is cut off, and in the last one. */
const BUDGET = 250
const LAST_BUDGET = 200
/** Steps of the disk: an opening takes 30 to 150, a life several hundred, a close 20 to 80. */
const EARLY_CUT = 120
const LATE_CUT = 900
const CLOSING_CUT = 80
/** 2026-12-31 23:50 in China: some worksheets are numbered in the old year and some in the new one. */
const START = Date.UTC(2026, 11, 31, 15, 50)

export type Figures = Counts & {
  cuts: number
  kills: number
  failures: number
  endsDuringStart: number
  endsDuringClose: number
  tornTails: number
  fromSnapshot: number
  batches: number
  events: number
  ballots: number
  votesClosed: number
  worksheets: number
}

export const noFigures = (): Figures => ({
  commands: 0,
  acknowledged: 0,
  refused: 0,
  resent: 0,
  cuts: 0,
  kills: 0,
  failures: 0,
  endsDuringStart: 0,
  endsDuringClose: 0,
  tornTails: 0,
  fromSnapshot: 0,
  batches: 0,
  events: 0,
  ballots: 0,
  votesClosed: 0,
  worksheets: 0,
})

type Plan = {
  readonly ending: 'powerCut' | 'kill'
  /** At `endsAt` the disk begins to fail in this way instead: the hall has to end by itself. */
  readonly fails?: FailingOperation
  /** The step of the disk at which this life ends, if it does not come to its end before. */
  readonly endsAt: number
  /** So many steps after it has begun to close this life ends, if it is not closed before. */
  readonly endsAfterClosing: number
  readonly budget: number
  /** Nobody waits for the last answers: the hall is closed in the middle of a burst. */
  readonly burst: number
}

type World = {
  readonly story: Story
  readonly cast: Cast
  readonly random: () => number
  readonly now: () => number
  readonly figures: Figures
}

type Faults = {
  /** The sync that silently does nothing. */
  readonly ignore?: SimulatedDiskOptions['ignore']
  /** The disk also reports failures: it is full, or broken. */
  readonly failures?: boolean
}

const quiet = { onStep: () => undefined }

/** Several lives of one hall on one disk, all from one seed. Says what is wrong with what it found; nothing is right. */
export async function tellStory(
  seed: number,
  figures: Figures,
  { failures = false, ignore = null }: Faults = {},
): Promise<readonly string[]> {
  const story = new Story()
  const random = seededRandom(seed)
  let clock = START
  const now = () => {
    clock += Math.floor(random() * 4_000)
    return clock
  }
  const world = { story, cast: castOf(seededBytes(seed)), random, now, figures }
  let disk = simulatedDisk({ random: seededRandom(seed + 1_000_000), ignore })
  const lives = 3 + Math.floor(random() * 4)
  for (let life = 0; life < lives; life++) {
    disk = await live(disk, failures ? drawFailure(random) : drawPlan(random), world)
    await look(disk, world)
    if (story.problems.length > 0) return story.problems
  }
  disk = await live(disk, LAST_LIFE, world)
  const image = await look(disk, world)
  judgeEnd(image, story)
  countEvents(image, figures)
  await compareWithoutSnapshots(disk, world)
  return story.problems
}

const NEVER = Number.POSITIVE_INFINITY
const LAST_LIFE: Plan = { ending: 'kill', endsAt: NEVER, endsAfterClosing: NEVER, budget: LAST_BUDGET, burst: 0 }

function drawPlan(random: () => number): Plan {
  const below = (limit: number) => 1 + Math.floor(random() * limit)
  const ending = random() < 0.8 ? 'powerCut' : 'kill'
  const fate = random()
  if (fate < 0.3) return { ending, endsAt: below(EARLY_CUT), endsAfterClosing: NEVER, budget: BUDGET, burst: 0 }
  if (fate < 0.8) return { ending, endsAt: below(LATE_CUT), endsAfterClosing: NEVER, budget: BUDGET, burst: 0 }
  return { ending, endsAt: NEVER, endsAfterClosing: below(CLOSING_CUT), budget: below(BUDGET / 2), burst: below(10) }
}

const OPERATIONS = ['append', 'sync', 'syncFile', 'syncDir', 'write', 'rename'] as const

function drawFailure(random: () => number): Plan {
  const plan = drawPlan(random)
  const fails = OPERATIONS[Math.floor(random() * OPERATIONS.length)]
  return fails === undefined || random() < 0.3 ? plan : { ...plan, fails }
}

/** Lives on the disk as it was found, and returns it as the next life finds it. */
async function live(found: SimulatedDisk, plan: Plan, world: World): Promise<SimulatedDisk> {
  const { cast, figures, random, story } = world
  const life = new Life({ story, cast, random, counts: figures, mayFail: plan.fails !== undefined })
  const phase = { opened: false, closing: false, step: 0, endsAt: plan.endsAt }
  const left: { survivor: SimulatedDisk | null } = { survivor: null }
  const end = (): SimulatedDisk => {
    life.end()
    if (plan.ending === 'kill') figures.kills++
    else figures.cuts++
    return plan.ending === 'kill' ? disk.kill(quiet) : disk.powerCut(quiet)
  }
  const disk = found.kill({
    onStep: (step) => {
      phase.step = step
      if (step !== phase.endsAt) return
      if (plan.fails) return disk.failNext(plan.fails)
      left.survivor = end()
      if (!phase.opened) figures.endsDuringStart++
      if (phase.closing) figures.endsDuringClose++
    },
  })
  const hall = await open(disk, world, life)
  phase.opened = true
  if (hall !== null && !life.isOver) {
    life.begin(hall)
    await life.act(plan.budget)
    if (plan === LAST_LIFE) await bringToRest(hall, life, story)
    phase.closing = true
    phase.endsAt = Math.min(phase.endsAt, phase.step + plan.endsAfterClosing)
    await life.burst(plan.burst)
    if (!life.isOver) await close(hall, life, story)
  }
  await life.settled()
  if (hall?.halted === 'storageFailed' && !life.isOver) figures.failures++
  return left.survivor ?? end()
}

async function open(disk: SimulatedDisk, { cast, now, figures, story }: World, life: Life): Promise<Hall | null> {
  try {
    const log: Life['log'] = (entry) => {
      if (entry.event === 'tornTail') figures.tornTails++
      if (entry.event === 'streamOpened' && entry.fromSnapshot) figures.fromSnapshot++
      life.log(entry)
    }
    const opened = await openHall({ storage: disk, now, random: cast.bytes, log })
    if (opened.ok) return opened.hall
    story.problem(`the hall does not open: ${JSON.stringify(opened.refusal)}`)
  } catch (error) {
    if (life.mayFail) figures.failures++
    else if (!(error instanceof PowerCut)) story.problem(`the hall does not open: ${error}`)
  }
  return null
}

async function bringToRest(hall: Hall, life: Life, story: Story): Promise<void> {
  for (let rounds = 0; story.unanswered.size > 0 && rounds < 5; rounds++) {
    life.resendUnanswered()
    await life.settled()
  }
  await life.carriedOn(hall)
}

async function close(hall: Hall, life: Life, story: Story): Promise<void> {
  try {
    await hall.close()
  } catch (error) {
    if (!life.isOver || !(error instanceof PowerCut)) story.problem(`the hall does not close: ${error}`)
  }
}

async function look(disk: SimulatedDisk, { story }: World): Promise<Image> {
  const image = await readImage(disk, story.problems)
  judge(image, story)
  return image
}

function countEvents(image: Image, figures: Figures): void {
  const events = eventsOf(image)
  const count = (type: string) => events.filter((event) => event.type === type).length
  figures.batches += [...image.journals.values()].reduce((sum, { batches }) => sum + batches.length, 0)
  figures.events += events.length
  figures.ballots += count('ballotCast')
  figures.votesClosed += count('voteClosed')
  figures.worksheets += count('worksheetIssued')
}

/** Snapshots only save time: without them the same states come up, and the file itself stays as it is. */
async function compareWithoutSnapshots(disk: SimulatedDisk, world: World): Promise<void> {
  const withSnapshots = await statesOf(disk.kill(), world)
  const bare = disk.kill()
  for (const file of await bare.list('snapshots')) await bare.remove(`snapshots/${file}`)
  const without = await statesOf(bare, world)
  if (JSON.stringify(withSnapshots) !== JSON.stringify(without)) world.story.problem('a snapshot changes the result')
}

async function statesOf(disk: SimulatedDisk, world: World) {
  const { cast, figures, random, story } = world
  const shown = new Story()
  const life = new Life({ story: shown, cast, random, counts: figures })
  const hall = await open(disk, { ...world, story: shown }, life)
  if (hall !== null) {
    life.begin(hall)
    await close(hall, life, shown)
  }
  for (const problem of shown.problems) story.problem(problem)
  return [...shown.shown.values()]
}
