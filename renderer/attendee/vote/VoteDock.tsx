import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { endsAt, type OpenVote } from '../../../shared/meeting/voting/state.ts'
import { channelsText } from '../../../shared/papers/vote-manner.ts'
import { useHall, useHostNow } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { objectionWords } from '../../ui/objection-words.ts'
import { ballotStanding, stillToVote } from './ballot-standing.ts'
import { papersWords } from './received-words.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly vote: OpenVote
  readonly seats: readonly SeatId[]
  readonly showVote: () => void
}

/** Back in the hall while a vote is open: the way to it. */
export function VoteDock({ meeting, vote, seats, showVote }: Props) {
  const client = useHall()
  const now = useHostNow(endsAt(vote) !== null)
  const waiting = stillToVote(meeting, vote, seats, now).length > 0
  const objection = vote.terms.question.kind === 'objection'
  return (
    <>
      <p className="dock-line" aria-live="polite">
        <span>
          {stateWords(vote)}，{objection ? objectionWords(vote) : `已收 ${vote.received} 票${papersWords(vote)}`}
        </span>
        {waiting && !objection && <b>您还没投</b>}
      </p>
      {seats.map((seatId) => {
        const standing = ballotStanding(meeting, vote, seatId, client.pending, now)
        if (standing.at !== 'delegated') return null
        return (
          <p key={seatId} className="dock-line">
            {seats.length > 1 ? nameOf(client, seatId) : '您'}已委托{nameOf(client, standing.proxyId)}表决
          </p>
        )
      })}
      <button type="button" className={waiting ? 'key go wide' : 'key wide'} onClick={showVote}>
        {waiting ? '去投票' : '看这次表决'}
      </button>
    </>
  )
}

function stateWords({ stoppedAt, terms }: OpenVote): string {
  if (stoppedAt !== null) return '投票已截止，正在计票'
  return terms.channels.device ? '正在表决' : `正在表决（${channelsText(terms.channels)}）`
}
