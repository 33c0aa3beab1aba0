import type { Context } from '../../core/context.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { unspaced } from '../../core/unspaced.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { othersOf, rowNames } from './marks.ts'
import { openVoteOf } from './open-vote.ts'
import { MAX_ROWS, type Question } from './terms.ts'

/**
 * 另选他人: a name that stands on a paper in the box and on no row yet. Counts that were entered before knew nothing of
 * it, so that they are entered again: a vote for it is neither lost nor taken to be none.
 */
export function addWriteIn(
  meeting: MeetingBody,
  { name, voteId }: MeetingCommandOf<'addWriteIn'>,
  { actor, now }: Context,
): MeetingDecision {
  const question = openedBox(meeting, voteId)
  if (!question.ok) return question
  const rows = rowNames(question.value)
  if (rows.some((row) => row !== null && sameName(row, name))) return refuse({ code: 'nameListed' })
  if (rows.length >= MAX_ROWS) return refuse({ code: 'rowsFull', most: MAX_ROWS })
  return ok([{ type: 'writeInFound', data: { voteId, name, at: now, by: actor.seatId ?? 'operator' } }])
}

/** A name that was written down wrongly: the papers are counted without it. */
export function dropWriteIn(
  meeting: MeetingBody,
  { name, voteId }: MeetingCommandOf<'dropWriteIn'>,
  { actor, now }: Context,
): MeetingDecision {
  const question = openedBox(meeting, voteId)
  if (!question.ok) return question
  if (!othersOf(question.value).includes(name)) return refuse({ code: 'nameNotFound' })
  return ok([{ type: 'writeInDropped', data: { voteId, name, at: now, by: actor.seatId ?? 'operator' } }])
}

/** 张 三 is 张三. */
const sameName = (one: string, other: string): boolean => unspaced(one) === unspaced(other)

/** The question of an election with 另选他人 whose box is open: nobody votes any more, and it is not closed. */
function openedBox(meeting: MeetingBody, voteId: string): Result<Question, MeetingRejection> {
  const found = openVoteOf(meeting, voteId)
  if (!found.ok) return found
  const { stoppedAt, terms } = found.value
  const { question } = terms
  if (question.kind !== 'election' || question.writeIns !== true) return refuse({ code: 'noWriteIns' })
  return stoppedAt === null ? refuse({ code: 'stopBeforeCounting' }) : ok(question)
}
