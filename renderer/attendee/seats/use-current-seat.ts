import { useEffect } from 'react'
import { type MeetingId, type SeatId, seatId } from '../../../shared/core/ids.ts'
import { useDraft } from '../../connection/use-draft.ts'

const isSeat = (value: unknown): value is SeatId | null => value === null || seatId.parse(value) !== null

/** The seat for which this device acts now, remembered; null when it has none at all. */
export function useCurrentSeat(
  meetingId: MeetingId,
  seats: readonly SeatId[],
): readonly [seatId: SeatId | null, choose: (seatId: SeatId) => void] {
  const [chosen, choose] = useDraft<SeatId | null>(`seat.${meetingId}`, null, isSeat)
  const first = seats[0]
  // Whoever came first stays in front when somebody is added.
  useEffect(() => {
    if (chosen === null && first !== undefined) choose(first)
  }, [chosen, choose, first])
  return [chosen !== null && seats.includes(chosen) ? chosen : (first ?? null), choose]
}
