import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import type { MeetingCommandOf, MeetingEvent } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { conclusionOf } from './state.ts'

/**
 * How an item ended that was talked about, also after the next one began: what was agreed or done becomes a resolution, to
 * be assigned like any other.
 */
export function concludeItem(
  { agenda, conclusions, form, usedIds }: MeetingBody,
  { itemId, outcome, resolutionId, text }: MeetingCommandOf<'concludeItem'>,
  { actor, now }: Context,
): MeetingDecision {
  if (form.decision === 'vote') return refuse({ code: 'decidedByVote' })
  const item = agenda[lastIndexOf(agenda, itemId)]
  if (item === undefined) return refuse({ code: 'itemUnknown' })
  if (item.phase === 'planned') return refuse({ code: 'itemNotRunning' })
  if (conclusionOf(conclusions, itemId) !== null) return refuse({ code: 'itemConcluded' })
  if (hasId(usedIds, resolutionId)) return refuse({ code: 'resolutionExists' })
  const resolves = outcome !== 'notReached'
  const by = actor.seatId ?? 'operator'
  const concluded: MeetingEvent = {
    type: 'itemConcluded',
    data: { itemId, outcome, text, resolutionId: resolves ? resolutionId : null, at: now, by },
  }
  if (!resolves) return ok([concluded])
  return ok([concluded, { type: 'resolutionAdopted', data: { resolutionId, voteId: null, itemId, text } }])
}

/** Unless its resolution has already been assigned to somebody. */
export function withdrawConclusion(
  { conclusions, followUp }: MeetingBody,
  { itemId, reason }: MeetingCommandOf<'withdrawConclusion'>,
  { now }: Context,
): MeetingDecision {
  const known = conclusionOf(conclusions, itemId)
  if (known === null) return refuse({ code: 'notConcluded' })
  if (followUp.some((given) => given.resolutionId === known.resolutionId)) return refuse({ code: 'resolutionAssigned' })
  return ok([{ type: 'conclusionWithdrawn', data: { itemId, reason, at: now } }])
}
