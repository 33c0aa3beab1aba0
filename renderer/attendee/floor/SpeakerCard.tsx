import type { SeatId } from '../../../shared/core/ids.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor, type Speaking } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { secondsLeft } from '../../connection/seconds-left.ts'
import { clockText } from '../../ui/clock-text.ts'
import { Clock } from './Clock.tsx'
import { NextUp } from './NextUp.tsx'
import { SpeechTag } from './SpeechTag.tsx'

type Props = { readonly meeting: HeldMeeting; readonly seatId: SeatId }

/** Who speaks, how and for how long yet; what that interrupts; who comes next. One's own turn is at the thumb instead. */
export function SpeakerCard({ meeting, seatId }: Props) {
  const client = useHall()
  const { interposed, queue, speaking } = meeting.floor
  const live = onFloor(meeting.floor)
  const shown = live?.seatId === seatId ? null : live
  const interrupted = interposed === null ? null : speaking
  if (live === null && queue.length === 0) return <p className="sheet second">现在没有人在发言。</p>
  if (shown === null && interrupted === null && queue.length === 0 && live !== null) return null
  return (
    <section className="sheet speaker-card" aria-label="发言">
      {live === null && <p className="second">现在没有人在发言。</p>}
      {shown !== null && (
        <div className="speaker">
          <span className="speaker-line">
            <span className="note">正在发言</span>
            <SpeechTag {...shown} />
          </span>
          <Clock speech={shown} warnSeconds={currentRules(meeting).warnSeconds} />
          <b className="speaker-name">{nameOf(client, shown.seatId)}</b>
        </div>
      )}
      {interrupted !== null && interrupted.seatId !== seatId && (
        <Interrupted speech={interrupted} name={nameOf(client, interrupted.seatId)} />
      )}
      {interrupted !== null && interrupted.seatId === seatId && interposed?.seatId === seatId && (
        <Interrupted speech={interrupted} name="您" />
      )}
      <NextUp meeting={meeting} seatId={seatId} />
    </section>
  )
}

function Interrupted({ name, speech }: { readonly name: string; readonly speech: Speaking }) {
  const client = useHall()
  return (
    <p className="interrupted">
      <span className="interrupted-name name-cut">{name}</span>的发言先停着，还剩{' '}
      {clockText(secondsLeft(speech, client.hostNow()))}
    </p>
  )
}
