import { daysBetween } from '../../../shared/core/china-time.ts'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { DRAFT_PREFIX, type Place } from '../../connection/keeping-place.ts'
import { isRosterEdit, type RosterEdit } from './roster-edit.ts'

/** What nobody has come back to for so long is given up: it holds telephones and house numbers. */
const KEPT_DAYS = 30
const FOUNDING = 'council'
const ROSTER = 'roster.'

/** An edit as it is kept on the device; `day` is that of its last change, `YYYY-MM-DD` in China. */
export type KeptEdit = { readonly day: string; readonly edit: RosterEdit }

/** What the edit of a council is kept as; null for a council that is being founded. */
export const draftNameOf = (id: CouncilId | null): string => (id === null ? FOUNDING : ROSTER + id)

/** The edit in what was kept; null where there is none or it is too old. */
export function keptEdit(kept: unknown, today: string): RosterEdit | null {
  if (typeof kept !== 'object' || kept === null || !('day' in kept) || !('edit' in kept)) return null
  const { day, edit } = kept
  if (typeof day !== 'string' || !isRosterEdit(edit)) return null
  // A day that is none is too old as well.
  return daysBetween(day, today) <= KEPT_DAYS ? edit : null
}

/** Removes from the device what was kept of any roster and is too old. */
export function dropOldEdits(place: Place, today: string): void {
  place.removeWhere((name) => isOfRoster(name) && keptEdit(place.read(name), today) === null)
}

const isOfRoster = (name: string): boolean => name === DRAFT_PREFIX + FOUNDING || name.startsWith(DRAFT_PREFIX + ROSTER)
