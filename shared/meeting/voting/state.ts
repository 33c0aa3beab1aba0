import type { BallotId, ItemId, ResolutionId, SeatId, VoteId } from '../../core/ids.ts'
import type { MeetingEventOf } from '../messages.ts'
import type { ChannelName, Counts, SaidInstead } from './marks.ts'
import type { Terms } from './terms.ts'
import { noUsedBallots, type UsedBallots } from './used-ballots.ts'

export type Option = 'for' | 'against' | 'abstain'

export type StoredVerdict = MeetingEventOf<'voteResultAnnounced'>['verdict']

/** A named ballot; `option` is the text of its marks, on a motion one of `Option`. */
export type NamedBallot = { readonly ballotId: BallotId; readonly option: string; readonly seatId: SeatId }

/** 修正案: the proposal that a vote would change, and how that would read. */
type Amendment = NonNullable<MeetingEventOf<'voteDrafted'>['amendment']>
export type TextVersion = NonNullable<MeetingEventOf<'voteOpened'>['versions']>[number]

/** A vote that is to come. */
export type Draft = {
  readonly voteId: VoteId
  readonly itemId: ItemId
  readonly motion: string
  readonly terms: Terms
  /** The void vote that is held again. */
  readonly repeats: VoteId | null
  readonly amendment: Amendment | null
  /** How it has read; the last one is `motion`. */
  readonly versions: readonly TextVersion[]
}

/** Who has voted, or holds a paper, and by which channel: once. */
export type Voter = {
  readonly seatId: SeatId
  readonly channel: ChannelName
  /** On the stub of the paper; null: no numbered paper. */
  readonly number: number | null
  /** By the host's clock; null in journals that did not say. */
  readonly at: number | null
}

export type Tellers = {
  readonly supervisors: readonly SeatId[]
  readonly counters: readonly SeatId[]
  readonly callers: readonly SeatId[]
}

/** What was settled when the vote opened, and who may vote. */
export type VoteFrame = {
  readonly voteId: VoteId
  readonly itemId: ItemId
  readonly motion: string
  readonly terms: Terms
  readonly repeats: VoteId | null
  readonly amendment: Amendment | null
  readonly versions: readonly TextVersion[]
  readonly openedAt: number
  readonly entitled: number
  /** How many stand aside on this item, when there are any. */
  readonly recused?: number | undefined
  /** 到场约几人, where nobody is signed in one by one. */
  readonly headcount?: number | undefined
  readonly electors: readonly SeatId[]
  readonly tellers: Tellers
  /** Who has voted, as far as the viewer may know. */
  readonly voters: readonly Voter[]
  /** 收回的纸票, as far as the viewer may know: their numbers are never given again. */
  readonly spoilt: readonly { readonly seatId: SeatId; readonly number: number; readonly reason: string }[]
}

export type HandsCount = {
  /** Who raised a hand, as far as the viewer may know; null: nobody was asked for names. */
  readonly seatIds: readonly SeatId[] | null
  /** How many ballots it brought. */
  readonly ballots: number
  readonly at: number
  /** Null for everybody but the host, and where only a word was recorded. */
  readonly rows: Counts | null
  readonly said: SaidInstead | null
}

export type Tally = {
  readonly entry: 1 | 2
  readonly counter: SeatId | null
  readonly by: SeatId | 'operator'
  readonly at: number
  readonly differs: readonly string[]
  /** Null for everybody but the host. */
  readonly figures: {
    readonly rows: Counts
    readonly returned: number
    readonly valid: number
    readonly invalid: number
  } | null
}

export type OpenVote = VoteFrame & {
  /** Ballots received, papers in the box left out: the same number for every viewer. */
  readonly received: number
  /** Secret papers that are out: the same number for every viewer. */
  readonly issued: number
  /** Ballots with their choice: all on the host, a viewer's own elsewhere. */
  readonly ballots: readonly NamedBallot[]
  readonly hands: HandsCount | null
  readonly tallies: readonly Tally[]
  /** Live display: what everybody sees; null: nothing is shown. */
  readonly shown: Counts | null
  readonly extraSeconds: number
  /** Since when nobody votes any more; null: people vote. */
  readonly stoppedAt: number | null
}

/** The numbers are frozen, and nobody but those who run the meeting knows them. */
export type HeldVote = VoteFrame & {
  readonly closedAt: number
  readonly ballots: readonly NamedBallot[]
  /** Null for a viewer who may not know it yet. */
  readonly verdict: StoredVerdict | null
}

export type PastVote = VoteFrame &
  (
    | {
        readonly phase: 'closed'
        readonly closedAt: number
        readonly publishedAt: number
        readonly ballots: readonly NamedBallot[]
        readonly verdict: StoredVerdict
      }
    | {
        readonly phase: 'void'
        readonly voidedAt: number
        readonly reason: string
        /** What had been found before the vote was declared void, if it had been closed. */
        readonly verdict: StoredVerdict | null
        /** Whether that had been announced. */
        readonly published: boolean
      }
  )

type Resolution = {
  readonly resolutionId: ResolutionId
  /** Null where nothing was voted on: the item's conclusion. */
  readonly voteId: VoteId | null
  readonly itemId: ItemId
  readonly text: string
}

/** 表决: at most one vote is open, and it is published before the next one (一时一件). */
export type Voting = {
  readonly drafts: readonly Draft[]
  readonly open: OpenVote | null
  readonly held: HeldVote | null
  readonly past: readonly PastVote[]
  readonly resolutions: readonly Resolution[]
  /** All on the host, a viewer's own elsewhere. */
  readonly usedBallots: UsedBallots
}

export const noVotes: Voting = {
  drafts: [],
  open: null,
  held: null,
  past: [],
  resolutions: [],
  usedBallots: noUsedBallots,
}

export const draftOf = ({ drafts }: Voting, voteId: VoteId): Draft | null =>
  drafts.find((draft) => draft.voteId === voteId) ?? null

/** By which channel a seat has voted; null: not yet, as far as the viewer may know. */
export const voterOf = ({ voters }: Pick<VoteFrame, 'voters'>, seatId: SeatId): Voter | null =>
  voters.find((voter) => voter.seatId === seatId) ?? null

/** When devices stop voting by themselves, ms since 1970; null: when the chair says so. */
export const endsAt = ({ extraSeconds, openedAt, terms }: OpenVote): number | null =>
  terms.seconds === null ? null : openedAt + (terms.seconds + extraSeconds) * 1000

/** A ballot that was pressed in time may be this long on the way. */
const GRACE_MS = 3_000

/** Whether a device votes after the time was up. */
export function isTooLate(vote: OpenVote, now: number): boolean {
  const end = endsAt(vote)
  return end !== null && now >= end + GRACE_MS
}
