import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { useDraft } from '../../../connection/use-draft.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * 拟表决的话 of an item, kept on this laptop: still there when the vote was void, another once it has been decided. Whoever
 * uses it is drawn afresh, by `key`, when `decidedOn` changes.
 */
export const useMotion = (meeting: HeldMeeting, item: AgendaItem) =>
  useDraft(`motion.${item.itemId}.${decidedOn(meeting, item)}`, '', isText)

/** How many votes on an item have ended with a verdict that stands. */
export const decidedOn = ({ voting }: HeldMeeting, { itemId }: AgendaItem): number =>
  voting.past.filter((vote) => vote.itemId === itemId && vote.phase === 'closed').length
