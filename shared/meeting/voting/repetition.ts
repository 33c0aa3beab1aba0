import type { ItemId, VoteId } from '../../core/ids.ts'
import type { TextVersion, VoteFrame, Voting } from './state.ts'

type Repetition = { readonly itemId: ItemId; readonly motion: string; readonly repeats?: VoteId | undefined }

/** Whether something else than a void vote on the same item, not held again yet, is said to be held again. */
export const repeatsNothing = (voting: Voting, { itemId, repeats }: Repetition): boolean =>
  repeats !== undefined &&
  (!voting.past.some((vote) => vote.voteId === repeats && vote.itemId === itemId && vote.phase === 'void') ||
    voting.drafts.some((draft) => draft.repeats === repeats) ||
    voting.past.some((vote) => vote.repeats === repeats && vote.phase === 'closed'))

/** How the words have read so far, those of the void vote that is held again included. */
export function versionsOf(voting: Voting, { motion, repeats }: Repetition, at: number): readonly TextVersion[] {
  const past = repeats === undefined ? undefined : voting.past.find((vote) => vote.voteId === repeats)
  const before = past === undefined ? [] : readings(past)
  return before[before.length - 1]?.text === motion ? before : [...before, { text: motion, at, by: null }]
}

const readings = ({ motion, openedAt, versions }: VoteFrame): readonly TextVersion[] =>
  versions.length > 0 ? versions : [{ text: motion, at: openedAt, by: null }]
