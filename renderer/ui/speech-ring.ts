import { type ClockMoment, clockMoment } from './clock-moment.ts'

/** What a clock showed when it was last looked at. */
export type Look = {
  /** What is timed, whatever tells one speech from the next; null while nobody speaks. */
  readonly speech: string | null
  /** Whole seconds left; negative when it is over. */
  readonly left: number
  readonly running: boolean
}

/** Nearly up, or up. */
export type Ring = Exclude<ClockMoment, 'before'>

export type Ringing = {
  /** Seconds before the end at which the warning sounds; 0: none. */
  readonly warnSeconds: number
  /** Whether the rules want a sound at all. */
  readonly sound: boolean
  /** Whether this device is to be quiet. */
  readonly muted: boolean
}

/** A speech that the host ends when its time is up is gone before its clock was seen at 0. */
const LAST_SECOND = 1

/**
 * Which sound is due between two looks at a clock; null: none. What a speech begins with, or goes on with after a question,
 * is no news, nor is what was before the page was opened (`before` is null). A speech that is gone in its last second was
 * over; one that ended earlier makes no sound.
 */
export function ringDue(before: Look | null, now: Look, { muted, sound, warnSeconds }: Ringing): Ring | null {
  if (muted || !sound || before === null || before.speech === null) return null
  const passed = clockMoment(before.left, warnSeconds)
  if (before.speech !== now.speech) {
    return before.running && passed !== 'up' && before.left <= LAST_SECOND ? 'up' : null
  }
  const moment = clockMoment(now.left, warnSeconds)
  return moment === passed || passed === 'up' || moment === 'before' ? null : moment
}
