import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { Stance } from '../../../ui/Stance.tsx'
import { useDesk } from '../../desk-context.tsx'

type Closed = Extract<HeldMeeting['voting']['past'][number], { phase: 'closed' }>

/** 记名: who voted how, for those who may see it, folded away; it is read out when somebody asks. */
export function VotersByChoice({ ballots, electors }: Pick<Closed, 'ballots' | 'electors'>) {
  const { client } = useDesk()
  const silent = electors.filter((seatId) => !ballots.some((ballot) => ballot.seatId === seatId))
  const names = (seats: readonly Closed['electors'][number][]) =>
    seats.length === 0 ? '无' : seats.map((seatId) => nameOf(client, seatId)).join('、')
  return (
    <details className="voters">
      <summary>谁投了什么（记名）</summary>
      <dl>
        {(['for', 'against', 'abstain'] as const).map((option) => (
          <div key={option}>
            <dt>
              <Stance stance={option} />
            </dt>
            <dd>{names(ballots.filter((ballot) => ballot.option === option).map((ballot) => ballot.seatId))}</dd>
          </div>
        ))}
        <div>
          <dt className="sub">没投</dt>
          <dd>{names(silent)}</dd>
        </div>
      </dl>
    </details>
  )
}
