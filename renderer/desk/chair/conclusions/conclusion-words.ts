import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { MeetingForm } from '../../../../shared/formats/format.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'

export type Outcome = HeldMeeting['conclusions'][number]['outcome']

/** How long a conclusion may be: it becomes a resolution. */
export const MAX_CONCLUSION = 300

/** What must be on record of something that was done first (急哨). */
const DISPATCH = ['何时何地：', '到场单位：', '已采取措施：', '后续：']

/** How an item can end in this form, the usual end first. */
export const outcomesOf = ({ decision }: Pick<MeetingForm, 'decision'>): readonly Outcome[] =>
  decision === 'record' ? ['handled'] : ['reached', 'notReached']

/** What the field holds before anybody has typed: the lines to be filled in, or what is on record as agreed. */
export function suggestedConclusion({ form, minutes }: HeldMeeting, { itemId }: AgendaItem): string {
  if (form.actFirst) return DISPATCH.join('\n')
  const agreed = entriesOf(minutes, itemId).filter((point) => point.kind === 'agreed')
  const words = agreed.map(({ text }) => text.trim().replace(/[。；;]+$/, '')).join('；')
  return words.length > MAX_CONCLUSION ? '' : words
}

/** What keeps a conclusion from being put down, in words; null when nothing does. */
export function conclusionFault({ form }: Pick<HeldMeeting, 'form'>, text: string): string | null {
  if (conclusionWords(text) === '') {
    if (text.trim() !== '') return '请在冒号后面填上处置情况。'
    return form.decision === 'record' ? '请写下处置了什么。' : '请写一句：大家同意做什么，或者分歧在哪里。'
  }
  return null
}

/** What was typed, without the lines behind which nothing was filled in. */
export const conclusionWords = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !DISPATCH.includes(line.trim()))
    .join('\n')
    .trim()
