import { assertNever } from '../../core/assert-never.ts'
import type { ResolutionId, SeatId, VoteId } from '../../core/ids.ts'
import type { Rule } from '../../rules/rule.ts'
import type { MeetingEventOf } from '../messages.ts'
import { type ChannelName, othersOf, plainTerms, withOthers } from './marks.ts'
import type { VotingEvent } from './messages.ts'
import type {
  Draft,
  HandsCount,
  NamedBallot,
  OpenVote,
  PastVote,
  StoredVerdict,
  Tally,
  TextVersion,
  VoteFrame,
  Voter,
  Voting,
} from './state.ts'
import { withUsedBallot } from './used-ballots.ts'

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
      const used = { ...state, usedBallots: withUsedBallot(state.usedBallots, { ballotId, seatId }) }
      return withOpen(used, (open) => ({
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
    case 'writeInFound':
      return withOpen(state, (open) => recounted(open, [...othersOf(open.terms.question), event.data.name]))
    case 'writeInDropped': {
      const { name } = event.data
      return withOpen(state, (open) =>
        recounted(
          open,
          othersOf(open.terms.question).filter((other) => other !== name),
        ),
      )
    }
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

/** The papers have other rows than before: whoever had counted them counts them again. */
const recounted = (open: OpenVote, others: readonly string[]): OpenVote => ({
  ...open,
  terms: withOthers(open.terms, others),
  tallies: [],
})

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

/** 另选的人: nobody but those who count has known them before. */
const told = (vote: VoteFrame, others: readonly string[] | undefined): VoteFrame => {
  const frame = frameOf(vote)
  return others === undefined ? frame : { ...frame, terms: withOthers(frame.terms, others) }
}

/** The vote is published: at once when it closes, or after it was held back. */
function closed(
  state: Voting,
  { at, others, verdict }: Pick<MeetingEventOf<'voteResultAnnounced'>, 'at' | 'others' | 'verdict'>,
  ballots: readonly NamedBallot[],
): Voting {
  const vote = state.open ?? state.held
  if (vote === null) return state
  const past: PastVote = {
    ...told(vote, others),
    phase: 'closed',
    closedAt: 'closedAt' in vote ? vote.closedAt : at,
    publishedAt: at,
    ballots,
    verdict,
  }
  return { ...state, open: null, held: null, past: [...state.past, past] }
}

function voided(state: Voting, { voteId, reason, at, others, verdict }: MeetingEventOf<'voteVoided'>): Voting {
  const asVoid = (vote: VoteFrame, verdict: StoredVerdict | null, published: boolean): PastVote => ({
    ...told(vote, others),
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
