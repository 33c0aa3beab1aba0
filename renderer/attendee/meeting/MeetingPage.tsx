import type { MeetingId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { meetingOf } from '../../connection/meeting-view.ts'
import { AgendaPage } from '../agenda/AgendaPage.tsx'
import { CodePage } from '../door/CodePage.tsx'
import { ConnectingPage } from '../frame/ConnectingPage.tsx'
import { Frame } from '../frame/Frame.tsx'
import { NotesPage } from '../notes/NotesPage.tsx'
import { useCurrentSeat } from '../seats/use-current-seat.ts'
import { useSeatsPage } from '../seats/use-seats-page.ts'
import { useForgottenVotes } from '../vote/use-forgotten-votes.ts'
import { useShownVote } from '../vote/use-shown-vote.ts'
import { VotePage } from '../vote/VotePage.tsx'
import { HallPage } from './HallPage.tsx'
import { useSignIn } from './use-sign-in.ts'
import { useView } from './use-view.ts'
import './meeting.css'

/** In: everything of one meeting. */
export function MeetingPage({ viewer, meetingId }: { readonly viewer: Viewer; readonly meetingId: MeetingId | null }) {
  const meeting = meetingOf(useHall(), meetingId)
  if (meeting === null) return <ConnectingPage />
  return <Seated key={meeting.meetingId} viewer={viewer} meeting={meeting} />
}

function Seated({ viewer, meeting }: { readonly viewer: Viewer; readonly meeting: HeldMeeting }) {
  const [seatId, chooseSeat] = useCurrentSeat(meeting.meetingId, viewer.seats)
  const [view, open, back] = useView()
  const SeatsPage = useSeatsPage(view.at === 'seats')
  const vote = useShownVote(meeting.voting)
  useSignIn(meeting, viewer.seats)
  useForgottenVotes(meeting.voting.open?.voteId ?? null)
  if (seatId === null) return <ConnectingPage />
  if (vote.shown !== null) {
    return <VotePage key={vote.shown.voteId} meeting={meeting} vote={vote.shown} viewer={viewer} onBack={vote.hide} />
  }
  switch (view.at) {
    case 'hall':
      return <HallPage meeting={meeting} viewer={viewer} seatId={seatId} open={open} showVote={vote.show} />
    case 'agenda':
      return <AgendaPage meeting={meeting} onBack={back} />
    case 'code':
      return <CodePage onBack={back} />
    case 'notes':
      return <NotesPage meeting={meeting} itemId={view.itemId} seatId={seatId} onBack={back} />
    case 'seats':
      return SeatsPage === null ? (
        <Frame title={meeting.title} practice={meeting.practice} onBack={back}>
          <p role="status">正在打开，连上以后就好。</p>
        </Frame>
      ) : (
        <SeatsPage meeting={meeting} seats={viewer.seats} current={seatId} choose={chooseSeat} onBack={back} />
      )
  }
}
