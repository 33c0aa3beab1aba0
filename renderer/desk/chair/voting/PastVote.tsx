import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { AssignWorksheet } from '../../papers/AssignWorksheet.tsx'
import { ResultBar } from './ResultBar.tsx'
import { VoidVote } from './VoidVote.tsx'
import { VotersByChoice } from './VotersByChoice.tsx'

type Past = HeldMeeting['voting']['past'][number]

/** A vote that has ended, with the sentence that was announced, who has to do it, and the way to hold it again. */
export function PastVote({ vote }: { readonly vote: Past }) {
  const { meeting } = useDesk()
  const resolution = meeting.voting.resolutions.find((known) => known.voteId === vote.voteId)
  const assigned = meeting.followUp.some((given) => given.resolutionId === resolution?.resolutionId)
  if (vote.phase === 'void') {
    return (
      <article className="past-vote" aria-label={`作废的表决：${vote.motion}`}>
        <p className="row wrap">
          <span className="tag late">
            <IconAlertTriangle size={16} aria-hidden />
            已作废
          </span>
          <span className="note">{timeText(vote.voidedAt)} 宣布作废</span>
        </p>
        <h3 className="song void">{vote.motion}</h3>
        <p className="sub">
          原因：{vote.reason}
          {vote.verdict !== null && `　原先公布的结果：${vote.verdict.sentence}`}
        </p>
      </article>
    )
  }
  const { passed, sentence, valid } = vote.verdict
  return (
    <article className="past-vote" aria-label={`表决结果：${vote.motion}`}>
      <p className="row wrap">
        {passed ? (
          <span className="tag pass">
            <IconCircleCheck size={16} aria-hidden />
            通过
          </span>
        ) : (
          <span className="tag">
            <IconMinus size={16} aria-hidden />
            {valid ? '未通过' : '表决无效'}
          </span>
        )}
        <span className="note grow">{timeText(vote.closedAt)} 公布</span>
        {meeting.phase !== 'sealed' && !assigned && <VoidVote voteId={vote.voteId} label="宣布作废" small />}
      </p>
      <h3 className="song">{vote.motion}</h3>
      {meeting.rule !== null && <ResultBar rule={meeting.rule} verdict={vote.verdict} />}
      <p className="verdict" role="status">
        {sentence}
      </p>
      {vote.ballots.length > 0 && <VotersByChoice ballots={vote.ballots} electors={vote.electors} />}
      {resolution !== undefined && (
        <div className="assigning">
          <h4>交办</h4>
          <AssignWorksheet resolutionId={resolution.resolutionId} />
        </div>
      )}
    </article>
  )
}
