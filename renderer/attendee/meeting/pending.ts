import type { SeatId } from '../../../shared/core/ids.ts'
import type { MeetingCommand } from '../../../shared/meeting/messages.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'

type Data = Readonly<Record<string, unknown>>

/** The data of all commands of that type which a seat has sent and which have no answer yet, oldest first. */
export function allPendingData(
  pending: readonly CommandFrame[],
  type: MeetingCommand['type'],
  seatId: SeatId,
): readonly Data[] {
  return pending.flatMap(({ data, seatId: by, type: of }): readonly Data[] =>
    of === type && by === seatId && typeof data === 'object' && data !== null ? [{ ...data }] : [],
  )
}

/** The data of the last of them; undefined without one. */
export function pendingData(
  pending: readonly CommandFrame[],
  type: MeetingCommand['type'],
  seatId: SeatId,
): Data | undefined {
  const all = allPendingData(pending, type, seatId)
  return all[all.length - 1]
}
