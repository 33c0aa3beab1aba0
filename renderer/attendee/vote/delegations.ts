import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type OpenVote, voterOf } from '../../../shared/meeting/voting/state.ts'

/** 委托表决: to whom a seat has handed its vote; null when it votes itself. */
export const proxyOf = ({ attendance }: HeldMeeting, seatId: SeatId): SeatId | null =>
  attendance.delegations.find((delegation) => delegation.seatId === seatId)?.proxyId ?? null

/** Those for whom a seat still has a ballot to give at the desk. */
export const stillEntrusted = ({ attendance }: HeldMeeting, vote: OpenVote, proxyId: SeatId): readonly SeatId[] =>
  attendance.delegations
    .filter((delegation) => delegation.proxyId === proxyId)
    .map(({ seatId }) => seatId)
    .filter((seatId) => vote.electors.includes(seatId) && voterOf(vote, seatId) === null)
