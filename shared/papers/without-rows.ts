import { rowNames } from '../meeting/voting/marks.ts'
import type { Question } from '../meeting/voting/terms.ts'

/** The sentence of a result without the figures of its rows, for where they stand beside it; never reworded otherwise. */
export function withoutRows(question: Question, sentence: string): string {
  const names = rowNames(question)
  const [first] = names
  const last = names[names.length - 1]
  if (first == null || last == null) return sentence
  const from = afterStop(sentence, first)
  const lastFrom = from === -1 ? -1 : sentence.indexOf(last, from)
  const to = lastFrom === -1 ? -1 : sentence.indexOf('。', lastFrom + last.length)
  if (to === -1) return sentence
  // 共 3 票：
  return `${sentence.slice(0, from).replace(/：$/, '。')}${sentence.slice(to + 1)}`
}

/** Where a name begins a sentence, or stands behind 共 N 票, with which it does; -1 where it does not. */
function afterStop(text: string, name: string): number {
  for (let place = text.indexOf('。'); place !== -1; place = text.indexOf('。', place + 1)) {
    const rest = text.slice(place + 1)
    const [ballots = ''] = /^共 \d+ 票：/.exec(rest) ?? []
    if (rest.startsWith(name, ballots.length)) return place + 1 + ballots.length
  }
  return -1
}
