import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Stance } from '../../ui/Stance.tsx'
import { options } from './ballot-standing.ts'
import type { PastVote } from './use-shown-vote.ts'

type Props = { readonly ballots: (PastVote & { phase: 'closed' })['ballots'] }

/** 记名: who voted how, for those who may see it. */
export function NamedBallots({ ballots }: Props) {
  const client = useHall()
  if (ballots.length === 0) return null
  return (
    <details className="named-ballots">
      <summary>谁投了什么</summary>
      {options.map((option) => {
        const names = ballots.filter((ballot) => ballot.option === option).map(({ seatId }) => nameOf(client, seatId))
        return (
          <p key={option}>
            <Stance stance={option} /> {names.length} 票{names.length > 0 && `：${names.join('、')}`}
          </p>
        )
      })}
    </details>
  )
}
