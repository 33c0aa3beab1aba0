import type { Terms } from '../../shared/meeting/voting/terms.ts'
import { withoutRows } from '../../shared/papers/without-rows.ts'

/** The sentence of a result for the foot of its page, without what stands on the page already: the rows and the source. */
export function saidText({ question, rule }: Pick<Terms, 'question' | 'rule'>, sentence: string): string {
  return withoutRows(question, rule === null ? sentence : (sentence.split('依据：')[0] ?? sentence))
}
