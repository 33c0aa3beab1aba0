import { assertNever } from '../../core/assert-never.ts'
import type { BallotId, ItemId, ResolutionId, SeatId, VoteId } from '../../core/ids.ts'
import { runsTheMeeting, type Viewer } from '../../roles/roles.ts'
import type { Figures, Verdict } from '../../rules/evaluate.ts'
import type { MeetingEventOf } from '../messages.ts'
import type { VotingEvent } from './messages.ts'

export type Option = 'for' | 'against' | 'abstain'

export type StoredVerdict = Verdict & { readonly sentence: string }

type NamedBallot = { readonly ballotId: BallotId; readonly option: Option; readonly seatId: SeatId }

type Motion = {
  readonly voteId: VoteId
  readonly itemId: ItemId
  readonly motion: string
  readonly openedAt: number
  readonly entitled: number
  /** How many stand aside on this item, when there are any. */
  readonly recused?: number | undefined
  readonly electors: readonly SeatId[]
}

export type OpenVote = Motion & {
  /** Ballots received: the same number for every viewer. */
  readonly received: number
  /** Seats that have voted, as far as the viewer may know. */
  readonly handedIn: readonly SeatId[]
  /** Ballots with their choice: all on the host, a viewer's own elsewhere. */
  readonly ballots: readonly NamedBallot[]
}

type PastVote = Motion &
  (
    | {
        readonly phase: 'closed'
        readonly closedAt: number
        readonly ballots: readonly NamedBallot[]
        readonly verdict: StoredVerdict
      }
    | {
        readonly phase: 'void'
        readonly voidedAt: number
        readonly reason: string
        /** The verdict that was announced before the vote was declared void, if it had been closed. */
        readonly verdict: StoredVerdict | null
      }
  )

type Resolution = {
  readonly resolutionId: ResolutionId
  /** Null where nothing was voted on: the item's conclusion. */
  readonly voteId: VoteId | null
  readonly itemId: ItemId
  readonly text: string
}

/** 表决: at most one vote is open (一时一件). */
export type Voting = {
  readonly open: OpenVote | null
  readonly past: readonly PastVote[]
  readonly resolutions: readonly Resolution[]
}

export const noVotes: Voting = { open: null, past: [], resolutions: [] }

export function evolveVoting(state: Voting, event: VotingEvent): Voting {
  switch (event.type) {
    case 'voteOpened': {
      const { at, ...motion } = event.data
      return { ...state, open: { ...motion, openedAt: at, received: 0, handedIn: [], ballots: [] } }
    }
    case 'ballotCast': {
      const { ballotId, option, seatId } = event.data
      return withOpen(state, (open) => ({
        ...received(open, seatId),
        ballots: [...open.ballots, { ballotId, option, seatId }],
      }))
    }
    case 'ballotNoted':
      return withOpen(state, (open) => received(open, event.data.seatId))
    case 'ballotCounted':
      return withOpen(state, (open) => ({ ...open, received: open.received + event.data.count }))
    case 'voteClosed':
      return close(state, event.data, event.data.ballots)
    case 'voteResultAnnounced':
      return close(state, event.data, [])
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

/** The figures of a vote with these ballots; whoever did not hand one in does not take part. */
export function figuresOf(
  vote: Pick<OpenVote, 'entitled' | 'electors' | 'recused'>,
  ballots: readonly { option: Option }[],
): Figures {
  const count = (option: Option) => ballots.filter((ballot) => ballot.option === option).length
  return {
    entitled: vote.entitled,
    present: vote.electors.length,
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    ...(vote.recused === undefined ? {} : { recused: vote.recused }),
  }
}

/** Until a vote closes a choice is seen by its own seat alone; who has voted, by those who run the meeting. */
export function projectVoting(state: Voting, viewer: Viewer): Voting {
  const own = (entry: { readonly seatId: SeatId }) => viewer.seats.includes(entry.seatId)
  return {
    ...state,
    open: state.open && {
      ...state.open,
      handedIn: runsTheMeeting(viewer.role)
        ? state.open.handedIn
        : state.open.handedIn.filter((seatId) => own({ seatId })),
      ballots: state.open.ballots.filter(own),
    },
    past: seesBallots(viewer) ? state.past : state.past.map(withoutBallots),
  }
}

/** 记名: members and those who run the meeting see whose ballot is whose; guests and the screen see the result. */
export const seesBallots = (viewer: Viewer): boolean => runsTheMeeting(viewer.role) || viewer.role === 'member'

const withoutBallots = (vote: PastVote): PastVote => (vote.phase === 'closed' ? { ...vote, ballots: [] } : vote)

const received = (open: OpenVote, seatId: SeatId): OpenVote => ({
  ...open,
  received: open.received + 1,
  handedIn: [...open.handedIn, seatId],
})

function withOpen(state: Voting, change: (open: OpenVote) => OpenVote): Voting {
  return state.open === null ? state : { ...state, open: change(state.open) }
}

function motionOf({ voteId, itemId, motion, openedAt, entitled, electors, recused }: Motion): Motion {
  const aside = recused === undefined ? {} : { recused }
  return { voteId, itemId, motion, openedAt, entitled, electors, ...aside }
}

function close(
  state: Voting,
  { at, verdict }: Pick<MeetingEventOf<'voteResultAnnounced'>, 'at' | 'verdict'>,
  ballots: readonly NamedBallot[],
): Voting {
  if (state.open === null) return state
  const closed: PastVote = { ...motionOf(state.open), phase: 'closed', closedAt: at, ballots, verdict }
  return { ...state, open: null, past: [...state.past, closed] }
}

function voided(state: Voting, { voteId, reason, at }: MeetingEventOf<'voteVoided'>): Voting {
  const asVoid = (vote: Motion, verdict: StoredVerdict | null): PastVote => ({
    ...motionOf(vote),
    phase: 'void',
    voidedAt: at,
    reason,
    verdict,
  })
  if (state.open?.voteId === voteId) return { ...state, open: null, past: [...state.past, asVoid(state.open, null)] }
  return {
    ...state,
    past: state.past.map((vote) => (vote.voteId === voteId ? asVoid(vote, vote.verdict) : vote)),
    resolutions: state.resolutions.filter((resolution) => resolution.voteId !== voteId),
  }
}
