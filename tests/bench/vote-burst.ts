import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHost } from '../../main/host/create-host.ts'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { resolutionId, voteId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { Crowd } from './crowd.ts'
import { PreparedHall } from './prepared-hall.ts'
import { median, ms, type Row } from './row.ts'

const VOTERS = 300
const ROUNDS = 9

/**
 * 300 people vote at the same moment: from the first ballot sent to the last acknowledgement received, over sockets,
 * each signed, checked and on the disk. Beside it the disk's limit: the very lines that the burst wrote, appended to
 * another file and synced batch by batch, with nothing else done.
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
    await crowd.order({ do: 'enter', port: host.port, meetingId: meeting.meetingId, members })

    const journal = path.join(folder, 'data', JOURNAL_DIR, journalFile(meeting.stream))
    const rounds: { ours: number; disk: number; batches: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const vote = voteId.mint(meeting.random)
      await meeting.act('openVote', { voteId: vote, itemId: item, motion: '同意铺设' })
      await crowd.order({ do: 'sign', voteId: vote })
      const before = (await readFile(journal)).length
      const ours = await crowd.order({ do: 'cast' })
      const written = (await readFile(journal)).subarray(before)
      const lines = linesOf(written)
      rounds.push({ ours, disk: await appendAndSync(path.join(folder, 'peer'), lines), batches: lines.length })
      await meeting.act('closeVote', { voteId: vote, resolutionId: resolutionId.mint(meeting.random) })
    }
    return [
      {
        name: `burst of ${VOTERS} signed ballots, durable`,
        ratio: median(rounds.map(({ disk, ours }) => ours / disk)),
        bound: 2,
        ours: ms(median(rounds.map(({ ours }) => ours))),
        peer: `${ms(median(rounds.map(({ disk }) => disk)))} append+fdatasync of the same ${median(rounds.map(({ batches }) => batches))} batches`,
        rounds: ROUNDS,
      },
    ]
  } finally {
    crowd.end()
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
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
