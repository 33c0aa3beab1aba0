import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { HeldVote, OpenVote, PastVote } from '../../../shared/meeting/voting/state.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { BallotPage } from './BallotPage.tsx'
import { stillToVote } from './ballot-standing.ts'
import { HeldPage } from './HeldPage.tsx'
import { OutcomePage } from './OutcomePage.tsx'
import './vote.css'

type Props = {
  readonly meeting: HeldMeeting
  readonly viewer: Viewer
  readonly vote: OpenVote | HeldVote | PastVote
  readonly onBack: () => void
}

/** A vote, from its opening to its result; every seat of this device hands in its own ballot. */
export function VotePage({ meeting, viewer, vote, onBack }: Props) {
  const { seats } = viewer
  const client = useHall()
  /** Where the page begins; it then stays with that seat until the person goes on to the next. */
  const [seatId, choose] = useState<SeatId | undefined>(
    () => ('received' in vote ? stillToVote(meeting, vote, seats, client.hostNow())[0] : undefined) ?? seats[0],
  )
  if ('phase' in vote) return <OutcomePage meeting={meeting} seats={seats} vote={vote} onBack={onBack} />
  if (!('received' in vote)) return <HeldPage meeting={meeting} vote={vote} onBack={onBack} />
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
