import { openHall } from '../../../main/host/hall/open-hall.ts'
import { type SimulatedDisk, simulatedDisk } from '../../../main/host/storage/simulated-disk.ts'
import { type MeetingId, type SeatId, type VoteId, voteId } from '../../../shared/core/ids.ts'
import { type DeviceKey, makeDeviceKey } from '../../../shared/identity/device-key.ts'
import { PreparedHall } from '../../bench/prepared-hall.ts'
import { seededBytes, seededRandom } from '../../fixtures/seeded-random.ts'

/** 2026-06-01 19:00 in China. */
export const START = Date.UTC(2026, 5, 1, 11)
const PHONES = 9
/** The first few phones are those of two people each. */
const SHARED = 3

export type Stage = {
  /** Every story starts from what is on it: `kill` gives a copy. */
  readonly disk: SimulatedDisk
  readonly meetingId: MeetingId
  readonly voteId: VoteId
  readonly phones: readonly { readonly key: DeviceKey; readonly seats: readonly SeatId[] }[]
}

/** A disk with a meeting on it that has just opened a vote: everybody is signed in, nobody has voted. */
export async function setStage(): Promise<Stage> {
  const disk = simulatedDisk({ random: seededRandom(1) })
  const random = seededBytes(5)
  const opened = await openHall({ storage: disk, now: () => START, random, log: () => undefined })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const meeting = await PreparedHall.make(opened.hall, PHONES + SHARED)
  const phones = Array.from({ length: PHONES }, (_, index) => {
    const seats = [meeting.seats[index], index < SHARED ? meeting.seats[PHONES + index] : undefined]
    return { key: makeDeviceKey(random), seats: seats.filter((seat) => seat !== undefined) }
  })
  for (const { key, seats } of phones) {
    for (const seatId of seats) {
      await meeting.act('admitDevice', { seatId, publicKey: key.publicKey })
      await meeting.act('signIn', { seatId })
    }
  }
  await meeting.act('startItem', { itemId: meeting.item })
  const vote = voteId.mint(random)
  await meeting.act('openVote', { voteId: vote, itemId: meeting.item, motion: '铺设塑胶跑道' })
  await opened.hall.close()
  return { disk, meetingId: meeting.meetingId, voteId: vote, phones }
}
