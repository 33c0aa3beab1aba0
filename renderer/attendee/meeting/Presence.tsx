import { IconCheck, IconInfoCircle } from '@tabler/icons-react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { timeText } from '../../ui/clock-text.ts'
import { proxyOf } from '../vote/delegations.ts'
import { asideWords } from './aside-words.ts'
import { quorumOf } from './quorum.ts'
import { signInStanding } from './sign-in.ts'

/** That one is signed in, and whether there are enough people to decide anything. */
export function Presence({ meeting, seats }: { readonly meeting: HeldMeeting; readonly seats: readonly SeatId[] }) {
  const client = useHall()
  if (meeting.phase !== 'open') return null
  const quorum = quorumOf(meeting)
  return (
    <section className="presence">
      {seats.map((seatId) => (
        <p key={seatId} role="status">
          <SignedIn meeting={meeting} seatId={seatId} name={nameOf(client, seatId)} />
        </p>
      ))}
      {seats.map((seatId) => {
        const words = asideWords(meeting, meeting.runningItem, seatId)
        if (words === null) return null
        return (
          <p key={seatId} className="second" role="status">
            <IconInfoCircle size="1.15em" aria-hidden="true" />
            <span>{seats.length > 1 ? `${nameOf(client, seatId)}：${words}` : words}</span>
          </p>
        )
      })}
      {seats.map((seatId) => {
        const proxyId = proxyOf(meeting, seatId)
        if (proxyId === null) return null
        return (
          <p key={seatId} className="second" role="status">
            <IconInfoCircle size="1.15em" aria-hidden="true" />
            <span>
              {seats.length > 1 ? nameOf(client, seatId) : '您'}已委托{nameOf(client, proxyId)}表决
            </span>
          </p>
        )
      })}
      {quorum !== null && quorum.missing > 0 && (
        <p className="second">
          <IconInfoCircle size="1.15em" aria-hidden="true" />
          <span>
            可以议，还差 {quorum.missing} 位才能表决（应到 {quorum.entitled}，实到 {quorum.present}）
          </span>
        </p>
      )}
    </section>
  )
}

function SignedIn({
  meeting,
  seatId,
  name,
}: {
  readonly meeting: HeldMeeting
  readonly seatId: SeatId
  readonly name: string
}) {
  const standing = signInStanding(meeting, seatId)
  switch (standing.at) {
    case 'present':
      return (
        <>
          <IconCheck className="green" size="1.15em" stroke={2.5} aria-hidden="true" />
          <span>
            {name}，<span className="green">已签到 {timeText(standing.since)}</span>
          </span>
        </>
      )
    case 'left':
      return <span>{`${name}，${timeText(standing.since)} 已离场`}</span>
    case 'excused':
      return <span>{`${name}，已请假`}</span>
    case 'absent':
      return <span>{`${name}，还没签到`}</span>
  }
}
