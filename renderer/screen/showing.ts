import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { OpenVote, Voting } from '../../shared/meeting/voting/state.ts'

export type ClosedVote = Voting['past'][number] & { readonly phase: 'closed' }
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
  | { readonly page: 'closed'; readonly closedAt: number }

/** The screen follows the meeting by itself: a vote, then its result until the next act, then the speaker, the item. */
export function showing(meeting: HeldMeeting): Showing {
  if (meeting.phase !== 'open') return { page: 'closed', closedAt: meeting.closedAt }
  const { agenda, floor, runningItem, voting } = meeting
  if (voting.open !== null) return { page: 'vote', vote: voting.open }
  const result = freshResult(meeting)
  if (result !== null) return { page: 'result', vote: result }
  const item = agenda.find((one) => one.itemId === runningItem)
  if (item === undefined) return { page: agenda.some((one) => one.phase === 'finished') ? 'between' : 'join' }
  if (floor.speaking !== null) return { page: 'floor', item, speaking: floor.speaking }
  return { page: 'item', item }
}

/** The last result, as long as nobody has spoken and no item has begun since it was announced. */
function freshResult({ agenda, floor, voting }: HeldMeeting): ClosedVote | null {
  const last = voting.past[voting.past.length - 1]
  if (last?.phase !== 'closed') return null
  const speeches = floor.speeches.flatMap((group) => group.entries)
  const spoken = [...speeches, ...(floor.speaking === null ? [] : [floor.speaking])]
  const begun = agenda.flatMap((item) => (item.phase === 'planned' ? [] : [item.startedAt]))
  const acts = [...spoken.map((speech) => speech.startedAt), ...begun]
  return acts.some((at) => at >= last.closedAt) ? null : last
}
