import type { OpenVote } from '../../shared/meeting/voting/state.ts'
import { useVoteSecondsLeft } from '../connection/vote-seconds-left.ts'
import { clockText } from '../ui/clock-text.ts'
import { objectionWords } from '../ui/objection-words.ts'
import { progressOf, STOPPED_WORDS, waitingWords } from './progress-words.ts'
import './progress.css'

type Props = {
  readonly vote: OpenVote
  /** Much stands above it. */
  readonly full: boolean
}

/** How many ballots are in, in three tones by channel, and how long yet. */
export function VoteProgress({ full, vote }: Props) {
  if (vote.terms.question.kind === 'objection') return <Objections full={full} vote={vote} />
  const progress = progressOf(vote)
  const { expected, hands, named, papers } = progress
  const waiting = waitingWords(vote, progress)
  const whole = Math.max(expected, 1, named + hands + papers)
  const ways = [
    { key: 'named', count: named, name: vote.terms.channels.device ? '手机和登记' : '登记' },
    { key: 'hands', count: hands, name: '举手' },
    { key: 'papers', count: papers, name: '领纸票' },
  ] as const
  const inUse = ways.filter(({ count }) => count > 0)
  return (
    <div className={full ? 'progress full' : 'progress'}>
      <div className="progress-line">
        <p>
          已收 <b>{named + hands}</b> 票{papers > 0 && `，领纸票 ${papers} 张`}，应收 {expected} 票
        </p>
        {waiting === null ? <Countdown vote={vote} /> : <b className="waiting">{waiting}</b>}
      </div>
      <div className="ways" role="img" aria-label={`收票进度，应收 ${expected} 票，有了 ${named + hands + papers} 票`}>
        {ways.map(({ count, key }) => (
          <i key={key} className={key} style={{ width: `${(count / whole) * 100}%` }} />
        ))}
      </div>
      {inUse.length > 1 && (
        <p className="ways-names label">
          {inUse.map(({ count, key, name }) => (
            <span key={key}>
              <i className={key} aria-hidden="true" />
              {name} {count}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

/** No bar that fills: whoever is silent agrees. */
function Objections({ full, vote }: Props) {
  return (
    <div className={full ? 'progress full' : 'progress'}>
      <div className="progress-line">
        <p>{objectionWords(vote)}</p>
        {vote.stoppedAt === null ? <Countdown vote={vote} /> : <b className="waiting">{STOPPED_WORDS}</b>}
      </div>
    </div>
  )
}

function Countdown({ vote }: { readonly vote: OpenVote }) {
  const left = useVoteSecondsLeft(vote)
  if (left === null) return null
  return (
    <b className="countdown" role="timer">
      {left > 0 ? `还有 ${clockText(left)}` : '时间到'}
    </b>
  )
}
