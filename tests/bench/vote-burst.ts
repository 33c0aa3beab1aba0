import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHost } from '../../main/host/create-host.ts'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { ballotId, resolutionId, type VoteId, voteId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { Crowd } from './crowd.ts'
import { PreparedHall } from './prepared-hall.ts'
import { median, ms, type Row } from './row.ts'

const VOTERS = 300
const ROUNDS = 9

/**
 * 300 people vote at the same moment: from the first ballot sent to the last acknowledgement received, over sockets,
 * each signed, checked and on the disk; and the same from within the host. Beside it the disk's limit: the very lines
 * that the burst wrote, appended to another file and synced batch by batch, with nothing else done; and what the disk
 * would take if every ballot were synced for itself.
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
    const measured = async (prepare: Act, burst: Act): Promise<Round> => {
      const vote = voteId.mint(meeting.random)
      await meeting.act('openVote', { voteId: vote, itemId: item, motion: '同意铺设' })
      await prepare(vote)
      const before = (await readFile(journal)).length
      const ours = await burst(vote)
      const lines = linesOf((await readFile(journal)).subarray(before))
      const batched = await appendAndSync(peer, lines)
      const single = await appendAndSync(peer, piecesOf(lines, VOTERS))
      await meeting.act('closeVote', { voteId: vote, resolutionId: resolutionId.mint(meeting.random) })
      return { ours, batched, single, batches: lines.length }
    }
    const [overSockets, inside]: [Round[], Round[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      inside.push(await measured(nothing, (vote) => enterAll(meeting, vote)))
    }
    await crowd.order({ do: 'enter', port: host.port, meetingId: meeting.meetingId, members })
    const sign = (vote: VoteId) => crowd.order({ do: 'sign', voteId: vote })
    for (let round = 0; round < ROUNDS; round += 1) {
      overSockets.push(await measured(sign, () => crowd.order({ do: 'cast' })))
    }
    return [
      rowOf(`${VOTERS} ballots at once, rules to disk, no sockets`, inside, 'batched'),
      rowOf(`${VOTERS} signed ballots at once over sockets, durable`, overSockets, 'batched'),
      rowOf(`${VOTERS} signed ballots at once over sockets, durable`, overSockets, 'single'),
    ]
  } finally {
    crowd.end()
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Gives the time it took, ms. */
type Act = (vote: VoteId) => Promise<number>

const nothing: Act = () => Promise.resolve(0)

type Round = { readonly ours: number; readonly batched: number; readonly single: number; readonly batches: number }

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

/** The desk enters everybody's ballot in one turn of the event loop: no socket and no signature is in the way. */
async function enterAll(meeting: PreparedHall, vote: VoteId): Promise<number> {
  const from = performance.now()
  await Promise.all(
    meeting.seats.map((seatId) =>
      meeting.act('enterBallot', { voteId: vote, ballotId: ballotId.mint(meeting.random), option: 'for', seatId }),
    ),
  )
  return performance.now() - from
}

/** The same bytes in so many pieces of one length. */
function piecesOf(lines: readonly Buffer[], count: number): readonly Buffer[] {
  const bytes = Buffer.concat(lines)
  const length = Math.ceil(bytes.length / count)
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length))
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end + 1))
    start = end + 1
  }
  return lines
}

async function appendAndSync(file: string, lines: readonly Buffer[]): Promise<number> {
  const handle = await open(file, 'a')
  const from = performance.now()
  for (const line of lines) {
    await handle.write(line)
    await handle.datasync()
  }
  const time = performance.now() - from
  await handle.close()
  return time
}
