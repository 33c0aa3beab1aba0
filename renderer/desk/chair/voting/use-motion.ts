import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { outcomeOf } from '../../../../shared/meeting/voting/outcome.ts'
import { repeatsNothing } from '../../../../shared/meeting/voting/repetition.ts'
import type { PastVote } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { useDraft } from '../../../connection/use-draft.ts'
import { isPlan, planLike, planOf, templatesOf, type VotePlan } from './vote-plan.ts'

/** As long as the host takes it. */
export const MAX_MOTION = 300

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * 拟表决的话 of an item, kept on this laptop. It begins with the title, with the words of a vote that was void, or, once
 * something has been decided or drafted, with nothing. Whoever uses it is drawn afresh, by `key`, when `roundOf` changes.
 */
export const useMotion = (meeting: HeldMeeting, item: AgendaItem) =>
  useDraft(motionDraft(meeting, item), firstMotion(meeting, item), isText)

/** How it is going to be held, kept in the same way. */
export const usePlan = (meeting: HeldMeeting, item: AgendaItem) =>
  useDraft<VotePlan>(planDraft(meeting, item), firstPlan(meeting, item), isPlan)

export const motionDraft = (meeting: HeldMeeting, item: AgendaItem): string =>
  `motion.${item.itemId}.${roundOf(meeting, item)}`

export const planDraft = (meeting: HeldMeeting, item: AgendaItem): string =>
  `vote-plan.${item.itemId}.${roundOf(meeting, item)}`

/** Changes with every vote on an item that ends or is declared void: then another one is put together. */
export function roundOf({ voting }: HeldMeeting, { itemId }: AgendaItem): string {
  const past = voting.past.filter((vote) => vote.itemId === itemId)
  return `${past.length}.${past.filter((vote) => vote.phase === 'void').length}`
}

/** The vote that is to be held again: it was declared void, and nothing has ended since. */
export function repeatedOn({ voting }: HeldMeeting, { itemId }: AgendaItem): PastVote | null {
  const endedAt = (vote: PastVote) => (vote.phase === 'void' ? vote.voidedAt : vote.closedAt)
  const last = voting.past
    .filter((vote) => vote.itemId === itemId)
    .reduce<PastVote | null>((found, vote) => (found === null || endedAt(vote) >= endedAt(found) ? vote : found), null)
  // An amendment goes with the proposal that it changes: it is drafted again.
  if (last?.phase !== 'void' || last.amendment !== null) return null
  const { motion, voteId } = last
  return repeatsNothing(voting, { itemId, motion, repeats: voteId }) ? null : last
}

/** The words to which somebody objected last, where nothing has been drafted since: they are put to the vote now. */
export function objectedOn({ voting }: HeldMeeting, { itemId }: AgendaItem): string | null {
  const last = voting.past.filter((vote) => vote.itemId === itemId).at(-1)
  if (last?.phase !== 'closed' || outcomeOf(last.verdict) !== 'objected') return null
  return voting.drafts.some((draft) => draft.itemId === itemId && draft.motion === last.motion) ? null : last.motion
}

/** Whether what is put together still looks like the void vote: the same words, or the same kind of question. */
export const looksRepeated = (repeated: PastVote, motion: string, { question }: Terms): boolean =>
  sameWords(repeated, motion) || question.kind === repeated.terms.question.kind

export const sameWords = (repeated: PastVote, motion: string): boolean => motion.trim() === repeated.motion

function firstMotion(meeting: HeldMeeting, item: AgendaItem): string {
  const repeated = repeatedOn(meeting, item)
  if (repeated !== null) return repeated.motion
  const objected = objectedOn(meeting, item)
  if (objected !== null) return objected
  const { drafts, past } = meeting.voting
  return [...drafts, ...past].some((vote) => vote.itemId === item.itemId) ? '' : item.title.slice(0, MAX_MOTION)
}

function firstPlan(meeting: HeldMeeting, item: AgendaItem): VotePlan {
  const repeated = repeatedOn(meeting, item)
  if (repeated !== null) return planLike(repeated.terms)
  const [usual = 'named'] = templatesOf(meeting.form)
  return planOf(usual, meeting)
}
