import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { placeReason } from '../../ui/speaking-queue.ts'
import type { OwnPlace } from './floor-standing.ts'
import { SpeechTag, tagOf } from './SpeechTag.tsx'

type Props = {
  readonly meeting: HeldMeeting
  readonly places: readonly OwnPlace[]
  /** 轮流: whoever waits in turn may pass. */
  readonly passing: boolean
  readonly onWithdraw: (place: OwnPlace['place']) => void
  readonly onPass: (place: OwnPlace['place']) => void
}

/** One's own places in the queue: how many come first, why there, and the way out of each. */
export function Places({ meeting, onPass, onWithdraw, passing, places }: Props) {
  const mayPass = ({ kind }: OwnPlace['place']) => passing && kind === 'ordinary'
  return (
    <ul className="places" aria-label="您的排队">
      {places.map(({ ahead, leaving, place }) => (
        <li key={place.speechId} className={mayPass(place) ? 'place passing' : 'place'}>
          <div className="place-words" role="status">
            <p>
              <b className="queued">{ahead === 0 ? '下一位就是您' : `前面还有 ${ahead} 位`}</b>{' '}
              <SpeechTag {...tagOf(place)} />
            </p>
            <p className="note">{placeReason(meeting, place)}</p>
          </div>
          {mayPass(place) && !leaving && (
            <button type="button" className="key" onClick={() => onPass(place)}>
              过，这轮不说
            </button>
          )}
          <button type="button" className="key" disabled={leaving} onClick={() => onWithdraw(place)}>
            {leaving ? '正在送出，连上后自动送到' : '取消排队'}
          </button>
        </li>
      ))}
    </ul>
  )
}
