import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import { onFloor, type Speaking } from '../../shared/meeting/floor/state.ts'
import type { ScreenShown } from '../../shared/meeting/hall-screen/messages.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { HeldVote, OpenVote, Voting } from '../../shared/meeting/voting/state.ts'
import type { Drafts } from './next-drafts.ts'
import {
  type AnnulledWritten,
  askedInWriting,
  type ClosedWritten,
  lastEnded,
  type OpenWrittens,
  wasCounted,
  writtenEnd,
} from './written-shown.ts'

type PastVote = Voting['past'][number]
export type ClosedVote = PastVote & { readonly phase: 'closed' }
export type VoidVote = PastVote & { readonly phase: 'void' }
export type BreakNotice = Extract<ScreenShown, { page: 'break' }>

/** What the room sees. */
export type Showing =
  | { readonly page: 'join' }
  | { readonly page: 'item'; readonly item: AgendaItem }
  /** The item, and what is asked about it in writing while nobody speaks. */
  | { readonly page: 'written'; readonly item: AgendaItem; readonly votes: OpenWrittens }
  /** What papers that were handed out came to. */
  | { readonly page: 'writtenResult'; readonly vote: ClosedWritten }
  /** What they came to does not count any more. */
  | { readonly page: 'writtenVoid'; readonly vote: AnnulledWritten }
  /** No item is on: what was, and what comes. */
  | { readonly page: 'between' }
  /** `speech` is null when somebody chose the page while nobody speaks. */
  | { readonly page: 'floor'; readonly item: AgendaItem; readonly speech: Speaking | null }
  /** What is going to be voted on, before anybody votes. */
  | { readonly page: 'drafts'; readonly drafts: Drafts }
  | { readonly page: 'vote'; readonly vote: OpenVote }
  /** The numbers are frozen and not yet announced. */
  | { readonly page: 'held'; readonly vote: HeldVote }
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
      return item === undefined ? null : itemOn(meeting, item)
    case 'floor':
      return item === undefined ? null : { page: 'floor', item, speech: onFloor(floor) }
    case 'vote':
      return voteOn(voting) ?? draftsOn(meeting)
    case 'result':
      return laterOf(voting.past[voting.past.length - 1], lastEnded(meeting.writtenVotes.filter(wasCounted)))
    case 'break':
    case 'text':
      return shown
  }
}

/**
 * The screen follows the meeting by itself: a vote, then its result until the next act, then the speaker, what is going to
 * be voted on, the item with what is asked about it in writing. No paper covers a vote of the room or a clock.
 */
function following(meeting: HeldMeeting): Showing {
  const { agenda, floor, runningItem, voting } = meeting
  const ending = voteOn(voting) ?? laterOf(justEnded(meeting), justCounted(meeting))
  if (ending !== null) return ending
  const item = agenda.find((one) => one.itemId === runningItem)
  if (item === undefined) return { page: agenda.some((one) => one.phase === 'finished') ? 'between' : 'join' }
  const speech = onFloor(floor)
  return speech === null ? (draftsOn(meeting) ?? itemOn(meeting, item)) : { page: 'floor', item, speech }
}

function voteOn({ held, open }: Voting): Showing | null {
  if (open !== null) return { page: 'vote', vote: open }
  return held === null ? null : { page: 'held', vote: held }
}

function draftsOn({ runningItem, voting }: HeldMeeting): Showing | null {
  const [first, ...others] = voting.drafts.filter((draft) => draft.itemId === runningItem)
  return first === undefined ? null : { page: 'drafts', drafts: [first, ...others] }
}

function itemOn(meeting: HeldMeeting, item: AgendaItem): Showing {
  const votes = askedInWriting(meeting, item.itemId)
  return votes === null ? { page: 'item', item } : { page: 'written', item, votes }
}

/** Of a vote of the room and one in writing what ended last. */
function laterOf(room: PastVote | undefined, written: ReturnType<typeof lastEnded>): Showing | null {
  if (written !== undefined && wasCounted(written) && (room === undefined || writtenEnd(written) > endOf(room))) {
    return written.phase === 'closed'
      ? { page: 'writtenResult', vote: written }
      : { page: 'writtenVoid', vote: written }
  }
  if (room === undefined) return null
  return room.phase === 'closed' ? { page: 'result', vote: room } : { page: 'void', vote: room }
}

const endOf = (vote: PastVote): number => (vote.phase === 'closed' ? vote.publishedAt : vote.voidedAt)

/**
 * The last vote, as long as nobody has spoken, nothing was drafted and no item has begun since its result was announced or
 * it was void.
 */
function justEnded(meeting: HeldMeeting): PastVote | undefined {
  const { past } = meeting.voting
  const last = past[past.length - 1]
  // An announced result can be declared void much later: nobody's clock is covered for that.
  if (last === undefined || (last.phase === 'void' && speechesOn(meeting).length > 0)) return undefined
  return actedSince(meeting, endOf(last)) ? undefined : last
}

/**
 * The written vote that was counted or annulled last, in the same way, and as long as nothing new is asked in writing; papers
 * are counted at any time, also while somebody speaks. Papers that were called back uncounted are nothing to announce, nor
 * is what had been announced before them.
 */
function justCounted(meeting: HeldMeeting): ReturnType<typeof lastEnded> {
  const last = lastEnded(meeting.writtenVotes)
  const begun = meeting.agenda.some((item) => item.phase !== 'planned')
  if (last === undefined || !begun || speechesOn(meeting).length > 0) return undefined
  const asked = askedInWriting(meeting, meeting.runningItem) ?? []
  if (asked.some(({ openedAt }) => openedAt > writtenEnd(last))) return undefined
  return actedSince(meeting, writtenEnd(last)) ? undefined : last
}

const speechesOn = ({ floor }: HeldMeeting): readonly Speaking[] =>
  [floor.speaking, floor.interposed].filter((speech) => speech !== null)

/** Whether somebody has spoken, an item has begun or something was drafted since `endedAt`, ms since 1970. */
function actedSince(meeting: HeldMeeting, endedAt: number): boolean {
  const { agenda, floor, runningItem, voting } = meeting
  const spoken = [...floor.speeches.flatMap((group) => group.entries), ...speechesOn(meeting)]
  const begun = agenda.flatMap((item) => (item.phase === 'planned' ? [] : [item.startedAt]))
  const acts = [...spoken.map((speech) => speech.startedAt), ...begun]
  // What an amendment makes of a proposal belongs to its result; what somebody drafts is the next thing to be read.
  const drafted = voting.drafts
    .filter((draft) => draft.itemId === runningItem)
    .flatMap(({ versions }) => versions.flatMap(({ at, by }) => (by === null ? [at] : [])))
  return acts.some((at) => at >= endedAt) || drafted.some((at) => at > endedAt)
}
