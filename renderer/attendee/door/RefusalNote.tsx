import { useHall } from '../../connection/hall-context.tsx'
import { Refused } from '../frame/Refused.tsx'

/** Why the last step at the door was refused. */
export function RefusalNote() {
  return <Refused sentence={useHall().refusal?.sentence ?? null} />
}
