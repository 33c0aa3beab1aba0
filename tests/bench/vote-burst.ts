import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHost } from '../../main/host/create-host.ts'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { ballotId, resolutionId, type VoteId, voteId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { Crowd } from './crowd.ts'
import { appendAndSync, groupCommitOnly, linesOf, piecesOf } from './disk-limit.ts'
import { PreparedHall } from './prepared-hall.ts'
import { median, ms, quantile, type Row } from './row.ts'

const VOTERS = 300
const ROUNDS = 9
const ONE_SECOND_MS = 1_000

/**
 * 300 people vote, at the same moment or each at its own moment of one second, over sockets, each ballot signed, checked
 * and on the disk: to the last acknowledgement, and each ballot to its own; and all at once from within the host. Beside
 * it the disk's limit: the very bytes that the burst wrote, appended to another file and synced in the batches of the burst,
 * or as a group commit batches them when they come at the same moments, with nothing else done; and what the disk would
 * take if every ballot were synced for itself.
 */
export async function voteBurst(): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yishiting-bench-'))
  const crowd = new Crowd()
  const started = await createHost({ storage: diskStorage(path.join(folder, 'data')), port: 0, version: '0.0.0' })
  if (!started.ok) throw new Error(started.refusal.code)
  const { host } = started
  try {
    const meeting = await PreparedHall.make(host.hall, VOTERS)
    const members = meeting.seats.map((seatId) => ({ seatId, key: makeDeviceKey(meeting.random) }))
    await Promise.all(
      members.map(({ key, seatId }) => meeting.act('admitDevice', { seatId, publicKey: key.publicKey })),
    )
    await Promise.all(members.map(({ seatId }) => meeting.act('signIn', { seatId })))
    const item = meeting.item
    await meeting.act('startItem', { itemId: item })
    const journal = path.join(folder, 'data', JOURNAL_DIR, journalFile(meeting.stream))
    const peer = path.join(folder, 'peer')
    const measured = async (moments: readonly number[], prepare: Act<void>, burst: Act<Burst>): Promise<Round> => {
      const vote = voteId.mint(meeting.random)
      await meeting.act('openVote', { voteId: vote, itemId: item, motion: '同意铺设' })
      await prepare(vote)
      const before = (await readFile(journal)).length
      const { ms: ours, times = [] } = await burst(vote)
      const bytes = (await readFile(journal)).subarray(before)
      const lines = linesOf(bytes)
      const pieces = piecesOf(bytes, VOTERS)
      const batched = await appendAndSync(peer, lines)
      const single = await appendAndSync(peer, pieces)
      const limits = await groupCommitOnly(peer, pieces, moments)
      await meeting.act('closeVote', { voteId: vote, resolutionId: resolutionId.mint(meeting.random) })
      return { ours, batched, single, batches: lines.length, times, limits }
    }
    const [inside, atOnce, inOneSecond]: [Round[], Round[], Round[]] = [[], [], []]
    const same = meeting.seats.map(() => 0)
    for (let round = 0; round < ROUNDS; round += 1) {
      inside.push(await measured(same, nothing, (vote) => enterAll(meeting, vote)))
    }
    await crowd.order({ do: 'enter', port: host.port, meetingId: meeting.meetingId, members })
    const overSockets = (moments: readonly number[]) =>
      measured(
        moments,
        async (vote) => void (await crowd.order({ do: 'sign', voteId: vote })),
        () => crowd.report({ do: 'cast', moments }),
      )
    const random = seededRandom(1)
    for (let round = 0; round < ROUNDS; round += 1) {
      atOnce.push(await overSockets(same))
      inOneSecond.push(await overSockets(meeting.seats.map(() => random() * ONE_SECOND_MS)))
    }
    return [
      rowOf(`${VOTERS} ballots at once, rules to disk, no sockets`, inside, 'batched'),
      rowOf(`${VOTERS} signed ballots at once over sockets, durable`, atOnce, 'batched'),
      rowOf(`${VOTERS} signed ballots at once over sockets, durable`, atOnce, 'single'),
      rowOfBallots('at once', 0.5, 200, atOnce),
      rowOfBallots('at once', 0.95, 200, atOnce),
      rowOfBallots('in one second', 0.5, 20, inOneSecond),
      rowOfBallots('in one second', 0.95, 30, inOneSecond),
    ]
  } finally {
    crowd.end()
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Act<T> = (vote: VoteId) => Promise<T>

/** The time of all of it and, where ballots are timed, of each, ms. */
type Burst = { readonly ms: number; readonly times?: readonly number[] }

const nothing: Act<void> = () => Promise.resolve()

type Round = {
  readonly ours: number
  readonly batched: number
  readonly single: number
  readonly batches: number
  /** From sending to acknowledgement, ballot by ballot; and from coming to synced where only the disk is at work. */
  readonly times: readonly number[]
  readonly limits: readonly number[]
}

function rowOf(name: string, rounds: readonly Round[], peer: 'batched' | 'single'): Row {
  const batches = median(rounds.map((round) => round.batches))
  const how = peer === 'batched' ? `the same ${batches} batches` : `the same bytes, a sync for each of ${VOTERS}`
  return {
    name,
    ratio: median(rounds.map((round) => round.ours / round[peer])),
    bound: 2,
    ours: ms(median(rounds.map(({ ours }) => ours))),
    peer: `${ms(median(rounds.map((round) => round[peer])))} append+fdatasync of ${how}`,
    rounds: rounds.length,
  }
}

function rowOfBallots(when: string, part: number, bound: number, rounds: readonly Round[]): Row {
  const [ours, limits] = [
    rounds.map(({ times }) => quantile(times, part)),
    rounds.map((round) => quantile(round.limits, part)),
  ]
  return {
    name: `${VOTERS} signed ballots ${when}: sending to confirmation, p${part * 100}`,
    ratio: median(ours.map((time, round) => time / (limits[round] ?? Number.NaN))),
    bound,
    ours: ms(median(ours)),
    peer: `${ms(median(limits))} bare group commit of the same bytes at the same moments`,
    rounds: rounds.length,
  }
}

/** The desk enters everybody's ballot in one turn of the event loop: no socket and no signature is in the way. */
async function enterAll(meeting: PreparedHall, vote: VoteId): Promise<Burst> {
  const from = performance.now()
  await Promise.all(
    meeting.seats.map((seatId) =>
      meeting.act('enterBallot', { voteId: vote, ballotId: ballotId.mint(meeting.random), option: 'for', seatId }),
    ),
  )
  return { ms: performance.now() - from }
}
