import { chinaDate } from '../../../shared/core/china-time.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { onlooks, votes } from '../../../shared/council/standing.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { type Format, formOf, type MeetingForm } from '../../../shared/formats/format.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { findRule } from '../../../shared/rules/rule-packs.ts'
import { ruleFault, ruleForMeeting } from '../rules/rule-for-meeting.ts'
import { invitedNow, type MeetingPlan } from './meeting-plan.ts'
import { nextChair, type Turn } from './next-chair.ts'
import { suggestedFormat, suggestedTitle } from './suggested.ts'

/** As the host takes them. */
const MAX_ITEM_LENGTH = 120
const MAX_ITEMS = 100

type Library = { readonly formats: readonly Format[]; readonly rulePacks: readonly Rule[] }

/** A plan with everything filled in: what was chosen by hand, else what the format, the roster and the clock say. */
export type Settled = {
  readonly format: Format
  readonly form: MeetingForm
  readonly title: string
  readonly place: string
  readonly startsAt: number
  /** The day of the meeting in China. */
  readonly on: string
  readonly chair: SeatId | null
  /** Whose turn it is, where the chair rotates. */
  readonly turn: Turn | null
  readonly scribe: SeatId | null
  /** Null where nothing is voted on, or where the format's pack is gone. */
  readonly rule: Rule | null
  readonly speakingSeconds: number
}

type Now = {
  /** The host's clock, ms since 1970. */
  readonly now: number
  /** Where the council met last; empty before its first meeting. */
  readonly lastPlace: string
}

/** Null: there is no format at all. */
export function settled(
  plan: MeetingPlan,
  council: FoundedCouncil,
  { formats, rulePacks }: Library,
  { lastPlace, now }: Now,
): Settled | null {
  const format = formats.find((one) => one.formatId === plan.formatId) ?? suggestedFormat(council, formats, now)
  if (format === null) return null
  const startsAt = Math.round(plan.startsAt ?? now)
  const turn = format.chairRotates ? nextChair(format, council) : null
  const chair = chairOf(plan, council, turn)
  return {
    format,
    form: { ...formOf(format), speeches: plan.speeches ?? format.speeches },
    title: plan.title ?? suggestedTitle(format, council.meetings, startsAt),
    // What is dealt with on the spot is hardly ever where the council meets.
    place: plan.place ?? (format.actFirst ? '' : lastPlace),
    startsAt,
    on: chinaDate(startsAt),
    chair,
    turn,
    scribe: scribeOf(plan, council) ?? chair,
    rule: format.decision === 'vote' ? ruleOf(plan, format, rulePacks) : null,
    speakingSeconds: plan.speakingSeconds ?? format.speakingSeconds,
  }
}

/** A rule chosen by hand stays for formats that begin with the same pack. */
function ruleOf({ rule }: MeetingPlan, { ruleId }: Format, packs: readonly Rule[]): Rule | null {
  if (rule !== null && rule.insteadOf === ruleId) return rule.rule
  const pack = findRule(packs, ruleId)
  return pack === null ? null : ruleForMeeting(pack)
}

/** Whoever was chosen by hand and is on the roster still; else whose turn it is; else 召集人. */
function chairOf(plan: MeetingPlan, { seats }: FoundedCouncil, turn: Turn | null): SeatId | null {
  const able = seats.filter((seat) => !onlooks(seat.kind))
  if (able.some((seat) => seat.seatId === plan.chair)) return plan.chair
  const conveners = able.filter((seat) => seat.kind === 'convener')
  return (turn?.seat ?? conveners.find((seat) => seat.suspended !== true) ?? conveners[0])?.seatId ?? null
}

function scribeOf(plan: MeetingPlan, { seats }: FoundedCouncil): SeatId | null {
  if (seats.some((seat) => seat.seatId === plan.scribe)) return plan.scribe
  const scribes = seats.filter((seat) => seat.kind === 'scribe')
  return (scribes.find((seat) => seat.suspended !== true) ?? scribes[0])?.seatId ?? null
}

/** What keeps this meeting from being convened, in words; null when nothing does. */
export function planFault(plan: MeetingPlan, ready: Settled, { seats }: FoundedCouncil): string | null {
  const { chair, form, on, place, rule, scribe, title } = ready
  if (title.trim() === '') return '请写会议名称。'
  if (place.trim() === '') return form.actFirst ? '请写在哪里处置的，记录上要用。' : '请写开会的地点，纪要上要用。'
  const agenda = agendaFault(plan.lines, form)
  if (agenda !== null) return agenda
  if (chair === null) return '请选主持人。'
  if (scribe === null) return '请选记录人（话事员）。'
  const unfit = ruleFault(rule, form.decision, on)
  if (unfit !== null || rule === null) return unfit
  return seats.some(votes) ? null : '名册上还没有人有表决权，请先在名册里勾选。'
}

function agendaFault(lines: MeetingPlan['lines'], { actFirst }: MeetingForm): string | null {
  const titles = lines.map((line) => line.title.trim())
  const long = titles.findIndex((title) => title.length > MAX_ITEM_LENGTH)
  if (long !== -1) return `第 ${long + 1} 个议题太长，请写在 ${MAX_ITEM_LENGTH} 个字以内。`
  const count = titles.filter((title) => title !== '').length
  if (count > MAX_ITEMS) return `议题有 ${count} 个，一次会最多 ${MAX_ITEMS} 个，请分几次开。`
  if (count > 0) return null
  return actFirst ? '请写处置的是什么事。' : '请至少写一个议题。'
}

/** The command's data for a plan without a fault. */
export function convening(plan: MeetingPlan, ready: Settled, { seats }: FoundedCouncil) {
  const { chair, form, format, place, rule, scribe, speakingSeconds, startsAt, title } = ready
  const publicSeats = seats.filter((seat) => seat.kind === 'public').map((seat) => seat.seatId)
  return {
    meetingId: plan.meetingId,
    title: title.trim(),
    format: format.name,
    form,
    place: place.trim(),
    startsAt,
    agenda: plan.lines.flatMap((line) => {
      const invited = invitedNow(line, publicSeats)
      const one = {
        itemId: line.itemId,
        title: line.title.trim(),
        ...(invited === null ? {} : { invited }),
        ...(line.minutes === null || form.actFirst ? {} : { minutes: line.minutes }),
        ...(plan.noticedOn !== null && line.announced ? { announced: true } : {}),
      }
      return one.title === '' ? [] : [one]
    }),
    rule,
    ...(plan.noticedOn === null ? {} : { noticedOn: plan.noticedOn }),
    speakingSeconds,
    ...(plan.minutes === null || form.actFirst ? {} : { plannedMinutes: plan.minutes }),
    chair,
    scribe,
  }
}
