import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Stance } from '../../ui/Stance.tsx'
import { Clock } from './Clock.tsx'

/** Who speaks, how and for how long yet. */
export function SpeakerCard({ meeting }: { readonly meeting: HeldMeeting }) {
  const client = useHall()
  const { queue, speaking } = meeting.floor
  if (speaking === null) {
    const text = queue.length === 0 ? '现在没有人在发言。' : `现在没有人在发言，${queue.length} 位在等。`
    return <p className="sheet second">{text}</p>
  }
  return (
    <section className="sheet speaker" aria-label="正在发言">
      <span className="speaker-line">
        <span className="note">正在发言</span>
        <Stance stance={speaking.stance} />
      </span>
      <Clock startedAt={speaking.startedAt} limitSeconds={speaking.limitSeconds} />
      <b className="speaker-name">{nameOf(client, speaking.seatId)}</b>
    </section>
  )
}
