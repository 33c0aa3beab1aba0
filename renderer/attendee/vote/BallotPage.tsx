import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Frame } from '../frame/Frame.tsx'
import { Refused } from '../frame/Refused.tsx'
import { BallotLines } from './BallotLines.tsx'
import { stillToVote } from './ballot-standing.ts'
import { CastDock, CheckDock } from './CastDock.tsx'
import { Choices } from './Choices.tsx'
import { Entrusted } from './Entrusted.tsx'
import { Motion } from './Motion.tsx'
import { Received } from './Received.tsx'
import { SeatTabs } from './SeatTabs.tsx'
import { Standing } from './Standing.tsx'
import { handedIn } from './ticked.ts'
import { useBallot } from './use-ballot.ts'

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
  const ballot = useBallot(meeting, vote, seatId)
  const [checking, setChecking] = useState(false)
  const { revising, standing, ticked } = ballot
  const { question, revisable } = vote.terms
  const several = seats.length > 1
  const name = several ? nameOf(client, seatId) : null
  const recorded = standing.at === 'recorded' ? standing.option : null
  const option = handedIn(question, ticked)
  const ticking = standing.at === 'choosing' || revising
  const checked = ticking && checking ? option : null
  const next = stillToVote(meeting, vote, seats, client.hostNow()).find((one) => one !== seatId)
  const cast = (chosen: string) => {
    setChecking(false)
    void ballot.cast(chosen)
  }
  const dock = () => {
    if (checked !== null) {
      const back = () => setChecking(false)
      return <CheckDock revisable={revisable} name={name} onCast={() => cast(checked)} onBack={back} />
    }
    if (ticking) {
      return (
        <CastDock
          question={question}
          ticked={ticked}
          revisable={revisable}
          recorded={revising ? recorded : null}
          name={name}
          onCast={(chosen) => ('rows' in question ? setChecking(true) : cast(chosen))}
          onBack={revising ? ballot.leave : onBack}
        />
      )
    }
    return (
      <>
        <Received vote={vote} />
        {next !== undefined && (
          <button type="button" className="key go wide" onClick={() => choose(next)}>
            接着投{nameOf(client, next)}的一票
          </button>
        )}
        {standing.at === 'recorded' && standing.revisable && (
          <button type="button" className="key wide" onClick={ballot.reopen}>
            改一改
          </button>
        )}
        <button type="button" className="key wide" onClick={onBack}>
          回到会场
        </button>
      </>
    )
  }
  return (
    <Frame title={meeting.title} practice={meeting.practice} dock={dock()}>
      {several && <SeatTabs meeting={meeting} vote={vote} seats={seats} seatId={seatId} choose={choose} />}
      <Refused sentence={ballot.refused} />
      <Entrusted meeting={meeting} vote={vote} seatId={seatId} />
      {checked !== null && (
        <section className="sheet" role="status">
          <h2>请再看一遍{name === null ? '您' : name}的票</h2>
          <BallotLines question={question} option={checked} />
        </section>
      )}
      {ticking && checked === null && (
        <>
          <Motion meeting={meeting} vote={vote} />
          <Choices question={question} ticked={ticked} choose={ballot.tick} />
        </>
      )}
      {!ticking && (
        <Standing meeting={meeting} vote={vote} seatId={seatId} name={name} standing={standing} unsent={option} />
      )}
    </Frame>
  )
}
