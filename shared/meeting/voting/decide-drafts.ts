import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { opening } from './decide-life.ts'
import { draftOf } from './state.ts'

/** A vote that is to come, or a 修正案 to one: everybody reads it with its rule before it opens. */
export function draftVote(
  { agenda, usedIds, voting }: MeetingBody,
  data: MeetingCommandOf<'draftVote'>,
  { now }: Context,
): MeetingDecision {
  if (hasId(usedIds, data.voteId)) return refuse({ code: 'voteExists' })
  const item = agenda[lastIndexOf(agenda, data.itemId)]
  if (item === undefined) return refuse({ code: 'itemUnknown' })
  if (item.phase === 'finished') return refuse({ code: 'itemNotRunning' })
  if (data.amendment !== undefined) {
    const proposal = draftOf(voting, data.amendment.voteId)
    if (proposal === null || proposal.itemId !== data.itemId) return refuse({ code: 'proposalGone' })
    // 修正案的修正案 is more than any of these meetings has ever needed.
    if (proposal.amendment !== null) return refuse({ code: 'proposalIsAmendment' })
  }
  return ok([{ type: 'voteDrafted', data: { ...data, at: now } }])
}

export function reviseDraft(
  { voting }: MeetingBody,
  data: MeetingCommandOf<'reviseDraft'>,
  { now }: Context,
): MeetingDecision {
  if (draftOf(voting, data.voteId) === null) return refuse({ code: 'draftUnknown' })
  return ok([{ type: 'draftRevised', data: { ...data, at: now } }])
}

/** Its amendments go with it. */
export function dropDraft({ voting }: MeetingBody, data: MeetingCommandOf<'dropDraft'>): MeetingDecision {
  if (draftOf(voting, data.voteId) === null) return refuse({ code: 'draftUnknown' })
  return ok([{ type: 'draftDropped', data }])
}

/** 修正案 are voted on before the proposal that they would change. */
export function openDraft(
  meeting: MeetingBody,
  { voteId }: MeetingCommandOf<'openDraft'>,
  context: Context,
): MeetingDecision {
  const { voting } = meeting
  const draft = draftOf(voting, voteId)
  if (draft === null) return refuse({ code: 'draftUnknown' })
  if (voting.drafts.some(({ amendment }) => amendment?.voteId === voteId)) return refuse({ code: 'amendmentFirst' })
  const { amendment, itemId, motion, terms, versions } = draft
  return opening(
    meeting,
    {
      ...{ voteId, itemId, motion, terms },
      ...(amendment === null ? {} : { amendment }),
      ...(versions.length < 2 ? {} : { versions }),
    },
    context,
  )
}
