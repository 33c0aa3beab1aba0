import type { Hall } from '../../../main/host/hall/hall.ts'
import { JOURNAL_DIR, journalFile } from '../../../main/host/hall/stream-files.ts'
import type { Storage } from '../../../main/host/storage/storage.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import { readJournalImage } from '../../fixtures/journal-image.ts'
import type { Phone } from './phone.ts'
import type { Stage } from './stage.ts'

type Filed = { readonly seatId: string; readonly option: string; readonly seq: number }

/** Holds what a power cut has left against what the phones were told and show. Counts into `figures` what it finds. */
export async function judgeConfirmed(
  storage: Storage,
  stage: Stage,
  phones: readonly Phone[],
  figures: { midBurst: number; confirmedBeforeCut: number; onDiskUntold: number; notOnDisk: number },
): Promise<readonly string[]> {
  const problems: string[] = []
  const filed = await ballotsOn(storage, stage, problems)
  const voters = phones.flatMap((phone) => phone.seats.map((seat) => ({ phone, seat })))
  const told = voters.filter(({ phone, seat }) => isTold(phone, seat))
  for (const { phone, seat } of told) problems.push(...judgeSeat(filed, phone, seat))
  for (const { phone, seat } of voters) {
    const found = filed.filter(({ seatId }) => seatId === seat).length
    if (found > 1) problems.push(`the ballot of ${seat} is there ${found} times`)
    if (isTold(phone, seat) || !phone.pressed.has(seat)) continue
    if (found === 1) figures.onDiskUntold++
    else figures.notOnDisk++
  }
  figures.confirmedBeforeCut += told.length
  if (told.length > 0 && told.length < voters.length) figures.midBurst++
  return problems
}

/** After the vote is closed: everybody's ballot is in it once, as it was ticked, and the numbers are theirs. */
export function judgeResult(hall: Hall, { meetingId, voteId }: Stage, phones: readonly Phone[]): readonly string[] {
  const state = hall.streams.meeting(meetingId)?.confirmed
  if (state === undefined || state.phase === 'unopened') return ['the meeting is not there']
  const vote = state.voting.past.find((past) => past.voteId === voteId)
  if (vote?.phase !== 'closed') return ['the vote is not closed']
  const ticked = phones.flatMap((phone) => [...phone.ticked])
  const problems: string[] = []
  for (const [seat, option] of ticked) {
    const own = vote.ballots.filter(({ seatId }) => seatId === seat)
    if (own.length !== 1 || own[0]?.option !== option) problems.push(`the ballot of ${seat} is not counted once`)
  }
  if (vote.ballots.length !== ticked.length) problems.push(`${vote.ballots.length} ballots of ${ticked.length} people`)
  for (const option of ['for', 'against', 'abstain'] as const) {
    const wanted = ticked.filter(([, chosen]) => chosen === option).length
    const counted = vote.verdict.figures?.[option]
    if (counted !== wanted) problems.push(`${option}: ${counted} were counted and ${wanted} pressed`)
  }
  return problems
}

const isTold = (phone: Phone, seat: SeatId): boolean => phone.confirmed.has(seat) || phone.recorded.has(seat)

function judgeSeat(filed: readonly Filed[], phone: Phone, seat: SeatId): readonly string[] {
  const [own] = filed.filter(({ seatId }) => seatId === seat)
  if (own === undefined) return [`the ballot of ${seat} was confirmed and is lost`]
  const problems = own.option === phone.ticked.get(seat) ? [] : [`the ballot of ${seat} is another one`]
  const seq = phone.confirmed.get(seat) ?? own.seq
  return seq === own.seq ? problems : [...problems, `the ballot of ${seat} is in batch ${own.seq} and not ${seq}`]
}

async function ballotsOn(storage: Storage, stage: Stage, problems: string[]): Promise<readonly Filed[]> {
  const file = journalFile(meetingStream(stage.meetingId))
  const bytes = await storage.read(`${JOURNAL_DIR}/${file}`)
  const { batches } = readJournalImage(bytes ?? new Uint8Array(), file, problems)
  return batches.flatMap(({ events, seq }) =>
    events
      .filter(({ data, type }) => type === 'ballotCast' && data['voteId'] === stage.voteId)
      .map(({ data }) => ({ seatId: String(data['seatId']), option: String(data['option']), seq })),
  )
}
