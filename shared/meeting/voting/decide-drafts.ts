import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import type { ItemId, VoteId } from '../../core/ids.ts'
import { lastIndexOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision, MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { wasAmended } from './amendments-first.ts'
import { opening } from './decide-life.ts'
import { repeatsNothing, versionsOf } from './repetition.ts'
import { draftOf, type Voting } from './state.ts'
import { unfitTerms } from './unfit-terms.ts'

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
  if (repeatsNothing(voting, data)) return refuse({ code: 'repeatsNothing' })
  const unfit = unfitDraft(voting, data.itemId, data)
  if (unfit !== null) return refuse(unfit)
  const versions = versionsOf(voting, data, now)
  if (wasAmended(voting, versions, data.motion)) return refuse({ code: 'motionAmended' })
  const draft = { ...data, ...against(voting, data), at: now, ...(versions.length < 2 ? {} : { versions }) }
  return ok([{ type: 'voteDrafted', data: draft }])
}

export function reviseDraft(
  { voting }: MeetingBody,
  data: MeetingCommandOf<'reviseDraft'>,
  { now }: Context,
): MeetingDecision {
  const draft = draftOf(voting, data.voteId)
  if (draft === null) return refuse({ code: 'draftUnknown' })
  const busy = amendmentRuns(voting, data.voteId)
  if (busy !== null) return refuse(busy)
  // What was drafted as a proposal stays one.
  if (draft.amendment === null && data.amendment !== undefined) return refuse({ code: 'proposalGone' })
  const unfit = unfitDraft(voting, draft.itemId, data)
  if (unfit !== null) return refuse(unfit)
  if (wasAmended(voting, draft.versions, data.motion)) return refuse({ code: 'motionAmended' })
  return ok([{ type: 'draftRevised', data: { ...data, ...against(voting, data), at: now } }])
}

function unfitDraft(
  voting: Voting,
  itemId: ItemId,
  { amendment, terms }: Pick<MeetingCommandOf<'reviseDraft'>, 'amendment' | 'terms'>,
): MeetingRejection | null {
  const unfit = terms === undefined ? null : unfitTerms(terms)
  if (unfit !== null || amendment === undefined) return unfit
  if (terms?.rule === null) return { code: 'amendmentNeedsRule' }
  const proposal = draftOf(voting, amendment.voteId)
  if (proposal === null || proposal.itemId !== itemId) return { code: 'proposalGone' }
  // 修正案的修正案 is more than any of these meetings has ever needed.
  return proposal.amendment === null ? null : { code: 'proposalIsAmendment' }
}

/** The words that an amendment is written against: once these are others, it has to be written anew. */
function against(voting: Voting, { amendment }: Pick<MeetingCommandOf<'reviseDraft'>, 'amendment'>) {
  const proposal = amendment === undefined ? null : draftOf(voting, amendment.voteId)
  return amendment === undefined || proposal === null ? {} : { amendment: { ...amendment, of: proposal.motion } }
}

/** A proposal stays as it is while people vote on an amendment to it. */
function amendmentRuns({ held, open }: Voting, voteId: VoteId): MeetingRejection | null {
  if (open?.amendment?.voteId === voteId) return { code: 'voteIsOpen' }
  return held?.amendment?.voteId === voteId ? { code: 'resultNotPublished' } : null
}

/** Its amendments go with it. */
export function dropDraft({ voting }: MeetingBody, data: MeetingCommandOf<'dropDraft'>): MeetingDecision {
  if (draftOf(voting, data.voteId) === null) return refuse({ code: 'draftUnknown' })
  const busy = amendmentRuns(voting, data.voteId)
  if (busy !== null) return refuse(busy)
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
  const { amendment, itemId, motion, repeats, terms, versions } = draft
  const proposal = amendment === null ? null : draftOf(voting, amendment.voteId)
  if (amendment?.of !== undefined && proposal !== null && proposal.motion !== amendment.of) {
    return refuse({ code: 'amendmentOutdated' })
  }
  return opening(
    meeting,
    {
      ...{ voteId, itemId, motion, terms },
      ...(repeats === null ? {} : { repeats }),
      ...(amendment === null ? {} : { amendment }),
      ...(versions.length < 2 ? {} : { versions }),
    },
    context,
  )
}
