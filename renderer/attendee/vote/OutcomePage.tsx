import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type PastVote, voterOf } from '../../../shared/meeting/voting/state.ts'
import { unannouncedText } from '../../../shared/wording/vote-words.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Frame } from '../frame/Frame.tsx'
import { BallotLines } from './BallotLines.tsx'
import { ResultFigures } from './Figures.tsx'
import { NamedBallots } from './NamedBallots.tsx'
import { OutcomeTag } from './OutcomeTag.tsx'

type Props = {
  readonly meeting: HeldMeeting
  readonly seats: readonly SeatId[]
  readonly vote: PastVote
  readonly onBack: () => void
}

/** The result, as it was announced. */
export function OutcomePage({ meeting, seats, vote, onBack }: Props) {
  const place = meeting.agenda.findIndex((item) => item.itemId === vote.itemId)
  return (
    <Frame
      title={meeting.title}
      practice={meeting.practice}
      dock={
        <button type="button" className="key wide" onClick={onBack}>
          回到会场
        </button>
      }
    >
      <section className="outcome" role="status">
        <p className="motion-head">
          <span className="note">第{chineseNumber(place + 1)}项，表决结果</span>
          <OutcomeTag vote={vote} />
        </p>
        <h1>{vote.motion}</h1>
        <p className="sheet verdict">
          {vote.phase === 'closed'
            ? vote.verdict.sentence
            : `主持人宣布这次表决作废：${vote.reason}。原来的票都留着备查，需要时重新表决。`}
        </p>
        {vote.phase === 'void' && vote.verdict !== null && !vote.published && (
          <p className="second">{unannouncedText(vote.verdict.sentence)}</p>
        )}
      </section>
      {vote.phase === 'closed' && (
        <>
          <ResultFigures terms={vote.terms} verdict={vote.verdict} />
          <Own seats={seats} vote={vote} />
          <NamedBallots vote={vote} />
        </>
      )}
    </Frame>
  )
}

function Own({ seats, vote }: { readonly seats: readonly SeatId[]; readonly vote: PastVote & { phase: 'closed' } }) {
  const client = useHall()
  const { ballots, electors, terms } = vote
  const { channels, question } = terms
  // Silence is an answer to 无异议; who could not vote here knows himself whether he did.
  const missed = (seatId: SeatId) =>
    channels.device && question.kind !== 'objection' && electors.includes(seatId) && voterOf(vote, seatId) === null
  return seats.map((seatId) => {
    const own = ballots.find((ballot) => ballot.seatId === seatId)
    const whose = seats.length > 1 ? nameOf(client, seatId) : '您'
    if (own === undefined) {
      return missed(seatId) && <p key={seatId}>没有{whose}的票：结束前没有投出的，不算票。</p>
    }
    return (
      <div key={seatId}>
        <span>{whose}投的是 </span>
        <BallotLines question={question} option={own.option} />
      </div>
    )
  })
}
