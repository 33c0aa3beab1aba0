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
  return to === -1 ? sentence : `${sentence.slice(0, from)}${sentence.slice(to + 1)}`
}

/** Where a name begins a sentence; -1 where it does not. */
function afterStop(text: string, name: string): number {
  const place = text.indexOf(`。${name}`)
  return place === -1 ? -1 : place + 1
}
