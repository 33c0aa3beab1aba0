import { useEffect, useRef, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { endsAt } from '../../../shared/meeting/voting/state.ts'
import { useHall, useHostNow } from '../../connection/hall-context.tsx'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { ballotStanding } from './ballot-standing.ts'
import { handedIn, isTickedOrNone, nothingTicked, type Ticked, tickedAs } from './ticked.ts'
import { choiceName } from './use-forgotten-votes.ts'

/** One seat's ballot: what is ticked, what the host has, and the way from the one to the other. */
export function useBallot(meeting: HeldMeeting, vote: OpenVote, seatId: SeatId) {
  const client = useHall()
  const { question } = vote.terms
  const draft = choiceName(vote.voteId, seatId)
  const [kept, setKept] = useDraft<Ticked | null>(draft, null, isTickedOrNone(question))
  const [reopened, setReopened] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  /** A second press may come before the first one is drawn. */
  const sent = useRef<string | null>(null)
  const now = useHostNow(endsAt(vote) !== null)
  const standing = ballotStanding(meeting, vote, seatId, client.pending, now)
  const recorded = standing.at === 'recorded' ? standing.option : null
  const canRevise = standing.at === 'recorded' && standing.revisable && recorded !== null
  const ticked = kept ?? (recorded === null ? nothingTicked(question) : tickedAs(question, recorded))
  const revising = canRevise && (reopened || (kept !== null && handedIn(question, kept) !== recorded))
  const isOver = standing.at === 'recorded' && !revising
  useEffect(() => {
    if (isOver) forgetDraft(draft)
  }, [draft, isOver])
  const leave = () => {
    setKept(null)
    setReopened(false)
  }
  const cast = async (option: string): Promise<void> => {
    if (sent.current === option) return
    sent.current = option
    setRefused(null)
    setReopened(false)
    const answer = await client.castBallot(meeting.meetingId, vote.voteId, seatId, option)
    if (answer.ok) return
    sent.current = null
    setRefused(answer.sentence)
  }
  return {
    standing,
    ticked,
    revising,
    refused,
    tick: setKept,
    cast,
    leave,
    reopen: () => {
      sent.current = null
      setKept(null)
      setReopened(true)
    },
  }
}
