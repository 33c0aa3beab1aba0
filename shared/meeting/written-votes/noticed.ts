import type { ItemId } from '../../core/ids.ts'
import type { MeetingBody } from '../state.ts'

type Noticed = Pick<MeetingBody, 'agenda' | 'noticedOn' | 'region' | 'startsAt'>

type Asked = { readonly itemId: ItemId; readonly noticedOn?: string | null | undefined }

/**
 * The meeting as the notice of a written vote shows it that is opened at `at` (ms since 1970). A notice of its own tells
 * its item, and its days run to the opening, when papers may go out. Without one the meeting's notice counts, to the
 * meeting's beginning.
 */
export function noticedMeeting<Meeting extends Noticed>(
  meeting: Meeting,
  { itemId, noticedOn }: Asked,
  at: number,
): Meeting {
  if (noticedOn == null) return meeting
  const agenda = meeting.agenda.map((item) => (item.itemId === itemId ? { ...item, announced: true } : item))
  return { ...meeting, agenda, noticedOn, startsAt: at }
}
