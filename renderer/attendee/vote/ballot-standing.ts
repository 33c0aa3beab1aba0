import type { SeatId } from '../../../shared/core/ids.ts'
import { isPresent, seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type OpenVote, type Option, voterOf } from '../../../shared/meeting/voting/state.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { asideWords } from '../meeting/aside-words.ts'
import { pendingData } from '../meeting/pending.ts'
import { proxyOf } from './delegations.ts'

export const options: readonly Option[] = ['for', 'against', 'abstain']

export const isOptionOrNone = (value: unknown): value is Option | null =>
  value === null || options.some((option) => option === value)

/** How a seat stands in an open vote. */
export type BallotStanding =
  /** May not vote this time, and why. */
  | { readonly at: 'outside'; readonly why: string }
  /** 委托表决: somebody else says what it is to be. */
  | { readonly at: 'delegated'; readonly proxyId: SeatId }
  | { readonly at: 'choosing' }
  /** Handed in by this device, no answer yet. */
  | { readonly at: 'sending'; readonly option: Option | null }
  /** The host has it; the choice as far as this device knows it. */
  | { readonly at: 'recorded'; readonly option: Option | null }

export function ballotStanding(
  meeting: HeldMeeting,
  vote: OpenVote,
  seatId: SeatId,
  pending: readonly CommandFrame[],
): BallotStanding {
  if (voterOf(vote, seatId) !== null) {
    const own = vote.ballots.find((ballot) => ballot.seatId === seatId)?.option
    return { at: 'recorded', option: options.find((option) => option === own) ?? null }
  }
  if (!vote.electors.includes(seatId)) return { at: 'outside', why: whyOutside(meeting, vote, seatId) }
  const proxyId = proxyOf(meeting, seatId)
  if (proxyId !== null) return { at: 'delegated', proxyId }
  const sent = pendingData(pending, 'castBallot', seatId)
  if (sent === undefined || sent['voteId'] !== vote.voteId) return { at: 'choosing' }
  return { at: 'sending', option: options.find((option) => option === sent['option']) ?? null }
}

function whyOutside(meeting: HeldMeeting, { itemId }: OpenVote, seatId: SeatId): string {
  const { attendance } = meeting
  const seat = seatOf(attendance, seatId)
  if (seat?.suspended === true) return '这个席位的资格已经停止，不计入应到，也不能投票。您可以看结果，也可以继续发言。'
  if (seat?.voting !== true) return '这个席位没有表决权。您可以看结果，也可以继续发言。'
  const aside = asideWords(meeting, itemId, seatId)
  if (aside !== null) return `${aside}。`
  if (!isPresent(attendance, seatId)) return '这个席位还没有签到，这一次不能投。请回到会场签到，等下一次表决。'
  return '表决开始时这个席位还没有签到，这一次不能投。请等下一次表决，或告诉主持人。'
}

/** The seats that still have a ballot to hand in themselves. */
export const stillToVote = (meeting: HeldMeeting, vote: OpenVote, seats: readonly SeatId[]): readonly SeatId[] =>
  seats.filter(
    (seatId) => vote.electors.includes(seatId) && voterOf(vote, seatId) === null && proxyOf(meeting, seatId) === null,
  )
