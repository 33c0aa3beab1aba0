import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { nameOf } from '../connection/meeting-view.ts'
import { foremostPlaces } from '../ui/speaking-queue.ts'
import { fitting } from './fitting.ts'

/** Characters of names that fit into one line behind 等候 45 位. */
const ROOM_FOR_NAMES = 20
const NAMED = 3

/** Who waits for the floor while nobody speaks; nothing where nobody does. */
export function Waiting({ meeting }: { readonly meeting: HeldMeeting }) {
  const client = useHall()
  const waiting = foremostPlaces(meeting).map((request) => nameOf(client, request.seatId))
  if (waiting.length === 0) return null
  return (
    <p className="label cut">
      等候 {waiting.length} 位：{fitting(waiting.slice(0, NAMED), ROOM_FOR_NAMES).join('、')}
      {waiting.length > NAMED && '等'}
    </p>
  )
}
