import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import { onFloor, type Speaking } from '../../shared/meeting/floor/state.ts'
import type { ScreenShown } from '../../shared/meeting/hall-screen/messages.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { OpenVote, Voting } from '../../shared/meeting/voting/state.ts'

type PastVote = Voting['past'][number]
export type ClosedVote = PastVote & { readonly phase: 'closed' }
export type VoidVote = PastVote & { readonly phase: 'void' }
export type BreakNotice = Extract<ScreenShown, { page: 'break' }>

/** What the room sees. */
export type Showing =
  | { readonly page: 'join' }
  | { readonly page: 'item'; readonly item: AgendaItem }
  /** No item is on: what was, and what comes. */
  | { readonly page: 'between' }
  /** `speech` is null when somebody chose the page while nobody speaks. */
  | { readonly page: 'floor'; readonly item: AgendaItem; readonly speech: Speaking | null }
  | { readonly page: 'vote'; readonly vote: OpenVote }
  | { readonly page: 'result'; readonly vote: ClosedVote }
  | { readonly page: 'void'; readonly vote: VoidVote }
  | BreakNotice
  | Extract<ScreenShown, { page: 'text' }>
  | { readonly page: 'closed'; readonly closedAt: number }

/** What the screen was told to show, or what is on where that page has nothing to show. After 散会 the outcome stays. */
export function showing(meeting: HeldMeeting): Showing {
  if (meeting.phase !== 'open') return { page: 'closed', closedAt: meeting.closedAt }
  return chosenPage(meeting, meeting.shown) ?? following(meeting)
}

/** The page that somebody chose; null when it has nothing to show now, or when the screen follows. */
export function chosenPage(meeting: HeldMeeting, shown: ScreenShown): Showing | null {
  const { agenda, floor, runningItem, voting } = meeting
  const item = agenda.find((one) => one.itemId === runningItem)
  switch (shown.page) {
    case 'follow':
      return null
    case 'join':
      return { page: 'join' }
    case 'item':
      return item === undefined ? null : { page: 'item', item }
    case 'floor':
      return item === undefined ? null : { page: 'floor', item, speech: onFloor(floor) }
    case 'vote':
      return voting.open === null ? null : { page: 'vote', vote: voting.open }
    case 'result':
      return outcomeOf(voting.past[voting.past.length - 1])
    case 'break':
    case 'text':
      return shown
  }
}

/** The screen follows the meeting by itself: a vote, then its result until the next act, then the speaker, the item. */
function following(meeting: HeldMeeting): Showing {
  const { agenda, floor, runningItem, voting } = meeting
  if (voting.open !== null) return { page: 'vote', vote: voting.open }
  const outcome = outcomeOf(justEnded(meeting))
  if (outcome !== null) return outcome
  const item = agenda.find((one) => one.itemId === runningItem)
  if (item === undefined) return { page: agenda.some((one) => one.phase === 'finished') ? 'between' : 'join' }
  const speech = onFloor(floor)
  return speech === null ? { page: 'item', item } : { page: 'floor', item, speech }
}

function outcomeOf(vote: PastVote | undefined): Showing | null {
  if (vote === undefined) return null
  return vote.phase === 'closed' ? { page: 'result', vote } : { page: 'void', vote }
}

/** The last vote, as long as nobody has spoken and no item has begun since its result was announced or it was void. */
function justEnded({ agenda, floor, voting }: HeldMeeting): PastVote | undefined {
  const last = voting.past[voting.past.length - 1]
  if (last === undefined) return undefined
  const live = [floor.speaking, floor.interposed].filter((speech) => speech !== null)
  // An announced result can be declared void much later: nobody's clock is covered for that.
  if (last.phase === 'void' && live.length > 0) return undefined
  const endedAt = last.phase === 'closed' ? last.closedAt : last.voidedAt
  const spoken = [...floor.speeches.flatMap((group) => group.entries), ...live]
  const begun = agenda.flatMap((item) => (item.phase === 'planned' ? [] : [item.startedAt]))
  const acts = [...spoken.map((speech) => speech.startedAt), ...begun]
  return acts.some((at) => at >= endedAt) ? undefined : last
}
