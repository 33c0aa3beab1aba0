import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { PastVote } from '../../../shared/meeting/voting/state.ts'
import { NamedBallots } from '../vote/NamedBallots.tsx'
import { OutcomeTag } from '../vote/OutcomeTag.tsx'
import { WrittenVotes } from '../vote/WrittenVotes.tsx'
import { Conclusion } from './Conclusion.tsx'
import { assignmentOf, itemState } from './item-lines.ts'
import './agenda.css'

/** Every item, what was voted or agreed on it and what came of that. */
export function AgendaList({ meeting }: { readonly meeting: HeldMeeting }) {
  return (
    <ol className="agenda">
      {meeting.agenda.map((item, index) => (
        <li key={item.itemId} className={item.phase === 'running' ? 'item now' : 'item'}>
          <b className="numeral">{chineseNumber(index + 1)}</b>
          <div>
            <h2>{item.title}</h2>
            <p className="note">{itemState(item)}</p>
            {meeting.voting.past
              .filter((vote) => vote.itemId === item.itemId)
              .map((vote) => (
                <Vote key={vote.voteId} meeting={meeting} vote={vote} />
              ))}
            <Conclusion meeting={meeting} itemId={item.itemId} />
            <WrittenVotes votes={meeting.writtenVotes} itemId={item.itemId} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Vote({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: PastVote }) {
  const resolution = meeting.voting.resolutions.find((one) => one.voteId === vote.voteId)
  const assignment = assignmentOf(meeting, resolution?.resolutionId ?? null)
  return (
    <section className="sheet past">
      <OutcomeTag vote={vote} />
      <p className="song">{vote.motion}</p>
      <p className="second">{vote.phase === 'closed' ? vote.verdict.sentence : `作废：${vote.reason}`}</p>
      {assignment !== null && <p>{assignment}</p>}
      {vote.phase === 'closed' && <NamedBallots vote={vote} />}
    </section>
  )
}
