import type { ItemId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import type { MeetingBody } from '../state.ts'
import { spokenMs } from './clock.ts'
import { rulesOf } from './rules-in-use.ts'

/** 分组时间 of one 方 on an item, in ms; `leftMs` is negative where more was taken than given. */
export type GroupTime = {
  readonly party: string
  readonly givenMs: number
  readonly spokenMs: number
  readonly leftMs: number
}

/** The groups to which an item gives time, and what each has left of it at `now` (ms since 1970, the host's clock). */
export function groupTimes(
  meeting: Pick<MeetingBody, 'attendance' | 'floor' | 'form' | 'runningItem' | 'speakingSeconds'>,
  itemId: ItemId,
  now: number,
): readonly GroupTime[] {
  const { quotas } = rulesOf(meeting, itemId).rules
  if (quotas.length === 0) return []
  const { attendance, floor } = meeting
  const parties = new Map(attendance.seats.map((seat) => [seat.seatId, seat.party]))
  const taken = new Map<string, number>()
  const take = (seatId: (typeof attendance.seats)[number]['seatId'] | null, ms: number) => {
    const party = seatId === null ? undefined : parties.get(seatId)
    if (party !== undefined) taken.set(party, (taken.get(party) ?? 0) + ms)
  }
  for (const speech of entriesOf(floor.speeches, itemId)) take(speech.seatId, speech.spokenMs)
  for (const speech of [floor.speaking, floor.interposed]) {
    if (speech?.itemId === itemId) take(speech.seatId, spokenMs(speech, now))
  }
  if (itemId === meeting.runningItem) for (const place of floor.queue) take(place.seatId, place.usedMs)
  const extra = floor.quotaExtras.reduce((sum, one) => sum + (one.itemId === itemId ? one.seconds : 0), 0)
  return quotas.map(({ party, seconds }) => {
    const givenMs = (seconds + extra) * 1000
    const spoken = taken.get(party) ?? 0
    return { party, givenMs, spokenMs: spoken, leftMs: givenMs - spoken }
  })
}
