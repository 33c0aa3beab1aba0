import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { ballotText } from '../../identity/signed-text.ts'
import { enteredBy, mayActFor } from '../../roles/roles.ts'
import { evaluate, quorumMet, quorumNeeded } from '../../rules/evaluate.ts'
import { hasDelegated, keyOf } from '../attendance/state.ts'
import type { MeetingCommandOf, MeetingEvent } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { circumstancesOf, electorateOf } from './electorate.ts'
import { unlawfulVote } from './lawful.ts'
import { figuresOf, type OpenVote } from './state.ts'

/** Opens a vote on the running item, with a quorum, after the last speech (充分辩论后表决). */
export function openVote(meeting: MeetingBody, data: MeetingCommandOf<'openVote'>, { now }: Context): MeetingDecision {
  const { floor, form, rule, runningItem, usedIds, voting } = meeting
  if (rule === null || form.decision !== 'vote') return refuse({ code: 'notDecidedByVote' })
  if (voting.open !== null) return refuse({ code: 'voteIsOpen' })
  if (hasId(usedIds, data.voteId)) return refuse({ code: 'voteExists' })
  if (runningItem !== data.itemId) return refuse({ code: 'itemNotRunning' })
  if (floor.speaking !== null) return refuse({ code: 'someoneSpeaks' })
  const unlawful = unlawfulVote(rule, meeting, data.itemId, now)
  if (unlawful !== null) return refuse(unlawful)
  const { electors, entitled, recused } = electorateOf(meeting, data.itemId)
  if (electors.length === 0 || !quorumMet(rule, { entitled, present: electors.length })) {
    // Also where no quorum is asked nobody decides for nobody.
    return refuse({ code: 'noQuorum', present: electors.length, needed: Math.max(1, quorumNeeded(rule, entitled)) })
  }
  return ok([
    { type: 'voteOpened', data: { ...data, at: now, entitled, electors, ...(recused === 0 ? {} : { recused }) } },
  ])
}

export function castBallot(
  meeting: MeetingBody,
  { signature, ...data }: MeetingCommandOf<'castBallot'>,
  { actor, commandId, verifies }: Context,
): MeetingDecision {
  if (actor.seatId !== data.seatId) return refuse({ code: 'notYourSeat' })
  if (hasDelegated(meeting.attendance, data.seatId)) return refuse({ code: 'voteIsDelegated' })
  const accepted = acceptable(meeting, data)
  if (!accepted.ok) return accepted
  const publicKey = keyOf(meeting.attendance, data.seatId)
  const { meetingId } = meeting
  if (publicKey === null || !verifies(publicKey, ballotText({ meetingId, ...data, commandId }), signature)) {
    return refuse({ code: 'badSignature' })
  }
  return ok([{ type: 'ballotCast', data: { ...data, evidence: { kind: 'signed', publicKey, signature, commandId } } }])
}

export function enterBallot(
  meeting: MeetingBody,
  data: MeetingCommandOf<'enterBallot'>,
  { actor }: Context,
): MeetingDecision {
  if (!mayActFor(actor, data.seatId)) return refuse({ code: 'notYourSeat' })
  const accepted = acceptable(meeting, data)
  if (!accepted.ok) return accepted
  const by = enteredBy(actor, data.seatId) ?? data.seatId
  return ok([{ type: 'ballotCast', data: { ...data, evidence: { kind: 'entered', by } } }])
}

export function closeVote(
  meeting: MeetingBody,
  { voteId, resolutionId }: MeetingCommandOf<'closeVote'>,
  { announce, now }: Context,
): MeetingDecision {
  const vote = openVoteOf(meeting, voteId)
  if (!vote.ok) return vote
  if (hasId(meeting.usedIds, resolutionId)) return refuse({ code: 'resolutionExists' })
  if (meeting.rule === null) return refuse({ code: 'notDecidedByVote' })
  const { ballots, itemId, motion, openedAt } = vote.value
  const circumstances = circumstancesOf(meeting, itemId, openedAt)
  const verdict = evaluate(meeting.rule, figuresOf(vote.value, ballots), circumstances)
  const sentence = announce(meeting.rule, verdict)
  const closed: MeetingEvent = {
    type: 'voteClosed',
    data: { voteId, at: now, ballots, verdict: { ...verdict, sentence } },
  }
  if (!verdict.passed) return ok([closed])
  return ok([closed, { type: 'resolutionAdopted', data: { resolutionId, voteId, itemId, text: motion } }])
}

/** An open or a closed vote can be declared void, unless its resolution has already been assigned to somebody. */
export function voidVote(
  { followUp, voting }: MeetingBody,
  data: MeetingCommandOf<'voidVote'>,
  { now }: Context,
): MeetingDecision {
  const past = voting.past.find((vote) => vote.voteId === data.voteId)
  if (voting.open?.voteId !== data.voteId && past === undefined) return refuse({ code: 'voteUnknown' })
  if (past?.phase === 'void') return refuse({ code: 'voteAlreadyEnded' })
  const resolution = voting.resolutions.find((known) => known.voteId === data.voteId)
  if (resolution !== undefined && followUp.some((given) => given.resolutionId === resolution.resolutionId)) {
    return refuse({ code: 'resolutionAssigned' })
  }
  return ok([{ type: 'voteVoided', data: { ...data, at: now } }])
}

function acceptable(
  meeting: MeetingBody,
  { voteId, ballotId, seatId }: MeetingCommandOf<'enterBallot'>,
): Result<null, MeetingRejection> {
  const vote = openVoteOf(meeting, voteId)
  if (!vote.ok) return vote
  if (!vote.value.electors.includes(seatId)) return refuse({ code: 'notAnElector' })
  if (vote.value.handedIn.includes(seatId)) return refuse({ code: 'alreadyVoted' })
  if (vote.value.ballots.some((ballot) => ballot.ballotId === ballotId)) return refuse({ code: 'ballotExists' })
  return ok(null)
}

function openVoteOf({ voting }: MeetingBody, voteId: string): Result<OpenVote, MeetingRejection> {
  if (voting.open?.voteId === voteId) return ok(voting.open)
  const ended = voting.past.some((vote) => vote.voteId === voteId)
  return refuse({ code: ended ? 'voteAlreadyEnded' : 'voteUnknown' })
}
