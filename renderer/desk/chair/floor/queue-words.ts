import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { timeText } from '../../../ui/clock-text.ts'

type Request = HeldMeeting['floor']['queue'][number]

/** Why somebody stands where they stand: `19:46 举手，按先后`, `19:46 举手，本题说过 1 次`. */
export function queueReason({ floor, runningItem }: HeldMeeting, { at, seatId }: Request): string {
  const speeches = runningItem === null ? [] : entriesOf(floor.speeches, runningItem)
  const turns = speeches.filter((speech) => speech.seatId === seatId).length
  return `${timeText(at)} 举手，${turns === 0 ? '按先后' : `本题说过 ${turns} 次`}`
}
