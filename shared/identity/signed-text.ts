import type { BallotId, MeetingId, SeatId, VoteId } from '../core/ids.ts'

/** One field a line; no field can hold a line break, so no two different acts have the same text. */
const lines = (...fields: readonly string[]): string => fields.join('\n')

/** What a device signs when it hands in a named ballot. */
export function ballotText(ballot: {
  readonly meetingId: MeetingId
  readonly voteId: VoteId
  readonly ballotId: BallotId
  readonly option: string
  readonly seatId: SeatId
  readonly commandId: string
}): string {
  const { meetingId, voteId, ballotId, option, seatId, commandId } = ballot
  return lines('yishiting ballot 1', meetingId, voteId, ballotId, option, seatId, commandId)
}

/** What a device signs to prove on a connection that it holds its key: the host's own id keeps the proof from serving elsewhere. */
export function challengeText(hostId: string, nonce: string, publicKey: string): string {
  return lines('yishiting hello 1', hostId, nonce, publicKey)
}
