import type { SeatId } from '../../../shared/core/ids.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { stillToVote } from './ballot-standing.ts'

type Props = { readonly vote: OpenVote; readonly seats: readonly SeatId[]; readonly showVote: () => void }

/** Back in the hall while a vote is open: the way to it. */
export function VoteDock({ vote, seats, showVote }: Props) {
  const waiting = stillToVote(vote, seats).length > 0
  return (
    <>
      <p className="dock-line" aria-live="polite">
        <span>正在表决，已收 {vote.received} 票</span>
        {waiting && <b>您还没投</b>}
      </p>
      <button type="button" className={waiting ? 'key go wide' : 'key wide'} onClick={showVote}>
        {waiting ? '去投票' : '看这次表决'}
      </button>
    </>
  )
}
