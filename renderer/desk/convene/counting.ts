import type { SeatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import { votes } from '../../../shared/council/standing.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'

/** More names than these are counted. */
const MOST_NAMED = 3

type Voters = Pick<Format, 'decision' | 'votingKinds'>
type NameOf = (seatId: SeatId) => string

/** `应到 18 人，其中公众议事委员 6 人按议题邀请`. */
export function entitledWords(seats: readonly Seat[]): string {
  const entitled = seats.filter(votes)
  const invitees = entitled.filter((seat) => seat.kind === 'public').length
  return `应到 ${entitled.length} 人${invitees > 0 ? `，其中公众议事委员 ${invitees} 人按议题邀请` : ''}`
}

/** Who votes though this form usually leaves the vote to others; null when the roster and the form agree. */
export function unusualVoters(seats: readonly Seat[], { decision, votingKinds }: Voters): string | null {
  if (decision !== 'vote') return null
  const usual: readonly string[] = votingKinds
  const others = seats.filter((seat) => votes(seat) && !usual.includes(seat.kind))
  if (others.length === 0) return null
  const kinds = [...new Set(others.map((seat) => seatKindNames[seat.kind]))].join('、')
  return `这种形式一般由${votingKinds.map((kind) => seatKindNames[kind]).join('、')}表决；名册上还有 ${others.length} 位${kinds}有表决权，会计入应到`
}

/** What to check on the roster before this day in China (`YYYY-MM-DD`), with the names of those concerned. */
export function rosterDoubts(seats: readonly Seat[], on: string, nameOf: NameOf): readonly string[] {
  const voting = seats.filter((seat) => seat.voting)
  const suspended = voting.filter((seat) => seat.suspended === true)
  const entitled = seats.filter(votes)
  const over = entitled.filter(({ term }) => term?.to != null && term.to < on)
  const ahead = entitled.filter(({ term }) => term?.from != null && term.from > on)
  return [
    ...(suspended.length > 0 ? [`${who(suspended, nameOf)}资格停止，不计入应到`] : []),
    ...(over.length > 0 ? [`${who(over, nameOf, endOf)}任期已满，还计在应到里，请核对名册`] : []),
    ...(ahead.length > 0 ? [`${who(ahead, nameOf, beginOf)}任期未到，已计在应到里，请核对名册`] : []),
  ]
}

const endOf = ({ term }: Seat): string => `（${term?.to ?? ''}）`
const beginOf = ({ term }: Seat): string => `（${term?.from ?? ''} 起）`

/** `张三、李四`, `张三（2026-10-31）`, `张三、李四、王五等 6 人`. */
function who(seats: readonly Seat[], nameOf: NameOf, detail: (seat: Seat) => string = () => ''): string {
  const named = seats.slice(0, MOST_NAMED).map((seat) => `${nameOf(seat.seatId)}${detail(seat)}`)
  return `${named.join('、')}${seats.length > MOST_NAMED ? `等 ${seats.length} 人` : ''}`
}

/** The sides that must take part and have nobody on the roster; spaces around a side are nothing. */
export function partiesWithNobody(
  parties: readonly { readonly name: string; readonly required: boolean }[],
  seats: readonly Pick<Seat, 'party'>[],
): readonly string[] {
  const sides = new Set(seats.map(({ party }) => party?.trim() ?? ''))
  return parties.filter(({ name, required }) => required && !sides.has(name.trim())).map(({ name }) => name)
}
