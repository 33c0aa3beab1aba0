import { IconPlayerPause } from '@tabler/icons-react'
import { timesSpoken } from '../../../shared/meeting/floor/order.ts'
import { currentRules, rulesOf } from '../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor, type Speaking } from '../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useSecondsLeft } from '../../connection/seconds-left.ts'
import { clockMoment } from '../../ui/clock-moment.ts'
import { clockText } from '../../ui/clock-text.ts'
import { turnWords } from '../../ui/speaking-queue.ts'
import { useDesk } from '../desk-context.tsx'
import { SpeechMarks } from './SpeechMarks.tsx'

/** Who has the floor, with the clock; under it whoever was interrupted. */
export function OnFloor() {
  const { client, meeting } = useDesk()
  const { floor, runningItem } = meeting
  const speech = onFloor(floor)
  const { rules, seconds } = rulesOf(meeting, runningItem)
  const left = useSecondsLeft(speech, seconds)
  if (speech === null) {
    return (
      <p className="duty-words">
        {runningItem === null ? '现在没有正在议的议题，等主持人开始下一题。' : '现在没有人发言。'}
      </p>
    )
  }
  const name = nameOf(client, speech.seatId)
  const moment = clockMoment(left, rules.warnSeconds)
  const paused = speech.runningSince === null
  return (
    <>
      <div className="floor-now">
        <div>
          <p className="floor-name song" title={name}>
            {name}
          </p>
          <p className="row wrap">
            <SpeechMarks speech={speech} />
            <Turn speech={speech} />
          </p>
        </div>
        <div className={`floor-clock ${moment === 'up' ? 'floor-over' : moment === 'nearly' ? 'floor-late' : ''}`}>
          <b role="timer" aria-label="还剩">
            {clockText(left)}
          </b>
          {paused && (
            <span className="tag">
              <IconPlayerPause size={16} aria-hidden />
              已暂停
            </span>
          )}
          <span aria-live="assertive">{moment === 'up' && <span className="tag late">时间到</span>}</span>
        </div>
      </div>
      {floor.interposed !== null && floor.speaking !== null && <Interrupted speech={floor.speaking} />}
    </>
  )
}

function Turn({ speech }: { readonly speech: Speaking }) {
  const { meeting } = useDesk()
  if (speech.kind !== 'ordinary' || speech.seatId === null) return null
  const before = timesSpoken(meeting.floor, speech.itemId, speech.seatId)
  return <span className="note">{turnWords(before + 1, currentRules(meeting).times)}</span>
}

function Interrupted({ speech }: { readonly speech: Speaking }) {
  const { client } = useDesk()
  const left = useSecondsLeft(speech, speech.limitSeconds)
  return (
    <p className="floor-interrupted">
      <IconPlayerPause size={16} aria-hidden />
      <span className="one grow" title={nameOf(client, speech.seatId)}>
        {nameOf(client, speech.seatId)}的发言停着
      </span>
      <span>还剩 {clockText(left)}</span>
    </p>
  )
}
