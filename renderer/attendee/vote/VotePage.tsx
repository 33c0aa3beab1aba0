import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import { BallotPage } from './BallotPage.tsx'
import { stillToVote } from './ballot-standing.ts'
import { OutcomePage } from './OutcomePage.tsx'
import type { PastVote } from './use-shown-vote.ts'
import './vote.css'

type Props = {
  readonly meeting: HeldMeeting
  readonly viewer: Viewer
  readonly vote: OpenVote | PastVote
  readonly onBack: () => void
}

/** A vote, from its opening to its result; every seat of this device hands in its own ballot. */
export function VotePage({ meeting, viewer, vote, onBack }: Props) {
  const { seats } = viewer
  const [seatId, choose] = useState<SeatId | undefined>(() => firstToVote(meeting, vote, seats))
  if ('phase' in vote) return <OutcomePage meeting={meeting} seats={seats} vote={vote} onBack={onBack} />
  if (seatId === undefined) return null
  return (
    <BallotPage
      key={seatId}
      meeting={meeting}
      vote={vote}
      seats={seats}
      seatId={seatId}
      choose={choose}
      onBack={onBack}
    />
  )
}

/** Where the page begins; it then stays with that seat until the person goes on to the next. */
const firstToVote = (meeting: HeldMeeting, vote: OpenVote | PastVote, seats: readonly SeatId[]): SeatId | undefined =>
  ('phase' in vote ? undefined : stillToVote(meeting, vote, seats)[0]) ?? seats[0]
