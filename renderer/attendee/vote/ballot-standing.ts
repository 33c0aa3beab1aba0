import type { SeatId } from '../../../shared/core/ids.ts'
import { votes } from '../../../shared/council/standing.ts'
import { isPresent, seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { readMarks } from '../../../shared/meeting/voting/marks.ts'
import { endsAt, type OpenVote, type Voter, voterOf } from '../../../shared/meeting/voting/state.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { asideWords } from '../meeting/aside-words.ts'
import { pendingData } from '../meeting/pending.ts'
import { proxyOf } from './delegations.ts'

/** How a seat stands in an open vote. */
export type BallotStanding =
  /** May not vote this time, and why. */
  | { readonly at: 'outside'; readonly why: string }
  /** 委托表决: somebody else says what it is to be. */
  | { readonly at: 'delegated'; readonly proxyId: SeatId }
  | { readonly at: 'choosing' }
  /** Handed in by this device, no answer yet. */
  | { readonly at: 'sending'; readonly option: string | null }
  /** The host has it; the choice as far as this device knows it. */
  | { readonly at: 'recorded'; readonly option: string | null; readonly voter: Voter; readonly revisable: boolean }
  /** Holds a secret paper: what becomes of it is between the voter and the box. */
  | { readonly at: 'paper'; readonly number: number }
  /** By hand or on paper only. */
  | { readonly at: 'elsewhere' }
  /** 截止: nobody votes any more. */
  | { readonly at: 'stopped' }
  | { readonly at: 'timeUp' }

/** Whether devices still vote at `now`, by the host's clock, and if not why. */
function deviceStanding(vote: OpenVote, now: number): 'choosing' | 'elsewhere' | 'stopped' | 'timeUp' {
  if (vote.stoppedAt !== null) return 'stopped'
  if (!vote.terms.channels.device) return 'elsewhere'
  const end = endsAt(vote)
  return end !== null && now >= end ? 'timeUp' : 'choosing'
}

export function ballotStanding(
  meeting: HeldMeeting,
  vote: OpenVote,
  seatId: SeatId,
  pending: readonly CommandFrame[],
  now: number,
): BallotStanding {
  const sent = sentOption(vote, seatId, pending)
  const voter = voterOf(vote, seatId)
  const device = deviceStanding(vote, now)
  if (voter !== null) {
    if (voter.channel === 'paper' && voter.number !== null) return { at: 'paper', number: voter.number }
    const option = fitting(vote, vote.ballots.find((ballot) => ballot.seatId === seatId)?.option)
    const revisable = vote.terms.revisable && voter.channel === 'device' && device === 'choosing'
    if (revisable && sent != null && sent !== option) return { at: 'sending', option: sent }
    return { at: 'recorded', option, voter, revisable }
  }
  if (!vote.electors.includes(seatId)) {
    const seat = seatOf(meeting.attendance, seatId)
    // Where nobody is signed in one by one, whoever has a vote raises a hand.
    if (vote.headcount !== undefined && seat !== undefined && votes(seat)) return { at: device }
    return { at: 'outside', why: whyOutside(meeting, vote, seatId) }
  }
  const proxyId = proxyOf(meeting, seatId)
  if (proxyId !== null) return { at: 'delegated', proxyId }
  return sent === undefined ? { at: device } : { at: 'sending', option: sent }
}

/** What this device has handed in for a seat and has no answer to; undefined: nothing. */
function sentOption(vote: OpenVote, seatId: SeatId, pending: readonly CommandFrame[]): string | null | undefined {
  const sent = pendingData(pending, 'castBallot', seatId)
  return sent === undefined || sent['voteId'] !== vote.voteId ? undefined : fitting(vote, sent['option'])
}

const fitting = ({ terms }: OpenVote, option: unknown): string | null =>
  typeof option === 'string' && readMarks(terms.question, option) !== null ? option : null

function whyOutside(meeting: HeldMeeting, { itemId }: OpenVote, seatId: SeatId): string {
  const { attendance } = meeting
  const seat = seatOf(attendance, seatId)
  if (seat?.suspended === true) return '这个席位的资格已经停止，不计入应到，也不能投票。您可以看结果，也可以继续发言。'
  if (seat?.voting !== true) return '这个席位没有表决权。您可以看结果，也可以继续发言。'
  const aside = asideWords(meeting, itemId, seatId, true)
  if (aside !== null) return `${aside}。`
  if (!isPresent(attendance, seatId))
    return '这个席位还没有签到，这一次不能投。请回到会场签到，再告诉主持人补进这次表决。'
  return '表决开始时这个席位还没有签到，这一次不能投。要投，请告诉主持人补进这次表决。'
}

/** The seats that still have a ballot to hand in themselves on this device. */
export const stillToVote = (
  meeting: HeldMeeting,
  vote: OpenVote,
  seats: readonly SeatId[],
  now: number,
): readonly SeatId[] => seats.filter((seatId) => ballotStanding(meeting, vote, seatId, [], now).at === 'choosing')
