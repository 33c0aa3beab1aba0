import { IconLock } from '@tabler/icons-react'
import type { Place } from '../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { nameOf } from '../connection/meeting-view.ts'
import { Stance } from '../ui/Stance.tsx'
import { peopleWaiting, placeReason, speakingQueue } from '../ui/speaking-queue.ts'
import './next.css'

/** The next ones, each with the reason for the place; how many wait in all, and that nobody more is taken. */
export function NextSpeakers({ meeting, most }: { readonly meeting: HeldMeeting; readonly most: number }) {
  const queue = speakingQueue(meeting)
  const { closed } = meeting.floor
  return (
    <footer className="band next">
      <p className="next-head">
        <span className="label">
          {queue.length > 0 ? '接下来' : closed ? '没有人在等' : '没有人在等，想说的请举手'}
        </span>
        {closed && (
          <span className="no-more">
            <IconLock size="1em" aria-hidden="true" />
            报名已停
          </span>
        )}
        {queue.length > most && <span className="label rest">共 {peopleWaiting(meeting)} 位在等</span>}
      </p>
      {queue.length > 0 && (
        <ol>
          {queue.slice(0, most).map((place, index) => (
            <Next key={place.speechId} meeting={meeting} place={place} number={index + 1} />
          ))}
        </ol>
      )}
    </footer>
  )
}

type Props = { readonly meeting: HeldMeeting; readonly place: Place; readonly number: number }

function Next({ meeting, number, place }: Props) {
  const client = useHall()
  return (
    <li>
      <span className="label">{number}</span>
      <b className="cut">{nameOf(client, place.seatId)}</b>
      <span className="label cut">{placeReason(meeting, place)}</span>
      {place.stance !== null && <Stance stance={place.stance} />}
    </li>
  )
}
