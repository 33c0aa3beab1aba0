import { IconPlayerPause } from '@tabler/icons-react'
import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import { currentRules } from '../../shared/meeting/floor/rules-in-use.ts'
import type { Speaking } from '../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { nameOf } from '../connection/meeting-view.ts'
import { useSecondsLeft } from '../connection/seconds-left.ts'
import { clockMoment } from '../ui/clock-moment.ts'
import { clockText } from '../ui/clock-text.ts'
import { Stance } from '../ui/Stance.tsx'
import { limitWords, restWords, speechLabel } from './floor-words.ts'
import { GroupTimes } from './GroupTimes.tsx'
import { ItemTitle } from './ItemTitle.tsx'
import { NextSpeakers } from './NextSpeakers.tsx'
import './floor.css'

/** A name of more takes smaller letters, one of yet more the smallest. */
const SHORT_NAME = 4
const LONG_NAME = 10
/** `-10:24` needs more room than `1:24`. */
const SHORT_CLOCK = 5
/** Characters that fit into a line of groups, and how many the time of one takes. */
const ROOM_FOR_GROUPS = 24
const ROOM_FOR_TIME = 4

type Props = {
  readonly meeting: HeldMeeting
  readonly item: AgendaItem
  readonly speech: Speaking | null
}

/** Who speaks, how long yet, who is next and why. */
export function FloorPage({ meeting, item, speech }: Props) {
  const { interposed, speaking } = meeting.floor
  const interrupted = speech !== null && speech === interposed ? speaking : null
  const { quotas } = currentRules(meeting)
  const wraps = quotas.reduce((sum, { party }) => sum + party.length + ROOM_FOR_TIME, 0) > ROOM_FOR_GROUPS
  const tight = interrupted !== null || quotas.length > 0
  return (
    <>
      <ItemTitle meeting={meeting} item={item} tight={tight} />
      {speech === null ? (
        <p className="speaking nobody">现在没有人发言</p>
      ) : (
        <Live key={speech.speechId} meeting={meeting} speech={speech} interrupted={interrupted} tight={tight} />
      )}
      <GroupTimes meeting={meeting} itemId={item.itemId} wraps={wraps} />
      <NextSpeakers meeting={meeting} most={wraps ? 2 : 3} />
    </>
  )
}

type LiveProps = {
  readonly meeting: HeldMeeting
  readonly speech: Speaking
  /** The speech that a question stopped. */
  readonly interrupted: Speaking | null
  /** Much stands on the page: smaller letters, the stance beside the label, a clock that stands says no limit. */
  readonly tight: boolean
}

function Live({ interrupted, meeting, speech, tight }: LiveProps) {
  const client = useHall()
  const { limitSeconds, runningSince, seatId, stance } = speech
  const left = useSecondsLeft(speech, limitSeconds)
  const rest = useSecondsLeft(interrupted, 0)
  const moment = clockMoment(left, currentRules(meeting).warnSeconds)
  const name = nameOf(client, seatId)
  const clock = clockText(left)
  return (
    <>
      <div className={tight ? 'speaking tight' : 'speaking'}>
        <div>
          <p className="label doing">
            {speechLabel(speech)}
            {tight && stance !== null && <Stance stance={stance} />}
          </p>
          <p className={`speaker ${name.length > LONG_NAME ? 'long longest' : name.length > SHORT_NAME ? 'long' : ''}`}>
            {name}
          </p>
          {!tight && stance !== null && (
            <p className="speaker-stance">
              <Stance stance={stance} />
            </p>
          )}
          {interrupted !== null && (
            <p className="interrupted">
              <IconPlayerPause size="1em" aria-hidden="true" />
              <span className="cut">{nameOf(client, interrupted.seatId)}</span>
              <span>先停一停，{restWords(rest)}</span>
            </p>
          )}
        </div>
        <div className="time-left">
          <p className={`clock ${moment} ${clock.length > SHORT_CLOCK ? 'wide' : ''}`} role="timer">
            {clock}
          </p>
          {runningSince === null && (
            <p className="mark still">
              <IconPlayerPause size="1em" aria-hidden="true" />
              已暂停
            </p>
          )}
          {moment === 'before' && !(tight && runningSince === null) && <p className="label">{limitWords(speech)}</p>}
          {moment !== 'before' && <p className="mark">{moment === 'up' ? '时间到' : '快到时间了'}</p>}
        </div>
      </div>
      <progress className={`left ${moment}`} max={limitSeconds} value={Math.max(0, left)} aria-label="还剩的时间" />
    </>
  )
}
