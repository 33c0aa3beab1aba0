import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { stillEntrusted } from './delegations.ts'

type Props = { readonly meeting: HeldMeeting; readonly vote: OpenVote; readonly seatId: SeatId }

/** Whose vote somebody holds besides: the desk enters it. */
export function Entrusted({ meeting, seatId, vote }: Props) {
  const client = useHall()
  const names = stillEntrusted(meeting, vote, seatId).map((one) => nameOf(client, one))
  if (names.length === 0) return null
  return <p className="second">{names.join('、')}委托您表决：请告诉工作人员投什么，由工作人员代录。</p>
}
