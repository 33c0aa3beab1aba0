import type { ItemId, VoteId } from '../../core/ids.ts'
import type { TextVersion, Voting } from './state.ts'

type Repetition = { readonly itemId: ItemId; readonly motion: string; readonly repeats?: VoteId | undefined }

/** Whether something else than a void vote on the same item is said to be held again. */
export const repeatsNothing = (voting: Voting, { itemId, repeats }: Repetition): boolean =>
  repeats !== undefined &&
  !voting.past.some((vote) => vote.voteId === repeats && vote.itemId === itemId && vote.phase === 'void')

/** How the words have read so far, those of the void vote that is held again included. */
export function versionsOf(voting: Voting, { motion, repeats }: Repetition, at: number): readonly TextVersion[] {
  const before = voting.past.find((vote) => vote.voteId === repeats)?.versions ?? []
  return before[before.length - 1]?.text === motion ? before : [...before, { text: motion, at, by: null }]
}
