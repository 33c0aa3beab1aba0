import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type OpenVote, voterOf } from '../../../shared/meeting/voting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { proxyOf } from './delegations.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly vote: OpenVote
  readonly seats: readonly SeatId[]
  readonly seatId: SeatId
  readonly choose: (seatId: SeatId) => void
}

/** Whose ballot is on the page, where one device has several seats. */
export function SeatTabs({ meeting, vote, seats, seatId, choose }: Props) {
  const client = useHall()
  const state = (one: SeatId) => {
    const voter = voterOf(vote, one)
    if (voter !== null) return voter.number === null ? '已投' : '领了纸票'
    if (proxyOf(meeting, one) !== null) return '已委托'
    return vote.electors.includes(one) ? '没投' : '不投'
  }
  return (
    <nav className="seat-tabs" aria-label="投谁的票">
      {seats.map((one) => (
        <button key={one} type="button" className="seat-tab" aria-pressed={one === seatId} onClick={() => choose(one)}>
          <b>{nameOf(client, one)}</b>
          <span className="note">{state(one)}</span>
        </button>
      ))}
    </nav>
  )
}
