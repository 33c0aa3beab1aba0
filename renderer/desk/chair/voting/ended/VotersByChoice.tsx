import type { SeatId } from '../../../../../shared/core/ids.ts'
import type { PastVote } from '../../../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../../../connection/meeting-view.ts'
import { useDesk } from '../../../desk-context.tsx'
import { namedLines, unnamedLines } from './ballot-words.ts'

type Closed = Extract<PastVote, { phase: 'closed' }>

/** Who voted how where it was named, and who took part by which channel; folded away, read out when somebody asks. */
export function VotersByChoice({ vote }: { readonly vote: Closed }) {
  const { client } = useDesk()
  const { ballots, electors, terms, voters } = vote
  // Nobody took part by name: there is nobody to list.
  if (ballots.length === 0 && voters.length === 0) return null
  const { question } = terms
  const names = (seats: readonly SeatId[]) =>
    seats.length === 0 ? '无' : seats.map((seatId) => nameOf(client, seatId)).join('、')
  const perPerson = 'rows' in question
  const silent = unnamedLines({ ballots, electors, voters })
  return (
    <details className="voters">
      <summary>{ballots.length > 0 ? '谁投了什么（记名）' : '谁用什么方式投了'}</summary>
      <dl className={perPerson ? 'by-person' : ''}>
        {ballots.length > 0 &&
          namedLines(question, ballots).map(({ seatIds, words }) => (
            <div key={`${words} ${seatIds[0] ?? ''}`}>
              <dt>{perPerson ? names(seatIds) : words}</dt>
              <dd>{perPerson ? words : names(seatIds)}</dd>
            </div>
          ))}
        {silent.map(({ seatIds, words }) => (
          <div key={words}>
            <dt className="sub">{words}</dt>
            <dd>{names(seatIds)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
