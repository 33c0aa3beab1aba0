import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { nameOf } from '../connection/meeting-view.ts'
import { useSecondsLeft } from '../connection/seconds-left.ts'
import { clockText } from '../ui/clock-text.ts'
import { Stance } from '../ui/Stance.tsx'
import { speakingQueue } from '../ui/speaking-queue.ts'
import { fitting } from './fitting.ts'
import { ItemTitle } from './ItemTitle.tsx'
import { limitText } from './limit-text.ts'
import './floor.css'

const MOST_NEXT = 3
/** Characters of names that fit beside each other. */
const ROOM_FOR_NEXT = 12
/** A name of more takes two lines, one of yet more smaller letters. */
const SHORT_NAME = 4
const LONG_NAME = 10

type Props = {
  readonly meeting: HeldMeeting
  readonly item: AgendaItem
  readonly speaking: NonNullable<HeldMeeting['floor']['speaking']>
}

/** Who speaks, how long yet, who is next. */
export function FloorPage({ meeting, item, speaking }: Props) {
  const client = useHall()
  const { limitSeconds, seatId, stance, startedAt } = speaking
  const left = useSecondsLeft(startedAt, limitSeconds)
  const queue = speakingQueue(meeting)
  const next = fitting(
    queue.slice(0, MOST_NEXT).map((request) => nameOf(client, request.seatId)),
    ROOM_FOR_NEXT,
  )
  const name = nameOf(client, seatId)
  return (
    <>
      <ItemTitle meeting={meeting} item={item} />
      <div className="speaking">
        <div>
          <p className="label">正在发言</p>
          <p className={`speaker ${name.length > LONG_NAME ? 'long longest' : name.length > SHORT_NAME ? 'long' : ''}`}>
            {name}
          </p>
          <p className="speaker-stance">
            <Stance stance={stance} />
          </p>
        </div>
        <div className="time-left">
          <p className="clock" role="timer">
            {clockText(left)}
          </p>
          <p className={left <= 0 ? 'up' : 'label'}>
            {left <= 0 ? '时间到' : `还剩，每次限${limitText(limitSeconds)}`}
          </p>
        </div>
      </div>
      <progress className="left" max={limitSeconds} value={Math.max(0, left)} aria-label="还剩的时间" />
      <footer className="band next">
        {next.length === 0 ? (
          <span>没有人在等，想说的请举手</span>
        ) : (
          <>
            <span>下一位</span>
            {next.map((one, index) => (
              <b key={queue[index]?.seatId ?? one} className={index === 0 ? 'first' : ''}>
                {one}
              </b>
            ))}
            {queue.length > next.length && <span className="rest">后面还有 {queue.length - next.length} 位</span>}
          </>
        )}
      </footer>
    </>
  )
}
