import type { Speaking } from '../../../shared/meeting/floor/state.ts'
import { useSecondsLeft } from '../../connection/seconds-left.ts'
import { clockMoment } from '../../ui/clock-moment.ts'
import { clockText } from '../../ui/clock-text.ts'

type Props = { readonly speech: Speaking; readonly warnSeconds: number; readonly own?: boolean }

/** The time that a speaker has left, by the host's clock; it goes on counting when it is over. */
export function Clock({ speech, warnSeconds, own = false }: Props) {
  const left = useSecondsLeft(speech, speech.limitSeconds)
  const moment = speech.runningSince === null ? 'paused' : clockMoment(left, warnSeconds)
  return (
    <span className={`clock ${moment}`}>
      <span role="timer" aria-label="还剩">
        {clockText(left)}
      </span>
      {moment === 'paused' && !own && <span className="tag">已暂停</span>}
      {moment === 'nearly' && (
        <span className="tag amber" role={own ? 'status' : undefined}>
          快到时间{own && <span className="unseen">，还剩 {warnSeconds} 秒以内</span>}
        </span>
      )}
      {moment === 'up' && (
        <span className="tag amber" role={own ? 'alert' : undefined}>
          时间到
        </span>
      )}
    </span>
  )
}
