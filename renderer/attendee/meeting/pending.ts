import type { SeatId } from '../../../shared/core/ids.ts'
import type { MeetingCommand } from '../../../shared/meeting/messages.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'

/** The data of the last command of that type which a seat has sent and which has no answer yet; undefined without one. */
export function pendingData(
  pending: readonly CommandFrame[],
  type: MeetingCommand['type'],
  seatId: SeatId,
): Readonly<Record<string, unknown>> | undefined {
  const frames = pending.filter((frame) => frame.type === type && frame.seatId === seatId)
  const data = frames[frames.length - 1]?.data
  return typeof data === 'object' && data !== null ? { ...data } : undefined
}
