import { emptyRoster, type RosterNow } from '../../../shared/council/state.ts'
import { useDesk } from '../desk-context.tsx'

/** The council's roster as it is now, where this page may have it; the meeting's own is a copy from its opening. */
export function useRosterNow(): RosterNow {
  const { client, meeting } = useDesk()
  const council = client.copies.council(meeting.councilId)
  return council?.phase === 'founded' ? council : emptyRoster
}
