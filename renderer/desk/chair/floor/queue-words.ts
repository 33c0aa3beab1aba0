import type { OrderPolicy } from '../../../../shared/formats/format.ts'
import { timesSpoken } from '../../../../shared/meeting/floor/order.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { timeText } from '../../../ui/clock-text.ts'

type Request = HeldMeeting['floor']['queue'][number]

/** What puts somebody who has not spoken on the item where they stand. */
const firstTurn: Readonly<Record<OrderPolicy, string>> = {
  arrival: '按先后',
  freshFirst: '还没说过，优先',
  alternate: '还没说过，优先',
  round: '第一轮',
}

/** Why somebody stands where they stand: `19:46 举手，按先后`, `19:46 举手，本题说过 1 次`, `19:46 举手，已发言 1/2 次`. */
export function queueReason({ floor, form, runningItem }: HeldMeeting, { at, seatId }: Request): string {
  const turns = runningItem === null ? 0 : timesSpoken(floor, runningItem, seatId)
  const { policy, times } = form.speeches
  const spoken = times === null ? `本题说过 ${turns} 次` : `已发言 ${turns}/${times} 次`
  return `${timeText(at)} 举手，${turns === 0 ? firstTurn[policy] : spoken}`
}
