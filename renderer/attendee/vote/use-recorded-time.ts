import { useEffect, useRef } from 'react'
import type { SeatId, VoteId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { CAST_PREFIX, devicePlace } from '../../connection/keeping-place.ts'
import type { BallotStanding } from './ballot-standing.ts'

/** When a ballot was recorded, ms since 1970: remembered by the device that saw it happen; null on any other. */
export function useRecordedTime(voteId: VoteId, seatId: SeatId, at: BallotStanding['at']): number | null {
  const client = useHall()
  const name = `${CAST_PREFIX}${voteId}.${seatId}`
  const before = useRef(at)
  const kept = devicePlace.read(name)
  useEffect(() => {
    if (at === 'recorded' && before.current !== 'recorded' && client.savedAt !== null) {
      devicePlace.write(name, client.savedAt)
    }
    before.current = at
  }, [at, client, name])
  if (typeof kept === 'number') return kept
  return at === 'recorded' && before.current !== 'recorded' ? client.savedAt : null
}
