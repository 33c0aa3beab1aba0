import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { timePlan } from '../../shared/meeting/time-plan.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { itemTimeWords } from './item-time-words.ts'

/** How much of its time the running item has taken; nothing where none was set. */
export function ItemTime({ meeting }: { readonly meeting: HeldMeeting }) {
  const words = itemTimeWords(timePlan(meeting, useHostNow()).item)
  if (words === null) return null
  return <span className={words.over ? 'item-time over' : 'item-time'}>{words.text}</span>
}
