import { type ItemId, itemId, type MeetingId, meetingId, type SeatId, seatId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { isRuleChoice, type RuleChoice, ruleOf, usualRule } from './rule-choices.ts'

export const formats = ['红色议事厅', '党群议事会', '板凳会议'] as const

type AgendaLine = { readonly itemId: ItemId; readonly title: string }

/** A meeting as it is being planned; its id is there from the first, so that asking twice never convenes two. */
export type MeetingPlan = {
  readonly meetingId: MeetingId
  readonly title: string
  readonly format: string
  readonly place: string
  /** Null: the moment at which it is convened. */
  readonly startsAt: number | null
  readonly lines: readonly AgendaLine[]
  readonly chair: SeatId | null
  readonly scribe: SeatId | null
  readonly rule: RuleChoice
  readonly speakingSeconds: number
}

export const newLine = (title = ''): AgendaLine => ({ itemId: itemId.mint(randomBytes), title })

/** A plan for this council at `now`; the last meeting's habits are not ours to guess. */
export function newPlan(council: FoundedCouncil, now: number): MeetingPlan {
  const seatsOf = (kind: string) => council.seats.find((seat) => seat.kind === kind)?.seatId ?? null
  const chair = seatsOf('convener')
  return {
    meetingId: meetingId.mint(randomBytes),
    title: suggestedTitle(now),
    format: formats[0],
    place: '',
    startsAt: null,
    lines: [newLine()],
    chair,
    scribe: seatsOf('scribe') ?? chair,
    rule: usualRule,
    speakingSeconds: 120,
  }
}

/** `2026年11月例会`, by the calendar in China. */
export function suggestedTitle(now: number): string {
  const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now).split('-')
  return `${year}年${Number(month)}月例会`
}

/** Lines of an agenda from pasted text, without the numbers in front. */
export const pastedLines = (text: string): readonly AgendaLine[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．:：]\s*)/, ''))
    .filter((line) => line !== '')
    .map(newLine)

/** What keeps this meeting from being convened, in words; null when nothing does. */
export function planFault(plan: MeetingPlan): string | null {
  if (plan.title.trim() === '') return '请写会议名称。'
  if (plan.format.trim() === '') return '请写会议形式，例如“红色议事厅”。'
  if (plan.place.trim() === '') return '请写开会的地点，纪要上要用。'
  if (!plan.lines.some((line) => line.title.trim() !== '')) return '请至少写一个议题。'
  if (plan.chair === null) return '请选主持人。'
  if (plan.scribe === null) return '请选记录人（话事员）。'
  if (plan.rule.source.trim() === '') return '请写规则的依据，表决结果会照抄它。'
  return null
}

/** The command's data for a plan without a fault. */
export const convening = (plan: MeetingPlan, now: number) => ({
  meetingId: plan.meetingId,
  title: plan.title.trim(),
  format: plan.format.trim(),
  place: plan.place.trim(),
  startsAt: Math.round(plan.startsAt ?? now),
  agenda: plan.lines.flatMap(({ itemId: id, title }) =>
    title.trim() === '' ? [] : [{ itemId: id, title: title.trim() }],
  ),
  rule: ruleOf(plan.rule),
  speakingSeconds: plan.speakingSeconds,
  chair: plan.chair,
  scribe: plan.scribe,
})

export function isMeetingPlan(value: unknown): value is MeetingPlan {
  if (typeof value !== 'object' || value === null) return false
  const plan = value as Partial<Record<keyof MeetingPlan, unknown>>
  const isSeat = (id: unknown) => id === null || seatId.parse(id) !== null
  return (
    meetingId.parse(plan.meetingId) !== null &&
    [plan.title, plan.format, plan.place].every((text) => typeof text === 'string') &&
    (plan.startsAt === null || typeof plan.startsAt === 'number') &&
    Array.isArray(plan.lines) &&
    plan.lines.every((line) => itemId.parse(line?.itemId) !== null && typeof line.title === 'string') &&
    isSeat(plan.chair) &&
    isSeat(plan.scribe) &&
    isRuleChoice(plan.rule) &&
    typeof plan.speakingSeconds === 'number'
  )
}
