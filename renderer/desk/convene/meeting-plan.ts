import * as z from 'zod/mini'
import { canonicalJson } from '../../../shared/core/canonical.ts'
import { idSchema } from '../../../shared/core/id-schemas.ts'
import { itemId, meetingId, type SeatId } from '../../../shared/core/ids.ts'
import type { Immutable } from '../../../shared/core/messages.ts'
import { calendarDate } from '../../../shared/core/text.ts'
import { plannedMinutes } from '../../../shared/council/messages.ts'
import { formatId } from '../../../shared/formats/format.ts'
import { speakingRules, speakingSeconds } from '../../../shared/formats/speaking-rules.ts'
import { rule } from '../../../shared/rules/rule.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'

const line = z.object({
  itemId: idSchema.itemId,
  title: z.string(),
  /** 公众委员 invited for this item; null: all of them. */
  invited: z.nullable(z.array(idSchema.seatId)),
  announced: z.boolean(),
  /** 议题时间. */
  minutes: z.nullable(plannedMinutes),
})

/**
 * A meeting as it is being planned; its id is there from the first, so that asking twice never convenes two. Null
 * stands for what nobody has chosen by hand: it follows the format, the roster and the clock.
 */
const meetingPlan = z.object({
  meetingId: idSchema.meetingId,
  formatId: z.nullable(formatId),
  title: z.nullable(z.string()),
  place: z.nullable(z.string()),
  /** Null: the moment at which it is convened. */
  startsAt: z.nullable(z.number()),
  noticedOn: z.nullable(calendarDate),
  lines: z.array(line).check(z.minLength(1)),
  chair: z.nullable(idSchema.seatId),
  scribe: z.nullable(idSchema.seatId),
  /** Chosen in place of the pack that a format begins with, and kept for formats that begin with the same. */
  rule: z.nullable(z.object({ insteadOf: z.nullable(z.string()), rule })),
  speakingSeconds: z.nullable(speakingSeconds),
  speeches: z.nullable(speakingRules),
  /** 会议时间. */
  minutes: z.nullable(plannedMinutes),
})

export type MeetingPlan = Immutable<z.infer<typeof meetingPlan>>
export type AgendaLine = MeetingPlan['lines'][number]

export const newLine = (title = ''): AgendaLine => ({
  itemId: itemId.mint(randomBytes),
  title,
  invited: null,
  announced: false,
  minutes: null,
})

export const newPlan = (): MeetingPlan => ({
  meetingId: meetingId.mint(randomBytes),
  formatId: null,
  title: null,
  place: null,
  startsAt: null,
  noticedOn: null,
  lines: [newLine()],
  chair: null,
  scribe: null,
  rule: null,
  speakingSeconds: null,
  speeches: null,
  minutes: null,
})

/** A draft of an earlier version is none. */
export function isMeetingPlan(value: unknown): value is MeetingPlan {
  const parsed = meetingPlan.safeParse(value)
  if (!parsed.success) return false
  const { speeches } = parsed.data
  return speeches === null || canonicalJson(speeches) === canonicalJson((value as MeetingPlan).speeches)
}

/** Lines of an agenda from pasted text, without the numbers in front. */
export const pastedLines = (text: string): readonly AgendaLine[] =>
  text
    .split(/\r?\n/)
    .map((one) => one.trim().replace(/^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．:：]\s*)/, ''))
    .filter((one) => one !== '')
    .map((title) => newLine(title))

/** Those invited to an item who are on the roster still; null: everybody. */
export const invitedNow = (
  { invited }: Pick<AgendaLine, 'invited'>,
  publicSeats: readonly SeatId[],
): readonly SeatId[] | null => invited?.filter((seat) => publicSeats.includes(seat)) ?? null
