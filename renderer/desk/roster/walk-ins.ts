import { chinaDate } from '../../../shared/core/china-time.ts'
import type { MeetingId, SeatId } from '../../../shared/core/ids.ts'
import type { MeetingState } from '../../../shared/meeting/state.ts'

/** Somebody who came to a meeting without being on the roster, and whose name is still known. `day` is in China. */
export type WalkIn = {
  readonly seatId: SeatId
  readonly name: string
  readonly title: string
  readonly day: string
}

type Known = {
  /** Null for a meeting whose copy has not come. */
  readonly meeting: (id: MeetingId) => MeetingState | null
  readonly names: Readonly<Record<string, string>>
  /** `YYYY-MM-DD`, in China. */
  readonly today: string
}

/** 现场登记 of meetings that are over, the newest first; a meeting that nobody closed is over when its day is. */
export function knownWalkIns(
  meetings: readonly { readonly meetingId: MeetingId }[],
  { meeting, names, today }: Known,
): readonly WalkIn[] {
  return [...meetings].reverse().flatMap(({ meetingId }) => {
    const held = meeting(meetingId)
    if (held === null || held.phase === 'unopened') return []
    const day = chinaDate(held.openedAt)
    if (held.phase === 'open' && day >= today) return []
    return held.attendance.seats.flatMap(({ kind, seatId }) => {
      const name = names[seatId]
      return kind !== 'walkIn' || name === undefined ? [] : [{ seatId, name, title: held.title, day }]
    })
  })
}
