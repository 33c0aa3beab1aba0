import type { SeatId } from '../../shared/core/ids.ts'
import { inOrder, timesSpoken } from '../../shared/meeting/floor/order.ts'
import type { Floor } from '../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'

type Speaking = Pick<HeldMeeting, 'floor' | 'form' | 'runningItem'>

/** Who waits, whoever is next first. */
export const speakingQueue = ({ floor, form, runningItem }: Speaking): Floor['queue'] =>
  inOrder(floor, runningItem, form.speeches.policy)

/** How many would come before a seat that asks for the floor now and takes no side. */
export function aheadOf(meeting: Speaking, seatId: SeatId): number {
  const { floor } = meeting
  const last = floor.queue[floor.queue.length - 1]?.at ?? 0
  const queue = [...floor.queue, { seatId, stance: 'addition', at: last } as const]
  return speakingQueue({ ...meeting, floor: { ...floor, queue } }).findIndex((request) => request.seatId === seatId)
}

/** `本题可发言 2 次`, `本题已发言 1/2 次`; without a limit `本题说过 1 次`. */
export function spokenWords({ floor, form, runningItem }: Speaking, seatId: SeatId): string {
  const spoken = runningItem === null ? 0 : timesSpoken(floor, runningItem, seatId)
  const { times } = form.speeches
  if (spoken === 0) return times === null ? '本题还没说过' : `本题可发言 ${times} 次`
  return times === null ? `本题说过 ${spoken} 次` : `本题已发言 ${spoken}/${times} 次`
}

/** The turn that somebody has now: `本题第 2 次`, `本题第 2/2 次`. */
export const turnWords = (turn: number, times: number | null): string =>
  `本题第 ${turn}${times === null ? '' : `/${times}`} 次`
