import { type VoteId, voteId } from '../../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { randomBytes } from '../../../../connection/browser-runtime.ts'
import { forgetDraft } from '../../../../connection/use-draft.ts'
import { useDesk } from '../../../desk-context.tsx'
import { motionDraft, planDraft } from '../use-motion.ts'

type Proposed = {
  readonly motion: string
  readonly terms: Terms
  /** The void vote that is held again; null: it is another one. */
  readonly repeats: VoteId | null
}

type Put = (type: 'openVote' | 'draftVote', proposed: Proposed) => Promise<boolean>

/** Puts words to the vote on an item, now or later; what was kept of them on this laptop is forgotten once it is done. */
export function usePut(item: AgendaItem): Put {
  const { act, meeting } = useDesk()
  return async (type, { motion, repeats, terms }) => {
    const { ok } = await act(type, {
      ...{ voteId: voteId.mint(randomBytes), itemId: item.itemId, motion: motion.trim(), terms },
      ...(repeats === null ? {} : { repeats }),
    })
    if (ok) for (const name of [motionDraft(meeting, item), planDraft(meeting, item)]) forgetDraft(name)
    return ok
  }
}
