import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { OpenVote, Voting } from '../../shared/meeting/voting/state.ts'

type PastVote = Voting['past'][number]
export type ClosedVote = PastVote & { readonly phase: 'closed' }
export type VoidVote = PastVote & { readonly phase: 'void' }
type Speaking = NonNullable<HeldMeeting['floor']['speaking']>

/** What the room sees. */
export type Showing =
  | { readonly page: 'join' }
  | { readonly page: 'item'; readonly item: AgendaItem }
  /** No item is on: what was, and what comes. */
  | { readonly page: 'between' }
  | { readonly page: 'floor'; readonly item: AgendaItem; readonly speaking: Speaking }
  | { readonly page: 'vote'; readonly vote: OpenVote }
  | { readonly page: 'result'; readonly vote: ClosedVote }
  | { readonly page: 'void'; readonly vote: VoidVote }
  | { readonly page: 'closed'; readonly closedAt: number }

/** The screen follows the meeting by itself: a vote, then its result until the next act, then the speaker, the item. */
export function showing(meeting: HeldMeeting): Showing {
  if (meeting.phase !== 'open') return { page: 'closed', closedAt: meeting.closedAt }
  const { agenda, floor, runningItem, voting } = meeting
  if (voting.open !== null) return { page: 'vote', vote: voting.open }
  const ended = justEnded(meeting)
  if (ended?.phase === 'closed') return { page: 'result', vote: ended }
  if (ended?.phase === 'void') return { page: 'void', vote: ended }
  const item = agenda.find((one) => one.itemId === runningItem)
  if (item === undefined) return { page: agenda.some((one) => one.phase === 'finished') ? 'between' : 'join' }
  if (floor.speaking !== null) return { page: 'floor', item, speaking: floor.speaking }
  return { page: 'item', item }
}

/** The last vote, as long as nobody has spoken and no item has begun since its result was announced or it was void. */
function justEnded({ agenda, floor, voting }: HeldMeeting): PastVote | null {
  const last = voting.past[voting.past.length - 1]
  if (last === undefined) return null
  // An announced result can be declared void much later: nobody's clock is covered for that.
  if (last.phase === 'void' && floor.speaking !== null) return null
  const endedAt = last.phase === 'closed' ? last.closedAt : last.voidedAt
  const speeches = floor.speeches.flatMap((group) => group.entries)
  const spoken = [...speeches, ...(floor.speaking === null ? [] : [floor.speaking])]
  const begun = agenda.flatMap((item) => (item.phase === 'planned' ? [] : [item.startedAt]))
  const acts = [...spoken.map((speech) => speech.startedAt), ...begun]
  return acts.some((at) => at >= endedAt) ? null : last
}
