import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { AgendaList } from '../agenda/AgendaList.tsx'
import { Conclusion } from '../agenda/Conclusion.tsx'
import { FloorDock } from '../floor/FloorDock.tsx'
import { floorStanding } from '../floor/floor-standing.ts'
import { SpeakerCard } from '../floor/SpeakerCard.tsx'
import { Frame } from '../frame/Frame.tsx'
import { Refused } from '../frame/Refused.tsx'
import { Drafts } from '../vote/Drafts.tsx'
import { LastVote } from '../vote/LastVote.tsx'
import { VoteDock } from '../vote/VoteDock.tsx'
import { WrittenVotes } from '../vote/WrittenVotes.tsx'
import { Now } from './Now.tsx'
import { Presence } from './Presence.tsx'
import { Rows } from './Rows.tsx'
import type { View } from './use-view.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly viewer: Viewer
  readonly seatId: SeatId
  readonly open: (view: View) => void
  readonly showVote: () => void
}

/** The hall as one sees it from one's seat: what is on, who speaks, and what one can do. */
export function HallPage({ meeting, viewer, seatId, open, showVote }: Props) {
  const { pending, refusal } = useHall()
  const vote = meeting.voting.open
  const over = floorStanding(meeting, seatId, pending).at === 'over'
  const dock = () => {
    if (vote !== null) return <VoteDock meeting={meeting} vote={vote} seats={viewer.seats} showVote={showVote} />
    return over ? undefined : <FloorDock key={seatId} meeting={meeting} seatId={seatId} />
  }
  return (
    <Frame title={meeting.title} practice={meeting.practice} dock={dock()}>
      <Refused sentence={refusal?.to === 'enter' ? refusal.sentence : null} />
      <Now meeting={meeting} />
      {meeting.runningItem !== null && vote === null && <SpeakerCard meeting={meeting} seatId={seatId} />}
      {vote === null && <Drafts meeting={meeting} />}
      {vote === null && <LastVote meeting={meeting} />}
      {meeting.runningItem !== null && <Conclusion meeting={meeting} itemId={meeting.runningItem} />}
      <WrittenVotes votes={meeting.writtenVotes} itemId={meeting.runningItem} />
      <Presence meeting={meeting} seats={viewer.seats} />
      {meeting.runningItem === null && <AgendaList meeting={meeting} />}
      <Rows meeting={meeting} seats={viewer.seats} open={open} />
    </Frame>
  )
}
