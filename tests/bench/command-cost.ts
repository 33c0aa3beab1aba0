import { randomBytes } from 'node:crypto'
import { openHall } from '../../main/host/hall/open-hall.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { ballotId, itemId, pointId, resolutionId, speechId, voteId } from '../../shared/core/ids.ts'
import { PreparedHall } from './prepared-hall.ts'
import { median, type Row, us } from './row.ts'

const VOTERS = 20
const SPEECHES = 6
const POINTS = 8
const ROUNDS = 41
/** Agenda items worked through in one measured round; one is some fifty commands. */
const ITEMS_PER_ROUND = 2

/** What one command costs from submission to the journal in memory, in meetings of three lengths. */
export async function commandCost(): Promise<readonly Row[]> {
  const short = await meetingWith(1_000)
  const middle = await meetingWith(10_000)
  const long = await meetingWith(100_000)
  const times = { short: [] as number[], middle: [] as number[], long: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.short.push(await timed(short))
    times.middle.push(await timed(middle))
    times.long.push(await timed(long))
  }
  const row = (name: string, ours: readonly number[]): Row => ({
    name,
    ratio: median(ours.map((time, index) => time / (times.short[index] ?? time))),
    bound: 1.2,
    ours: us(median(ours)),
    peer: `${us(median(times.short))} at 1k events`,
    rounds: ROUNDS,
  })
  return [row('cost of a command at 10k events', times.middle), row('cost of a command at 100k events', times.long)]
}

/** A meeting in memory whose journal holds this many events, in the proportions of real items. */
async function meetingWith(events: number): Promise<PreparedHall> {
  const opened = await openHall({
    storage: memoryStorage(),
    now: Date.now,
    random: (length) => new Uint8Array(randomBytes(length)),
    log: () => undefined,
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const meeting = await PreparedHall.make(opened.hall, VOTERS)
  for (const seatId of meeting.seats) await meeting.act('signIn', { seatId })
  let written = 0
  while (written < events) written += await workThroughItem(meeting)
  return meeting
}

/** Mean time of a command over a few items, ms. */
async function timed(meeting: PreparedHall): Promise<number> {
  const from = performance.now()
  let commands = 0
  for (let item = 0; item < ITEMS_PER_ROUND; item += 1) commands += await workThroughItem(meeting)
  return (performance.now() - from) / commands
}

/** One agenda item as meetings have them: speeches, points, a vote of everybody. Gives the number of commands. */
async function workThroughItem(meeting: PreparedHall): Promise<number> {
  const { random, seats } = meeting
  const item = itemId.mint(random)
  await meeting.act('addItem', { itemId: item, title: '测速议题' })
  await meeting.act('startItem', { itemId: item })
  for (const seatId of seats.slice(1, 1 + SPEECHES)) {
    const speech = speechId.mint(random)
    await meeting.act('requestFloor', { speechId: speech, seatId, kind: 'ordinary', stance: 'for' })
    await meeting.act('callNextSpeaker', {})
    await meeting.act('endSpeech', { speechId: speech })
  }
  for (let point = 0; point < POINTS; point += 1) {
    await meeting.act('addPoint', {
      pointId: pointId.mint(random),
      itemId: item,
      kind: 'opinion',
      text: '居民希望尽快铺设。',
    })
  }
  const vote = voteId.mint(random)
  await meeting.act('openVote', { voteId: vote, itemId: item, motion: '同意铺设' })
  for (const [index, seatId] of seats.entries()) {
    const option = index % 3 === 0 ? 'against' : 'for'
    await meeting.act('enterBallot', { voteId: vote, ballotId: ballotId.mint(random), option, seatId })
  }
  await meeting.act('closeVote', { voteId: vote, resolutionId: resolutionId.mint(random) })
  await meeting.act('finishItem', { itemId: item })
  return 5 + SPEECHES * 3 + POINTS + seats.length - 1
}
