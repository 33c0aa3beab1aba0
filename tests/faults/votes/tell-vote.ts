import type { Hall } from '../../../main/host/hall/hall.ts'
import { openHall } from '../../../main/host/hall/open-hall.ts'
import type { LiveHost } from '../../../main/host/live/live-host.ts'
import type { SimulatedDisk, SimulatedDiskOptions } from '../../../main/host/storage/simulated-disk.ts'
import { PowerCut } from '../../../main/host/storage/simulated-machine.ts'
import { commandId, type RandomBytes, resolutionId, type SeatId } from '../../../shared/core/ids.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import { bareLiveHost } from '../../fixtures/bare-live-host.ts'
import { seededBytes, seededRandom } from '../../fixtures/seeded-random.ts'
import { judgeConfirmed, judgeResult } from './judge.ts'
import { type Option, Phone } from './phone.ts'
import { Room } from './room.ts'
import { START, type Stage } from './stage.ts'

/** The power is cut so many steps of the disk after the first can press, or after the start of a life, at most. */
const LATEST_CUT = 70
const EARLIEST_LIFE_CUT = 60
/** People tick and press within so many turns of the room. */
const BURST_TURNS = 50
/** The host is away for so many turns at most. */
const LONGEST_DARK = 40
/** What has not come to its end after so many turns never does. */
const PATIENCE_TURNS = 20_000

export type Figures = {
  cuts: number
  cutsDuringStart: number
  /** Cuts at which some, and not all, had their confirmation. */
  midBurst: number
  reloads: number
  confirmedBeforeCut: number
  /** Pressed and not confirmed: on the disk without the voter's knowledge, or not there. Both are sent again. */
  onDiskUntold: number
  notOnDisk: number
  ballots: number
}

export const noFigures = (): Figures => ({
  cuts: 0,
  cutsDuringStart: 0,
  midBurst: 0,
  reloads: 0,
  confirmedBeforeCut: 0,
  onDiskUntold: 0,
  notOnDisk: 0,
  ballots: 0,
})

type Press = { readonly phone: Phone; readonly seat: SeatId; readonly ticks: number; readonly presses: number }

type World = {
  readonly stage: Stage
  readonly room: Room
  readonly random: () => number
  readonly bytes: RandomBytes
  readonly phones: readonly Phone[]
  readonly presses: readonly Press[]
  readonly figures: Figures
  readonly problems: string[]
  /** Turns since people could first press. */
  clock: number
}

/** One vote on one disk through several power cuts, all from one seed. Says what is wrong; nothing is right. */
export async function tellVote(
  stage: Stage,
  seed: number,
  figures: Figures,
  ignore: SimulatedDiskOptions['ignore'] = null,
): Promise<readonly string[]> {
  const world = worldOf(stage, seed, figures)
  const { phones, problems, random } = world
  let disk = stage.disk.kill({ random: seededRandom(seed + 1_000_000), ignore })
  const cuts = 1 + Math.floor(random() * 3)
  for (let cut = 0; cut < cuts && problems.length === 0; cut++) disk = await liveUntilCut(disk, world, cut === 0)
  if (problems.length === 0) await liveToTheEnd(disk, world)
  for (const phone of phones) phone.close()
  return problems
}

function worldOf(stage: Stage, seed: number, figures: Figures): World {
  const random = seededRandom(seed)
  const room = new Room(random, START)
  const problems: string[] = []
  const { meetingId, voteId } = stage
  const problem = (what: string) => void problems.push(what)
  const phones = stage.phones.map(({ key, seats }) => new Phone({ key, seats, meetingId, voteId, room, problem }))
  const presses = phones.flatMap((phone) =>
    phone.seats.map((seat) => {
      const ticks = 1 + Math.floor(random() * BURST_TURNS)
      return { phone, seat, ticks, presses: ticks + Math.floor(random() * BURST_TURNS) }
    }),
  )
  return { stage, room, random, bytes: seededBytes(seed), phones, presses, figures, problems, clock: 0 }
}

async function liveUntilCut(found: SimulatedDisk, world: World, isFirst: boolean): Promise<SimulatedDisk> {
  const { figures, phones, problems, random, room } = world
  const duringStart = !isFirst && random() < 0.3
  const latest = duringStart ? EARLIEST_LIFE_CUT : LATEST_CUT
  const plan = { step: 0, endsAt: duringStart ? 1 + Math.floor(random() * latest) : Number.POSITIVE_INFINITY }
  const left: { survivor: SimulatedDisk | null } = { survivor: null }
  const cut = () => {
    left.survivor = disk.powerCut({ onStep: () => undefined })
    room.cut()
    figures.cuts++
  }
  const disk = found.kill({
    onStep: (step) => {
      plan.step = step
      if (step === plan.endsAt) cut()
    },
  })
  const host = await open(disk, world)
  if (host === null) figures.cutsDuringStart++
  else {
    room.reach(host.live)
    await turnsUntil(world, () => left.survivor !== null || phones.every((phone) => phone.isIn), 'everybody is in')
    if (!duringStart) plan.endsAt = plan.step + 1 + Math.floor(random() * latest)
    // With nothing left to write the power is cut in peace.
    const atRest = () => world.clock > 2 * BURST_TURNS && phones.every((phone) => phone.unanswered === 0)
    await turnsUntil(world, () => left.survivor !== null || atRest(), 'the cut', isPressing)
    if (left.survivor === null) cut()
    leave(host)
  }
  const survivor = left.survivor ?? disk.powerCut()
  await stayDark(world)
  problems.push(...(await judgeConfirmed(survivor, world.stage, phones, figures)))
  return survivor
}

async function liveToTheEnd(disk: SimulatedDisk, world: World): Promise<void> {
  const { bytes, phones, presses, problems, room, stage } = world
  const host = await open(disk.kill({ onStep: () => undefined }), world)
  if (host === null) return void problems.push('the hall does not open')
  room.reach(host.live)
  const pressed = () => presses.every(({ phone, seat }) => phone.pressed.has(seat))
  const answered = () => pressed() && phones.every((phone) => phone.isIn && phone.unanswered === 0)
  await turnsUntil(world, () => problems.length > 0 || answered(), 'everybody has an answer', isPressing)
  for (const phone of phones) phone.look()
  const closing = host.hall.submit(meetingStream(stage.meetingId), {
    actor: { role: 'operator', seatId: null },
    id: commandId.mint(bytes),
    type: 'closeVote',
    data: { voteId: stage.voteId, resolutionId: resolutionId.mint(bytes) },
  })
  const closed = await closing
  if (!closed.ok) problems.push(`the vote does not close: ${closed.rejection.code}`)
  problems.push(...judgeResult(host.hall, stage, phones))
  world.figures.ballots += presses.length
  room.cut()
  leave(host)
  await host.hall.close()
}

type OpenHost = { readonly hall: Hall; readonly live: LiveHost }

async function open(disk: SimulatedDisk, { bytes, problems, room }: World): Promise<OpenHost | null> {
  try {
    const log = (entry: { readonly event: string }) => {
      if (['damaged', 'fault', 'stepRefused'].includes(entry.event)) problems.push(JSON.stringify(entry))
    }
    const opened = await openHall({ storage: disk, now: room.now, random: bytes, log })
    if (opened.ok) return { hall: opened.hall, live: bareLiveHost(opened.hall, bytes) }
    problems.push(`the hall does not open: ${JSON.stringify(opened.refusal)}`)
  } catch (error) {
    if (!(error instanceof PowerCut)) problems.push(`the hall does not open: ${error}`)
  }
  return null
}

/** Nothing that it still says reaches anybody: its lines are cut. */
const leave = ({ live }: OpenHost) => live.end()

/** Without a host people go on ticking and pressing, and some load their page again. */
async function stayDark(world: World): Promise<void> {
  const { figures, phones, random } = world
  const turns = Math.floor(random() * LONGEST_DARK)
  for (let turn = 0; turn < turns; turn++) await pressing(world)
  for (const phone of phones) {
    if (random() >= 0.3) continue
    figures.reloads++
    phone.reload()
  }
}

const isPressing = true

async function turnsUntil(world: World, isThere: () => boolean, what: string, presses = false): Promise<void> {
  for (let turns = 0; !isThere(); turns++) {
    if (turns > PATIENCE_TURNS) return void world.problems.push(`waited in vain until ${what}`)
    if (presses) await pressing(world)
    else await world.room.turn()
  }
}

const options: readonly Option[] = ['for', 'for', 'against', 'abstain']

async function pressing(world: World): Promise<void> {
  world.clock++
  for (const { phone, presses, seat, ticks } of world.presses) {
    if (ticks === world.clock) phone.tick(seat, options[Math.floor(world.random() * options.length)] ?? 'for')
    if (presses + 1 === world.clock) phone.press(seat)
  }
  await world.room.turn()
}
