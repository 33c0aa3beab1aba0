import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { peopleWaiting, placeReason, speakingQueue } from '../../ui/speaking-queue.ts'
import { SpeechTag, tagOf } from './SpeechTag.tsx'

const SHOWN = 3

/** The next three, each with the reason; nothing where nobody waits. */
export function NextUp({ meeting, seatId }: { readonly meeting: HeldMeeting; readonly seatId: SeatId }) {
  const client = useHall()
  const queue = speakingQueue(meeting)
  if (queue.length === 0) return null
  return (
    <section className="next-up" aria-label="接下来">
      <p className="note">接下来{queue.length > SHOWN && `（共 ${peopleWaiting(meeting)} 位在等）`}</p>
      <ol>
        {queue.slice(0, SHOWN).map((place) => (
          <li key={place.speechId} className="next">
            <span className="next-line">
              <b className="next-name">{place.seatId === seatId ? '您' : nameOf(client, place.seatId)}</b>
              <SpeechTag {...tagOf(place)} />
            </span>
            <span className="note">{placeReason(meeting, place)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
