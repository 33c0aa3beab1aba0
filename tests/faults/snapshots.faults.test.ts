import { expect, it } from 'vitest'
import type { Hall } from '../../main/host/hall/hall.ts'
import type { HallLogEntry } from '../../main/host/hall/hall-log.ts'
import { openHall } from '../../main/host/hall/open-hall.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { simulatedDisk } from '../../main/host/storage/simulated-disk.ts'
import type { Storage } from '../../main/host/storage/storage.ts'
import { canonicalJson } from '../../shared/core/canonical.ts'
import { ballotId, commandId, resolutionId, seatId, voteId, worksheetId } from '../../shared/core/ids.ts'
import { councilStream, meetingStream, type StreamName, worksheetStream } from '../../shared/streams/stream-name.ts'
import { seededBytes, seededRandom } from '../fixtures/seeded-random.ts'
import { testRule, until } from '../fixtures/test-hall.ts'
import { type Cast, castOf } from './hall/cast.ts'
import { foldUpTo, readImage } from './hall/image.ts'

/** A stream leaves its first snapshot in the middle of its work after this many batches. */
const BATCHES_TO_SNAPSHOT = 1_000
/** Commands on their way to the disk at any time. */
const IN_FLIGHT = 3
/** Steps of the disk from the beginning of a close to its end, and some more. */
const LONGEST_CLOSE = 60

const operator = { role: 'operator', seats: [] } as const

it('a snapshot that is taken while commands are on their way holds nothing but what is on the disk', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const cast = castOf(seededBytes(seed))
    const disk = simulatedDisk({ random: seededRandom(seed) })
    const { hall } = await open(disk, cast)
    await addSeats(hall, cast, BATCHES_TO_SNAPSHOT + seed)
    const killed = disk.kill()
    const { log } = await expectFileAndStateAgree(killed, cast)
    expect(log).toContainEqual(expect.objectContaining({ event: 'streamOpened', fromSnapshot: true }))
  }
})

it('a journal brought back from a backup says what it says, whatever a newer snapshot holds', async () => {
  const cast = castOf(seededBytes(9))
  const storage = memoryStorage()
  const first = await open(storage, cast)
  await addSeats(first.hall, cast, 5)
  await first.hall.close()
  const [file] = await storage.list('journals')
  const backup = await storage.read(`journals/${file}`)
  if (backup === null) throw new Error('no journal')
  const second = await open(storage, cast)
  await addSeats(second.hall, cast, 20)
  await second.hall.close()
  await storage.write(`journals/${file}`, backup)
  await expectFileAndStateAgree(storage, cast)
})

it('a worksheet that is on its way to the ledger when the hall closes is issued once, wherever the close is cut off', async () => {
  const cast = castOf(seededBytes(20))
  const prepared = simulatedDisk({ random: seededRandom(20) })
  const resolutions = await adoptTwo(prepared, cast)
  for (let cutAfter = 1; cutAfter <= LONGEST_CLOSE; cutAfter++) {
    const cut = { at: Number.POSITIVE_INFINITY, step: 0, disk: prepared }
    const disk = prepared.kill({
      onStep: (step) => {
        cut.step = step
        if (step === cut.at) cut.disk = disk.kill({ onStep: () => undefined })
      },
    })
    const { hall } = await open(disk, cast)
    for (const resolution of resolutions) await assign(hall, cast, resolution)
    cut.at = cut.step + cutAfter
    await hall.close().catch(() => undefined)
    if (cut.disk === prepared) cut.disk = disk.kill({ onStep: () => undefined })

    const { hall: next } = await open(cut.disk, cast)
    await until(() => next.streams.all().every((stream) => stream.untaken().length === 0))
    const ledger = next.streams.get(worksheetStream(cast.councilId))?.view(operator)
    expect(ledger).toMatchObject({ worksheets: [{ resolutionId: resolutions[0] }, { resolutionId: resolutions[1] }] })
    await next.close()
  }
})

/** A meeting that has adopted two resolutions; gives their ids. */
async function adoptTwo(disk: Storage, cast: Cast): Promise<readonly string[]> {
  const { chair, roster, scribe } = cast
  const [plan] = cast.plans
  const { hall } = await open(disk, cast)
  const act = (stream: StreamName, type: string, data: unknown) => submit(hall, cast, stream, { type, data })
  const council = councilStream(cast.councilId)
  await act(council, 'foundCouncil', { councilId: cast.councilId, name: '议事会', code: 'STEP', level: 'community' })
  for (const seat of roster) await act(council, 'addSeat', seat)
  const words = { title: '会议', format: '红色议事厅', place: '活动室' }
  await act(council, 'conveneMeeting', {
    ...plan,
    ...words,
    startsAt: 0,
    rule: testRule,
    speakingSeconds: 60,
    chair,
    scribe,
  })
  const meeting = meetingOf(cast)
  await until(() => hall.streams.get(meeting)?.seq === 1)
  for (const { seatId } of roster) await act(meeting, 'signIn', { seatId })
  const itemId = plan?.agenda[0]?.itemId
  await act(meeting, 'startItem', { itemId })
  const resolutions = [resolutionId.mint(cast.bytes), resolutionId.mint(cast.bytes)]
  for (const resolution of resolutions) {
    const vote = voteId.mint(cast.bytes)
    await act(meeting, 'openVote', { voteId: vote, itemId, motion: '铺设跑道' })
    for (const { seatId } of roster.filter((seat) => seat.voting)) {
      await act(meeting, 'enterBallot', { voteId: vote, ballotId: ballotId.mint(cast.bytes), option: 'for', seatId })
    }
    await act(meeting, 'closeVote', { voteId: vote, resolutionId: resolution })
  }
  await hall.close()
  return resolutions
}

function assign(hall: Hall, cast: Cast, resolution: string): Promise<void> {
  const data = {
    worksheetId: worksheetId.mint(cast.bytes),
    resolutionId: resolution,
    unit: '物业',
    dueOn: '2026-12-31',
  }
  return submit(hall, cast, meetingOf(cast), { type: 'assignWorksheet', data })
}

function meetingOf({ plans }: Cast): StreamName {
  const [plan] = plans
  if (plan === undefined) throw new Error('no plan')
  return meetingStream(plan.meetingId)
}

async function submit(
  hall: Hall,
  { bytes }: Cast,
  stream: StreamName,
  { data, type }: { readonly type: string; readonly data: unknown },
): Promise<void> {
  const actor = { role: 'operator', seatId: null } as const
  const outcome = await hall.submit(stream, { actor, id: commandId.mint(bytes), type, data })
  if (!outcome.ok) throw new Error(`${type}: ${outcome.rejection.code}`)
}

/** Founds the council and adds seats, a few at a time, until its stream has so many batches. */
async function addSeats(hall: Hall, cast: Cast, batches: number): Promise<void> {
  const stream = councilStream(cast.councilId)
  const office = { councilId: cast.councilId, name: '议事会', code: 'SNAP', level: 'community' }
  if (hall.streams.get(stream) === null) await submit(hall, cast, stream, { type: 'foundCouncil', data: office })
  const add = async () => {
    while ((hall.streams.get(stream)?.seq ?? 0) < batches) {
      const seat = { seatId: seatId.mint(cast.bytes), kind: 'public', voting: true }
      await submit(hall, cast, stream, { type: 'addSeat', data: seat })
    }
  }
  await Promise.race(Array.from({ length: IN_FLIGHT }, add))
}

async function open(
  storage: Storage,
  cast: Cast,
): Promise<{ readonly hall: Hall; readonly log: readonly HallLogEntry[] }> {
  const log: HallLogEntry[] = []
  const opened = await openHall({ storage, now: Date.now, random: cast.bytes, log: (entry) => log.push(entry) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return { hall: opened.hall, log }
}

async function expectFileAndStateAgree(storage: Storage, cast: Cast) {
  const problems: string[] = []
  const image = await readImage(storage, problems)
  expect(problems).toEqual([])
  const stream = councilStream(cast.councilId)
  const opened = await open(storage, cast)
  const live = opened.hall.streams.get(stream)
  expect(live?.seq).toBe(image.journals.get(stream)?.batches.length)
  const state = canonicalJson(live?.view(operator))
  expect(state === foldUpTo(image, stream, Number.POSITIVE_INFINITY)).toBe(true)
  await opened.hall.close()
  return opened
}
