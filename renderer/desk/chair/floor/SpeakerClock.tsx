import { IconClock, IconPlayerPause } from '@tabler/icons-react'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import type { Speaking } from '../../../../shared/meeting/floor/state.ts'
import { useSecondsLeft } from '../../../connection/seconds-left.ts'
import { clockMoment } from '../../../ui/clock-moment.ts'
import { clockText } from '../../../ui/clock-text.ts'
import { useSpeechSound } from '../../../ui/use-speech-sound.ts'
import { durationText } from '../../scribe/duration-text.ts'
import { MuteButton } from './MuteButton.tsx'

type Props = {
  readonly speech: Speaking | null
  /** How long one may speak. */
  readonly seconds: number
  readonly rules: SpeakingRules
}

/** What is left; ink, amber when it is nearly up, red once more was taken. */
export function SpeakerClock({ speech, seconds, rules }: Props) {
  const limit = speech?.limitSeconds ?? seconds
  const left = useSecondsLeft(speech, seconds)
  const paused = speech !== null && speech.runningSince === null
  const sound = useSpeechSound({
    speech: speech?.speechId ?? null,
    left,
    running: speech !== null && !paused,
    warnSeconds: rules.warnSeconds,
    sound: rules.sound,
  })
  const moment = speech === null ? 'before' : clockMoment(left, rules.warnSeconds)
  const [nearly, over] = [moment === 'nearly', moment === 'up']
  const said = over ? '时间到' : nearly ? `还剩不到 ${rules.warnSeconds} 秒` : ''
  return (
    <>
      <p className={`speaker-clock ${over ? 'over' : nearly ? 'nearly' : ''} ${paused ? 'paused' : ''}`}>
        <b role="timer" aria-label="还剩">
          {clockText(left)}
        </b>
        <span className="speaker-marks">
          {paused && (
            <span className="tag">
              <IconPlayerPause size={16} aria-hidden />
              已暂停
            </span>
          )}
          {over && !paused && (
            <span className="tag late">
              <IconClock size={16} aria-hidden />
              时间到
            </span>
          )}
          {nearly && !paused && (
            <span className="tag warn">
              <IconClock size={16} aria-hidden />
              快到了
            </span>
          )}
          {!over && !paused && (
            <span className="sub">
              {speech === null ? '每次限' : nearly ? '共' : '还剩，共'} {durationText(limit)}
            </span>
          )}
        </span>
        {rules.sound && <MuteButton sound={sound} />}
      </p>
      <span className="only-readers" aria-live="assertive">
        {said}
      </span>
      <div className={`speaker-bar ${over ? 'over' : nearly ? 'nearly' : ''}`} aria-hidden>
        <i
          ref={(bar) =>
            void bar?.style.setProperty('width', `${speech === null ? 0 : Math.max(0, (left / limit) * 100)}%`)
          }
        />
      </div>
    </>
  )
}
