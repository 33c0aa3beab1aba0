import type { AskedKind, Way } from './ways-to-ask.ts'

/** What is asked for, in a word. */
export const wayNames: Readonly<Record<AskedKind, string>> = {
  ordinary: '再报一次名',
  answer: '答复',
  question: '插问',
  intervention: '回应说明',
  pointOfOrder: '程序问题',
}

/** What is on the key of a way to ask. */
export function wayName({ kind, to }: Pick<Way, 'kind' | 'to'>): string {
  if (to === null) return wayNames[kind]
  return to.kind === 'intervention' ? '答复这段说明' : '答复提问'
}

/** What it is for, to somebody who has never used it, and the key that does it. */
export const wayStories: Readonly<
  Record<'question' | 'intervention' | 'pointOfOrder', { readonly what: string; readonly go: string }>
> = {
  question: { what: '插问：正在发言的人先停下，您问一句，问完他接着说。', go: '我要插问' },
  intervention: { what: '回应说明：说到您或您的单位，您回应或说明一句，排在普通发言前面。', go: '我要回应说明' },
  pointOfOrder: { what: '程序问题：说会怎么开，比如超时了、跑题了、听不清，不说议题本身。', go: '我要提程序问题' },
}

/** What whoever has the floor is asked to do. */
export const turnWords: Readonly<Record<AskedKind | 'departmentAnswer', string>> = {
  ordinary: '请您发言',
  answer: '请您答复',
  departmentAnswer: '请您答题',
  question: '请您提问',
  intervention: '请您回应',
  pointOfOrder: '请您说程序问题',
}
