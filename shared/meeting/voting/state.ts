import { assertNever } from '../../core/assert-never.ts'
import type { BallotId, ItemId, ResolutionId, SeatId, VoteId } from '../../core/ids.ts'
import type { Rule } from '../../rules/rule.ts'
import type { MeetingEventOf } from '../messages.ts'
import { type ChannelName, type Counts, plainTerms, type SaidInstead } from './marks.ts'
import type { VotingEvent } from './messages.ts'
import type { Terms } from './terms.ts'

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

type Tally = {
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
}

export const noVotes: Voting = { drafts: [], open: null, held: null, past: [], resolutions: [] }

/** `rule` is the meeting's: votes that do not bring terms of their own are held by it. */
export function evolveVoting(state: Voting, event: VotingEvent, rule: Rule | null): Voting {
  switch (event.type) {
    case 'voteDrafted': {
      const { amendment, at, repeats, terms, versions, ...proposal } = event.data
      const draft: Draft = {
        ...proposal,
        repeats: repeats ?? null,
        terms: terms ?? plainTerms(rule),
        amendment: amendment ?? null,
        versions: versions ?? [{ text: proposal.motion, at, by: null }],
      }
      return { ...state, drafts: [...state.drafts, draft] }
    }
    case 'draftRevised': {
      const { amendment, at, motion, terms, voteId } = event.data
      return withDraft(state, voteId, (draft) => ({
        ...reading(draft, { text: motion, at, by: null }),
        terms: terms ?? draft.terms,
        amendment: amendment ?? draft.amendment,
      }))
    }
    case 'draftDropped': {
      const { voteId } = event.data
      const kept = state.drafts.filter((draft) => draft.voteId !== voteId && draft.amendment?.voteId !== voteId)
      return { ...state, drafts: kept }
    }
    case 'textAmended': {
      const { voteId, ...version } = event.data
      return withDraft(state, voteId, (draft) => reading(draft, version))
    }
    case 'voteOpened':
      return opened(state, event.data, rule)
    case 'tellersNamed': {
      const { voteId: _, ...tellers } = event.data
      return withOpen(state, (open) => ({ ...open, tellers }))
    }
    case 'electorAdded':
      return withOpen(state, (open) => ({ ...open, electors: [...open.electors, event.data.seatId] }))
    case 'ballotCast': {
      const { at, ballotId, channel, evidence, option, replaces, seatId } = event.data
      const by = channel ?? (evidence.kind === 'signed' ? 'device' : 'hands')
      return withOpen(state, (open) => ({
        ...(replaces === undefined ? received(open, seatId, by, at ?? null) : again(open, seatId, at ?? null)),
        ballots: [...open.ballots.filter((one) => one.ballotId !== replaces), { ballotId, option, seatId }],
      }))
    }
    case 'ballotNoted': {
      const { again: repeated, at, channel, seatId } = event.data
      return withOpen(state, (open) => (repeated ? again(open, seatId, at) : received(open, seatId, channel, at)))
    }
    case 'ballotCounted':
      return withOpen(state, (open) => ({ ...open, received: open.received + event.data.count }))
    case 'ballotWithdrawn': {
      const { ballotId, seatId } = event.data
      return withOpen(state, (open) => ({
        ...open,
        received: open.received - 1,
        voters: without(open.voters, [seatId]),
        ballots: open.ballots.filter((ballot) => ballot.ballotId !== ballotId),
      }))
    }
    case 'handsCounted':
      return withOpen(state, (open) => handsIn(open, event.data, event.data))
    case 'handsNoted':
      return withOpen(state, (open) => handsIn(open, event.data, { rows: null, said: null }))
    case 'papersIssued':
    case 'papersNoted': {
      const { at, issued, papers } = event.data
      const given = papers.map((paper): Voter => ({ ...paper, channel: 'paper', at }))
      return withOpen(state, (open) => ({ ...open, issued, voters: [...open.voters, ...given] }))
    }
    case 'paperRecalled': {
      const { issued, number, reason, seatId } = event.data
      return withOpen(state, (open) => ({
        ...open,
        issued,
        voters: without(open.voters, [seatId]),
        spoilt: [...open.spoilt, { seatId, number, reason }],
      }))
    }
    case 'tallyEntered': {
      const { invalid, returned, rows, valid } = event.data
      return withOpen(state, (open) => withTally(open, event.data, { invalid, returned, rows, valid }))
    }
    case 'tallyNoted':
      return withOpen(state, (open) => withTally(open, event.data, null))
    case 'figuresShown':
      return withOpen(state, (open) => ({ ...open, shown: event.data.rows }))
    case 'voteExtended':
      return withOpen(state, (open) => ({ ...open, extraSeconds: open.extraSeconds + event.data.seconds }))
    case 'ballotsStopped':
      return withOpen(state, (open) => ({ ...open, stoppedAt: open.stoppedAt ?? event.data.at }))
    case 'voteClosed':
      if (event.data.held) return held(state, event.data.at, event.data.ballots, event.data.verdict)
      return closed(state, event.data, event.data.ballots)
    case 'voteEnded':
      return held(state, event.data.at, [], null)
    case 'votePublished':
      return closed(state, event.data, event.data.ballots)
    case 'voteResultAnnounced':
      return closed(state, event.data, [])
    case 'voteVoided':
      return voided(state, event.data)
    case 'resolutionAdopted':
      return { ...state, resolutions: [...state.resolutions, event.data] }
    default:
      return assertNever(event)
  }
}

/** A conclusion was taken back, and what had been resolved by it. */
export const withoutResolution = (state: Voting, resolutionId: ResolutionId): Voting => ({
  ...state,
  resolutions: state.resolutions.filter((resolution) => resolution.resolutionId !== resolutionId),
})

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

function opened(state: Voting, data: MeetingEventOf<'voteOpened'>, rule: Rule | null): Voting {
  const { amendment, at, repeats, terms, versions, ...proposal } = data
  const open: OpenVote = {
    ...proposal,
    repeats: repeats ?? null,
    openedAt: at,
    terms: terms ?? plainTerms(rule),
    amendment: amendment ?? null,
    versions: versions ?? [],
    tellers: { supervisors: [], counters: [], callers: [] },
    voters: [],
    spoilt: [],
    received: 0,
    issued: 0,
    ballots: [],
    hands: null,
    tallies: [],
    shown: null,
    extraSeconds: 0,
    stoppedAt: null,
  }
  return { ...state, open, drafts: state.drafts.filter((draft) => draft.voteId !== open.voteId) }
}

const reading = (draft: Draft, version: TextVersion): Draft => ({
  ...draft,
  motion: version.text,
  versions: version.text === draft.motion ? draft.versions : [...draft.versions, version],
})

const received = (open: OpenVote, seatId: SeatId, channel: ChannelName, at: number | null): OpenVote => ({
  ...open,
  received: open.received + 1,
  voters: [...open.voters, { seatId, channel, number: null, at }],
})

/** Another ballot of somebody whose last press counts. */
const again = (open: OpenVote, seatId: SeatId, at: number | null): OpenVote => ({
  ...open,
  voters: open.voters.map((voter) => (voter.seatId === seatId ? { ...voter, at } : voter)),
})

const without = (voters: readonly Voter[], seatIds: readonly SeatId[]): readonly Voter[] =>
  voters.filter((voter) => !seatIds.includes(voter.seatId))

/** Counting again takes the place of what was counted before. */
function handsIn(
  open: OpenVote,
  { at, change, seatIds }: MeetingEventOf<'handsNoted'>,
  { rows, said }: Pick<HandsCount, 'rows' | 'said'>,
): OpenVote {
  const raised = (seatIds ?? []).map((seatId): Voter => ({ seatId, channel: 'hands', number: null, at }))
  const before = open.hands?.seatIds ?? []
  return {
    ...open,
    received: open.received + change,
    voters: [...without(open.voters, before), ...raised],
    hands: { seatIds, ballots: (open.hands?.ballots ?? 0) + change, at, rows, said },
  }
}

function withTally(
  open: OpenVote,
  { at, by, counter, differs, entry }: MeetingEventOf<'tallyNoted'>,
  figures: Tally['figures'],
): OpenVote {
  const others = open.tallies.filter((tally) => tally.entry !== entry)
  return {
    ...open,
    tallies: [...others.map((tally) => ({ ...tally, differs })), { entry, counter, by, at, differs, figures }],
  }
}

function withOpen(state: Voting, change: (open: OpenVote) => OpenVote): Voting {
  return state.open === null ? state : { ...state, open: change(state.open) }
}

const withDraft = (state: Voting, voteId: VoteId, change: (draft: Draft) => Draft): Voting => ({
  ...state,
  drafts: state.drafts.map((draft) => (draft.voteId === voteId ? change(draft) : draft)),
})

function frameOf(vote: VoteFrame): VoteFrame {
  const { amendment, electors, entitled, headcount, itemId, motion, openedAt, recused, spoilt, tellers } = vote
  const { repeats, terms, versions, voteId, voters } = vote
  return {
    ...{ voteId, itemId, motion, terms, repeats, amendment, versions, openedAt, entitled },
    ...(recused === undefined ? {} : { recused }),
    ...(headcount === undefined ? {} : { headcount }),
    ...{ electors, tellers, voters, spoilt },
  }
}

function held(state: Voting, at: number, ballots: readonly NamedBallot[], verdict: StoredVerdict | null): Voting {
  if (state.open === null) return state
  return { ...state, open: null, held: { ...frameOf(state.open), closedAt: at, ballots, verdict } }
}

/** The vote is published: at once when it closes, or after it was held back. */
function closed(
  state: Voting,
  { at, verdict }: Pick<MeetingEventOf<'voteResultAnnounced'>, 'at' | 'verdict'>,
  ballots: readonly NamedBallot[],
): Voting {
  const vote = state.open ?? state.held
  if (vote === null) return state
  const past: PastVote = {
    ...frameOf(vote),
    phase: 'closed',
    closedAt: 'closedAt' in vote ? vote.closedAt : at,
    publishedAt: at,
    ballots,
    verdict,
  }
  return { ...state, open: null, held: null, past: [...state.past, past] }
}

function voided(state: Voting, { voteId, reason, at, verdict }: MeetingEventOf<'voteVoided'>): Voting {
  const asVoid = (vote: VoteFrame, verdict: StoredVerdict | null, published: boolean): PastVote => ({
    ...frameOf(vote),
    phase: 'void',
    voidedAt: at,
    reason,
    verdict,
    published,
  })
  const running = state.open ?? state.held
  if (running?.voteId === voteId) {
    return { ...state, open: null, held: null, past: [...state.past, asVoid(running, verdict ?? null, false)] }
  }
  return {
    ...state,
    past: state.past.map((vote) => (vote.voteId === voteId ? asVoid(vote, vote.verdict, true) : vote)),
    resolutions: state.resolutions.filter((resolution) => resolution.voteId !== voteId),
  }
}
