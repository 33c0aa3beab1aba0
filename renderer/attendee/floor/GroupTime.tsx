import type { SeatId } from '../../../shared/core/ids.ts'
import { seatOf } from '../../../shared/meeting/attendance/state.ts'
import { groupTimes } from '../../../shared/meeting/floor/quotas.ts'
import { onFloor } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHostNow } from '../../connection/hall-context.tsx'
import { groupTimeWords } from './group-time-words.ts'

/** 分组时间 of one's own 方, where the item gives it some. */
export function GroupTime({ meeting, seatId }: { readonly meeting: HeldMeeting; readonly seatId: SeatId }) {
  const { attendance, floor, runningItem } = meeting
  const live = onFloor(floor)
  const now = useHostNow(live !== null && live.runningSince !== null)
  const party = seatOf(attendance, seatId)?.party
  if (runningItem === null || party === undefined) return null
  const own = groupTimes(meeting, runningItem, now).find((group) => group.party === party)
  if (own === undefined) return null
  return <p className={own.leftMs < 0 ? 'group-time over' : 'group-time'}>{groupTimeWords(own)}</p>
}
