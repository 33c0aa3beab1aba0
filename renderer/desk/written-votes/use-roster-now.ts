import type { Seat } from '../../../shared/council/seat.ts'
import { useDesk } from '../desk-context.tsx'

const nobody: readonly Seat[] = []

/** The council's roster as it is now, where this page may have it; the meeting's own is a copy from its opening. */
export function useRosterNow(): readonly Seat[] {
  const { client, meeting } = useDesk()
  const council = client.copies.council(meeting.councilId)
  return council?.phase === 'founded' ? council.seats : nobody
}
