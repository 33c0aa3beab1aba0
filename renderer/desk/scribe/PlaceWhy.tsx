import type { Place } from '../../../shared/meeting/floor/state.ts'
import { timeText } from '../../ui/clock-text.ts'
import { placeReason } from '../../ui/speaking-queue.ts'
import { useDesk } from '../desk-context.tsx'

type Props = { readonly place: Place; readonly className: string }

/** Why somebody stands here, whole; and since when, where there is room for it. */
export function PlaceWhy({ place, className }: Props) {
  const { meeting } = useDesk()
  const reason = placeReason(meeting, place)
  const since = timeText(place.askedAt)
  return (
    <span className={`note place-why ${className}`} title={`${since} 举手，${reason}`}>
      <span>{reason}</span>
      <time>{since}</time>
    </span>
  )
}
