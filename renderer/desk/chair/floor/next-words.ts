import type { SeatId } from '../../../../shared/core/ids.ts'
import { speechKindNames } from '../../../../shared/wording/speech-words.ts'
import type { NextStep } from './next-step.ts'

/** What is written on the one act that is next: a long name gives way to the words around it. */
export type NextWords = {
  readonly before: string
  readonly name: string
  readonly after: string
  readonly hint: string
}

export function nextWords(step: NextStep | null, nameOf: (seatId: SeatId | null) => string): NextWords {
  switch (step?.act) {
    case 'call':
      return { before: '下一位：', name: nameOf(step.place.seatId), after: '', hint: '请他说' }
    case 'resume':
      return { before: '请', name: nameOf(step.speech.seatId), after: '继续', hint: '接着计时' }
    case 'end': {
      const { kind } = step.speech
      return { before: kind === 'ordinary' ? '' : speechKindNames[kind], name: '', after: '说完', hint: '记下用了多久' }
    }
    default:
      return { before: '下一位：', name: '没有人等候', after: '', hint: '请他说' }
  }
}
