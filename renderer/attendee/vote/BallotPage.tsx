import { useEffect, useRef, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote, Option } from '../../../shared/meeting/voting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { Frame } from '../frame/Frame.tsx'
import { Refused } from '../frame/Refused.tsx'
import { Outside, Recorded, Sending } from './after-casting.tsx'
import { ballotStanding, isOptionOrNone, stillToVote } from './ballot-standing.ts'
import { CastDock } from './CastDock.tsx'
import { Choices } from './Choices.tsx'
import { Entrusted } from './Entrusted.tsx'
import { Motion } from './Motion.tsx'
import { Received } from './Received.tsx'
import { SeatTabs } from './SeatTabs.tsx'
import { choiceName } from './use-forgotten-votes.ts'
import { useRecordedTime } from './use-recorded-time.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly vote: OpenVote
  readonly seats: readonly SeatId[]
  readonly seatId: SeatId
  readonly choose: (seatId: SeatId) => void
  readonly onBack: () => void
}

/** One seat's ballot in an open vote. */
export function BallotPage({ meeting, vote, seats, seatId, choose, onBack }: Props) {
  const client = useHall()
  const draft = choiceName(vote.voteId, seatId)
  const [option, setOption] = useDraft<Option | null>(draft, null, isOptionOrNone)
  const [refused, setRefused] = useState<string | null>(null)
  const standing = ballotStanding(meeting, vote, seatId, client.pending)
  const at = useRecordedTime(vote.voteId, seatId, standing.at)
  const several = seats.length > 1
  const name = several ? nameOf(client, seatId) : null
  /** A second press may come before the first one is drawn. */
  const sent = useRef(false)
  const cast = async (chosen: Option) => {
    if (sent.current) return
    sent.current = true
    setRefused(null)
    const answer = await client.castBallot(meeting.meetingId, vote.voteId, seatId, chosen)
    if (answer.ok) return
    sent.current = false
    setRefused(answer.sentence)
  }
  useEffect(() => {
    if (standing.at === 'recorded') forgetDraft(draft)
  }, [draft, standing.at])
  const next = stillToVote(meeting, vote, seats).find((one) => one !== seatId)
  const dock =
    standing.at === 'choosing' ? (
      <CastDock option={option} name={name} onCast={(chosen) => void cast(chosen)} onBack={onBack} />
    ) : (
      <>
        <Received vote={vote} />
        {next !== undefined && (
          <button type="button" className="key go wide" onClick={() => choose(next)}>
            接着投{nameOf(client, next)}的一票
          </button>
        )}
        <button type="button" className="key wide" onClick={onBack}>
          回到会场
        </button>
      </>
    )
  return (
    <Frame title={meeting.title} practice={meeting.practice} dock={dock}>
      {several && <SeatTabs meeting={meeting} vote={vote} seats={seats} seatId={seatId} choose={choose} />}
      <Refused sentence={refused} />
      <Entrusted meeting={meeting} vote={vote} seatId={seatId} />
      {standing.at === 'choosing' && (
        <>
          <Motion meeting={meeting} vote={vote} />
          <Choices option={option} choose={setOption} />
        </>
      )}
      {standing.at === 'sending' && <Sending option={standing.option} keptSafely={client.keptSafely} />}
      {standing.at === 'recorded' && <Recorded option={standing.option} at={at} />}
      {standing.at === 'delegated' && (
        <Outside
          meeting={meeting}
          vote={vote}
          why={`${name ?? '您'}已委托${nameOf(client, standing.proxyId)}表决，这台设备不用投。要自己投，请在表决开始前让工作人员取消委托。`}
        />
      )}
      {standing.at === 'outside' && <Outside meeting={meeting} vote={vote} why={standing.why} />}
    </Frame>
  )
}
