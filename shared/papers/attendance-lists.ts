import { NAME_DELETED } from '../contacts/deleted-name.ts'
import type { SeatId } from '../core/ids.ts'
import type { Seat } from '../council/seat.ts'
import { votes } from '../council/standing.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import { oneLine } from './plain-text.ts'

/** Names by seat, as the contacts document has them: never a phone, never a house number. */
export type Names = Readonly<Record<string, string>>

export const nameOf = (names: Names, seatId: SeatId): string => {
  const name = Object.hasOwn(names, seatId) ? oneLine(names[seatId] ?? '') : ''
  return name === '' ? NAME_DELETED : name
}

/**
 * 出席: those with a vote who came. 请假: those excused. 列席: those without a vote who came. Of those with a vote, whoever is
 * neither is counted as 缺席: the three and the absent add up to 应到.
 */
export type AttendanceLists = {
  readonly present: readonly Seat[]
  readonly excused: readonly Seat[]
  readonly onlookers: readonly Seat[]
  readonly entitled: number
  readonly excusedVoters: number
  readonly absent: number
}

export function attendanceLists({ attendance, voting }: HeldMeeting): AttendanceLists {
  const { leaves, presence, seats } = attendance
  const came = new Set(presence.map((entry) => entry.seatId))
  const here = new Set(presence.filter((entry) => entry.present).map((entry) => entry.seatId))
  const electors = new Set([...voting.past.flatMap((vote) => vote.electors), ...(voting.open?.electors ?? [])])
  const onLeave = new Set(leaves.map((leave) => leave.seatId))
  // Signed in by mistake, signed out and then excused: not there. Whoever could vote in the meantime was there.
  const isExcused = ({ seatId }: Seat) => onLeave.has(seatId) && !here.has(seatId) && !electors.has(seatId)
  const isPresent = (seat: Seat) => came.has(seat.seatId) && !isExcused(seat)
  const voters = seats.filter(votes)
  const others = seats.filter((seat) => !votes(seat))
  const present = voters.filter(isPresent)
  const excusedVoters = voters.filter(isExcused)
  return {
    present,
    excused: [...excusedVoters, ...others.filter(isExcused)],
    onlookers: others.filter(isPresent),
    entitled: voters.length,
    excusedVoters: excusedVoters.length,
    absent: voters.length - present.length - excusedVoters.length,
  }
}

/** A name as the lists give it, with what the reader must know of the seat. */
export function listedName(meeting: HeldMeeting, names: Names, seat: Seat): string {
  const known = [officeOf(meeting, seat), seat.party, seat.duty].flatMap((said) => oneLine(said ?? '') || [])
  return `${nameOf(names, seat.seatId)}${known.length === 0 ? '' : `（${known.join('，')}）`}`
}

/** 方: those that came, and those that had to come and did not; null where the form names none or nobody signs in. */
export function partiesThatCame(
  { form }: HeldMeeting,
  { onlookers, present }: AttendanceLists,
): { readonly came: readonly string[]; readonly missing: readonly string[] } | null {
  if (form.parties.length === 0 || !form.rollCall) return null
  const there = new Set([...present, ...onlookers].map(({ party = '' }) => party.trim()))
  const came = form.parties.filter(({ name }) => there.has(name.trim()))
  const missing = form.parties.filter(({ name, required }) => required && !there.has(name.trim()))
  return { came: came.map(({ name }) => oneLine(name)), missing: missing.map(({ name }) => oneLine(name)) }
}

function officeOf({ chair, form, scribe }: HeldMeeting, { kind, seatId }: Seat): string | null {
  if (seatId === chair) return '主持'
  if (seatId === scribe) return '话事员'
  if (kind === 'convener') return '召集人'
  if (kind === 'supervisor') return '监督'
  // Where nobody signs in, whoever is named was registered on the spot.
  if (kind === 'walkIn') return form.rollCall ? '现场登记' : null
  return null
}
