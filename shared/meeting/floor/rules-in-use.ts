import type { ItemId } from '../../core/ids.ts'
import type { SpeakingRules } from '../../formats/speaking-rules.ts'
import type { MeetingBody } from '../state.ts'

type Ruled = Pick<MeetingBody, 'floor' | 'form' | 'speakingSeconds'>

/** 发言规则 of an item (seconds: how long one may speak): its own where somebody set them, else the meeting's. */
export function rulesOf(
  { floor, form, speakingSeconds }: Ruled,
  itemId: ItemId | null,
): { readonly seconds: number; readonly rules: SpeakingRules } {
  const own = floor.itemRules.find((entry) => entry.itemId === itemId)
  return own ?? { seconds: speakingSeconds, rules: form.speeches }
}

/** The rules of the item that is being discussed. */
export const currentRules = (meeting: Ruled & Pick<MeetingBody, 'runningItem'>): SpeakingRules =>
  rulesOf(meeting, meeting.runningItem).rules
