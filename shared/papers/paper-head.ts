import { chinaDate } from '../core/china-time.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import { writtenDate } from './chinese-dates.ts'
import { markOf } from './minutes-content.ts'
import { oneLine } from './plain-text.ts'

/** What every paper of a vote says of its meeting. */
export type PaperHead = {
  /** Printed on every page; null on a paper that counts. */
  readonly mark: string | null
  readonly practice: boolean
  readonly council: string
  readonly meetingTitle: string
  /** `YYYY-MM-DD` in China. */
  readonly day: string
  /** The same day as it is written in papers. */
  readonly date: string
}

/** Papers of a vote are used while the meeting goes on: only practice is marked. */
export function paperHead(meeting: HeldMeeting): PaperHead {
  const day = chinaDate(meeting.startsAt)
  return {
    mark: meeting.practice ? markOf(meeting) : null,
    practice: meeting.practice,
    council: oneLine(meeting.councilName),
    meetingTitle: oneLine(meeting.title),
    day,
    date: writtenDate(day),
  }
}
