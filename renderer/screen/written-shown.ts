import type { ItemId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { WrittenVerdict } from '../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../shared/meeting/written-votes/state.ts'

export type OpenWritten = Extract<WrittenVote, { phase: 'open' }>
export type ClosedWritten = Extract<WrittenVote, { phase: 'closed' }>
type VoidWritten = Extract<WrittenVote, { phase: 'void' }>
/** Declared void once its result had been told. */
export type AnnulledWritten = VoidWritten & { readonly verdict: WrittenVerdict }
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

/** When it was counted or declared void, ms since 1970. */
export const writtenEnd = (vote: ClosedWritten | VoidWritten): number =>
  vote.phase === 'closed' ? vote.closedAt : vote.voidedAt

/** The one of them that was counted or declared void last; undefined: all are open. */
export const lastEnded = (votes: readonly WrittenVote[]): ClosedWritten | VoidWritten | undefined =>
  votes
    .flatMap((vote) => (vote.phase === 'open' ? [] : [vote]))
    .reduce<ClosedWritten | VoidWritten | undefined>(
      (last, vote) => (last === undefined || writtenEnd(vote) >= writtenEnd(last) ? vote : last),
      undefined,
    )

/** Whether there is, or was, a result to tell of. */
export const wasCounted = (vote: WrittenVote): vote is ClosedWritten | AnnulledWritten =>
  vote.phase !== 'open' && vote.verdict !== null
