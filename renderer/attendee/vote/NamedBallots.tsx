import type { PastVote } from '../../../shared/meeting/voting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { MarkWord } from './BallotLines.tsx'
import { ballotsByMark } from './ballot-words.ts'

/** 记名: who voted how, for those who may see it. */
export function NamedBallots({ vote }: { readonly vote: PastVote & { phase: 'closed' } }) {
  const client = useHall()
  const { ballots, terms, verdict } = vote
  if (ballots.length === 0) return null
  const { device = 0, hands = 0, paper = 0 } = verdict.channels ?? {}
  return (
    <details className="named-ballots">
      <summary>谁投了什么</summary>
      {ballotsByMark(terms.question, ballots).map(({ name, marks }) => (
        <div key={name}>
          {name !== null && <h3>{name}</h3>}
          {marks.map(({ mark, seatIds }) => (
            <p key={mark}>
              <MarkWord mark={mark} /> {seatIds.length} 票
              {seatIds.length > 0 && `：${seatIds.map((seatId) => nameOf(client, seatId)).join('、')}`}
            </p>
          ))}
        </div>
      ))}
      {device + hands + paper > ballots.length && <p className="note">举手点数的和无记名的纸票没有名字，不在里面。</p>}
    </details>
  )
}
