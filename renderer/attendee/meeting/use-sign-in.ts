import { useEffect, useRef } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { actFor } from '../../connection/meeting-view.ts'
import { pendingData } from './pending.ts'
import { toSignIn } from './sign-in.ts'

/** Signs each seat of this device in by itself, once. */
export function useSignIn(meeting: HeldMeeting, seats: readonly SeatId[]): void {
  const client = useHall()
  const sent = useRef(new Set<SeatId>())
  const isLive = client.phase.at === 'live'
  useEffect(() => {
    if (!isLive) return
    for (const seatId of toSignIn(meeting, seats)) {
      if (sent.current.has(seatId) || pendingData(client.pending, 'signIn', seatId) !== undefined) continue
      sent.current.add(seatId)
      void actFor(client, meeting.meetingId, seatId)('signIn', { seatId })
    }
  }, [client, isLive, meeting, seats])
}
