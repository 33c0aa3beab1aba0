import { chinaDate } from '../../../shared/core/china-time.ts'
import { type CouncilId, councilId, type MeetingId, meetingId, type SeatId, seatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import { onlooks, votes } from '../../../shared/council/standing.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { type Format, formOf } from '../../../shared/formats/format.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { pastedLines } from '../convene/meeting-plan.ts'
import { newCouncil } from '../roster/new-council.ts'

/** A small council that is founded together with its first meeting: its name and its one person. */
type Founding = {
  readonly councilId: CouncilId
  readonly code: string
  readonly seatId: SeatId
  readonly council: string
  readonly person: string
}

/**
 * 板凳会议 as it is being prepared by one person. Ids are there from the first, so that asking twice never convenes two;
 * what nobody has touched is null and suggested anew.
 */
export type BenchPlan = {
  readonly meetingId: MeetingId
  readonly topics: string
  readonly title: string | null
  readonly place: string | null
  readonly chair: SeatId | null
  readonly founding: Founding
}

const MAX_TOPIC = 120
const MAX_COUNCIL = 60
const MAX_PERSON = 40

export function newBenchPlan(): BenchPlan {
  const { code, councilId: council } = newCouncil()
  return {
    meetingId: meetingId.mint(randomBytes),
    topics: '',
    title: null,
    place: null,
    chair: null,
    founding: { councilId: council, code, seatId: seatId.mint(randomBytes), council: '', person: '' },
  }
}

/** `11月22日板凳会议`, by the calendar in China. */
export function suggestedTitle(formatName: string, now: number): string {
  const [, month, day] = chinaDate(now).split('-')
  return `${Number(month)}月${Number(day)}日${formatName}`
}

/** Who can chair a meeting of this council, whoever convenes it first. */
export function mayChair({ seats }: Pick<FoundedCouncil, 'seats'>): readonly Seat[] {
  const able = seats.filter((seat) => !onlooks(seat.kind) && seat.suspended !== true)
  const rank = (seat: Seat) => (seat.kind === 'convener' ? 0 : votes(seat) ? 1 : 2)
  return [...able].sort((a, b) => rank(a) - rank(b))
}

/** A plan with nothing left open: what is convened, in which council. */
export type BenchMeeting = BenchPlan & {
  readonly title: string
  readonly place: string
  readonly chair: SeatId
}

/** What keeps this meeting from being convened, in words; null when nothing does. */
export function benchFault(plan: BenchPlan & { readonly title: string; readonly place: string }, founding: boolean) {
  const topics = pastedLines(plan.topics)
  if (topics.length === 0) return '请写一句要商量的事。'
  if (topics.some(({ title }) => title.length > MAX_TOPIC)) return `一个议题请写在 ${MAX_TOPIC} 个字以内，一行一个。`
  if (plan.place.trim() === '') return '请写在哪里开，纪要上要用。'
  if (plan.title.trim() === '') return '请写会议名称。'
  if (!founding) return plan.chair === null ? '请选谁主持。' : null
  const { council, person } = plan.founding
  if (person.trim() === '') return '请写您的姓名，纪要上写您主持。'
  if (person.trim().length > MAX_PERSON) return `姓名请写在 ${MAX_PERSON} 个字以内。`
  if (council.trim() === '') return '请写组织名称，例如“桂花小区板凳会”。'
  return council.trim().length > MAX_COUNCIL ? `组织名称请写在 ${MAX_COUNCIL} 个字以内。` : null
}

/** The command's data for a plan without a fault. Nothing is voted on, and whoever chairs also keeps the record. */
export const convening = (
  { chair, meetingId: id, place, title, topics }: BenchMeeting,
  format: Format,
  now: number,
) => ({
  meetingId: id,
  title: title.trim(),
  format: format.name,
  form: formOf(format),
  place: place.trim(),
  startsAt: Math.round(now),
  agenda: pastedLines(topics).map((line) => ({ itemId: line.itemId, title: line.title })),
  rule: null,
  speakingSeconds: format.speakingSeconds,
  chair,
  scribe: chair,
})

const isText = (value: unknown): value is string => typeof value === 'string'
const isOpenText = (value: unknown): value is string | null => value === null || isText(value)

export function isBenchPlan(value: unknown): value is BenchPlan {
  if (typeof value !== 'object' || value === null) return false
  const plan = value as Partial<Record<keyof BenchPlan, unknown>>
  return (
    meetingId.parse(plan.meetingId) !== null &&
    isText(plan.topics) &&
    isOpenText(plan.title) &&
    isOpenText(plan.place) &&
    (plan.chair === null || seatId.parse(plan.chair) !== null) &&
    isFounding(plan.founding)
  )
}

function isFounding(value: unknown): value is Founding {
  if (typeof value !== 'object' || value === null) return false
  const founding = value as Partial<Record<keyof Founding, unknown>>
  return (
    councilId.parse(founding.councilId) !== null &&
    seatId.parse(founding.seatId) !== null &&
    [founding.code, founding.council, founding.person].every(isText)
  )
}
