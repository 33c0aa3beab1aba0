import { presentIn } from '../../../shared/meeting/voting/present-in.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { objectionWords } from '../../ui/objection-words.ts'
import { papersWords } from './received-words.ts'

/** How many ballots have come in, never how they were. */
export function Received({ vote }: { readonly vote: OpenVote }) {
  const { issued, received, stoppedAt } = vote
  const objection = vote.terms.question.kind === 'objection'
  const expected = presentIn(vote)
  return (
    <div className="received">
      <p className="dock-line" aria-live="polite">
        {objection ? (
          <span>{objectionWords(vote)}</span>
        ) : (
          <span>
            已收 <b>{received}</b> 票{papersWords(vote)}，应收 {expected} 票
          </span>
        )}
        <span className="note">{stoppedAt === null ? '等主持人宣布结果' : '投票已截止，正在计票'}</span>
      </p>
      {!objection && <progress max={Math.max(1, expected)} value={received + issued} aria-label="收票进度" />}
    </div>
  )
}
