import type { Context } from '../../core/context.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { ballotText } from '../../identity/signed-text.ts'
import { enteredBy, mayActFor } from '../../roles/roles.ts'
import { hasDelegated, keyOf } from '../attendance/state.ts'
import type { MeetingCommandOf, MeetingEventOf } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { withLiveFigures } from './live-figures.ts'
import { type ChannelName, readMarks } from './marks.ts'
import { runningVote } from './open-vote.ts'
import { isTooLate, type OpenVote, voterOf } from './state.ts'
import { isBallotUsed } from './used-ballots.ts'

export function castBallot(
  meeting: MeetingBody,
  { signature, ...data }: MeetingCommandOf<'castBallot'>,
  { actor, commandId, now, verifies }: Context,
): MeetingDecision {
  if (actor.seatId !== data.seatId) return refuse({ code: 'notYourSeat' })
  if (hasDelegated(meeting.attendance, data.seatId)) return refuse({ code: 'voteIsDelegated' })
  const accepted = acceptable(meeting, data, 'device')
  if (!accepted.ok) return accepted
  const { replaces, vote } = accepted.value
  if (isTooLate(vote, now)) return refuse({ code: 'voteTimeUp' })
  const publicKey = keyOf(meeting.attendance, data.seatId)
  const { meetingId } = meeting
  if (publicKey === null || !verifies(publicKey, ballotText({ meetingId, ...data, commandId }), signature)) {
    return refuse({ code: 'badSignature' })
  }
  const evidence = { kind: 'signed' as const, publicKey, signature, commandId }
  return ok(
    withLiveFigures(meeting, {
      type: 'ballotCast',
      data: { ...data, channel: 'device', at: now, ...replaces, evidence },
    }),
  )
}

/** A raised hand or a signed paper of somebody whose name is known, entered by the desk. */
export function enterBallot(
  meeting: MeetingBody,
  { channel = 'hands', ...data }: MeetingCommandOf<'enterBallot'>,
  { actor, now }: Context,
): MeetingDecision {
  if (!mayActFor(actor, data.seatId)) return refuse({ code: 'notYourSeat' })
  const accepted = acceptable(meeting, data, channel)
  if (!accepted.ok) return accepted
  const { replaces } = accepted.value
  const evidence = { kind: 'entered' as const, by: enteredBy(actor, data.seatId) ?? data.seatId }
  return ok(
    withLiveFigures(meeting, { type: 'ballotCast', data: { ...data, channel, at: now, ...replaces, evidence } }),
  )
}

/** Takes back what the desk entered by mistake; what a device signed stays. */
export function withdrawBallot(
  meeting: MeetingBody,
  { reason, seatId, voteId }: MeetingCommandOf<'withdrawBallot'>,
  { actor, now }: Context,
): MeetingDecision {
  const found = runningVote(meeting, voteId)
  if (!found.ok) return found
  const { ballots, voters } = found.value
  const ballot = ballots.find((one) => one.seatId === seatId)
  const entered = voters.some((voter) => voter.seatId === seatId && voter.channel !== 'device')
  if (ballot === undefined || !entered) return refuse({ code: 'nothingEntered' })
  const { ballotId } = ballot
  const withdrawn = { voteId, ballotId, seatId, reason, at: now, by: actor.seatId ?? 'operator' } as const
  return ok(withLiveFigures(meeting, { type: 'ballotWithdrawn', data: withdrawn }))
}

type Accepted = {
  readonly vote: OpenVote
  readonly replaces: Pick<MeetingEventOf<'ballotCast'>, 'replaces'>
}

/** One person, one ballot, by one channel. */
function acceptable(
  meeting: MeetingBody,
  { ballotId, option, seatId, voteId }: MeetingCommandOf<'enterBallot'>,
  channel: ChannelName,
): Result<Accepted, MeetingRejection> {
  const found = runningVote(meeting, voteId)
  if (!found.ok) return found
  const vote = found.value
  const { channels, question, revisable } = vote.terms
  const open = channel === 'device' ? channels.device : channels[channel] === 'named'
  if (!open) return refuse({ code: 'channelClosed', channel })
  if (!vote.electors.includes(seatId)) return refuse({ code: 'notAnElector' })
  if (readMarks(question, option) === null) return refuse({ code: 'ballotUnfit' })
  const before = voterOf(vote, seatId)
  if (before !== null && before.channel !== channel) return refuse({ code: 'votedOtherwise', channel: before.channel })
  if (before !== null && !revisable) return refuse({ code: 'alreadyVoted' })
  if (isBallotUsed(meeting.voting.usedBallots, ballotId)) return refuse({ code: 'ballotExists' })
  const old = before === null ? undefined : vote.ballots.find((ballot) => ballot.seatId === seatId)
  return ok({ vote, replaces: old === undefined ? {} : { replaces: old.ballotId } })
}
