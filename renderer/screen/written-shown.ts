import type { ItemId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { WrittenVote } from '../../shared/meeting/written-votes/state.ts'

export type OpenWritten = Extract<WrittenVote, { phase: 'open' }>
export type ClosedWritten = Extract<WrittenVote, { phase: 'closed' }>
/** At least one. */
export type OpenWrittens = readonly [OpenWritten, ...OpenWritten[]]

/** What is asked in writing about an item, while the papers are out; null: nothing. */
export function askedInWriting(
  { writtenVotes }: Pick<HeldMeeting, 'writtenVotes'>,
  itemId: ItemId | null,
): OpenWrittens | null {
  const [first, ...others] = writtenVotes.flatMap((vote) =>
    vote.phase === 'open' && vote.itemId === itemId ? [vote] : [],
  )
  return first === undefined ? null : [first, ...others]
}

/** The written vote that was counted last, of whatever item; undefined: none, or it was declared void since. */
export const lastCounted = ({ writtenVotes }: Pick<HeldMeeting, 'writtenVotes'>): ClosedWritten | undefined =>
  writtenVotes
    .flatMap((vote) => (vote.phase === 'closed' ? [vote] : []))
    .reduce<ClosedWritten | undefined>(
      (last, vote) => (last === undefined || vote.closedAt >= last.closedAt ? vote : last),
      undefined,
    )
