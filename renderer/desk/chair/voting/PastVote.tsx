import type { PastVote as Past } from '../../../../shared/meeting/voting/state.ts'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { AssignWorksheet } from '../../papers/AssignWorksheet.tsx'
import { VotePapers } from '../../papers/VotePapers.tsx'
import { CopyResult } from './ended/CopyResult.tsx'
import { OutcomeTag } from './ended/OutcomeTag.tsx'
import { VoidedVote } from './ended/VoidedVote.tsx'
import { VoteResult } from './ended/VoteResult.tsx'
import { VotersByChoice } from './ended/VotersByChoice.tsx'
import { VoidVote } from './VoidVote.tsx'

/** A vote that has ended, with the sentence that was announced, who has to do it, and the way to hold it again. */
export function PastVote({ vote }: { readonly vote: Past }) {
  const { meeting } = useDesk()
  if (vote.phase === 'void') return <VoidedVote vote={vote} />
  const { closedAt, motion, verdict, voteId } = vote
  const resolution = meeting.voting.resolutions.find((known) => known.voteId === voteId)
  const assigned = meeting.followUp.some((given) => given.resolutionId === resolution?.resolutionId)
  return (
    <article className="past-vote" aria-label={`表决结果：${motion}`}>
      <p className="row wrap">
        <OutcomeTag question={vote.terms.question} verdict={verdict} />
        {vote.amendment !== null && <span className="tag line">修正案</span>}
        <span className="note grow">{timeText(closedAt)} 结束</span>
        <CopyResult vote={vote} />
        {meeting.phase !== 'sealed' && !assigned && <VoidVote voteId={voteId} label="宣布作废" small />}
      </p>
      <VoteResult vote={vote} verdict={verdict} />
      <VotersByChoice vote={vote} />
      <div className="row wrap">
        <VotePapers voteId={voteId} />
      </div>
      {resolution !== undefined && (
        <div className="assigning">
          <h4>交办</h4>
          <AssignWorksheet resolutionId={resolution.resolutionId} />
        </div>
      )}
    </article>
  )
}
