import type { SeatId } from '../../../shared/core/ids.ts'
import { lastSpeech, onFloor, type Speaking, type Speech } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

/**
 * The question or intervention of somebody else that a seat could answer now: the one that is on the floor, or the one
 * that was heard last as long as nobody has gone on; null without one.
 */
export function questionToAnswer(
  { floor, runningItem }: Pick<HeldMeeting, 'floor' | 'runningItem'>,
  seatId: SeatId,
): Speaking | Speech | null {
  if (runningItem === null) return null
  const live = onFloor(floor)
  const last = live?.runningSince === null || live === null ? lastSpeech(floor, runningItem) : null
  const asked = live?.kind === 'question' || live?.kind === 'intervention' ? live : last
  if (asked?.kind !== 'question' && asked?.kind !== 'intervention') return null
  // An old question to a speech that is over, or one before the speech that is only paused.
  if (asked !== live && live !== null && asked.to !== live.speechId) return null
  return asked.seatId !== null && asked.seatId === seatId ? null : asked
}
