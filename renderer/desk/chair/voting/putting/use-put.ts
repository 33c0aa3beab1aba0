import { voteId } from '../../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { randomBytes } from '../../../../connection/browser-runtime.ts'
import { forgetDraft } from '../../../../connection/use-draft.ts'
import { useDesk } from '../../../desk-context.tsx'
import { motionDraft, planDraft, repeatedOn } from '../use-motion.ts'

type Put = (type: 'openVote' | 'draftVote', motion: string, terms: Terms) => Promise<boolean>

/** Puts words to the vote on an item, now or later; what was kept of them on this laptop is forgotten once it is done. */
export function usePut(item: AgendaItem): Put {
  const { act, meeting } = useDesk()
  const repeated = repeatedOn(meeting, item)
  return async (type, motion, terms) => {
    const { ok } = await act(type, {
      ...{ voteId: voteId.mint(randomBytes), itemId: item.itemId, motion: motion.trim(), terms },
      ...(repeated === null ? {} : { repeats: repeated.voteId }),
    })
    if (ok) for (const name of [motionDraft(meeting, item), planDraft(meeting, item)]) forgetDraft(name)
    return ok
  }
}
