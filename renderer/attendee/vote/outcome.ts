import type { StoredVerdict } from '../../../shared/meeting/voting/state.ts'

type Outcome = { readonly word: '通过' | '未通过' | '表决无效'; readonly tag: 'passed' | 'amber' | '' }

/** How a vote ended, in one word, and how it is marked: gold is for what has passed alone. */
export function outcomeOf({ passed, valid }: StoredVerdict): Outcome {
  if (!valid) return { word: '表决无效', tag: 'amber' }
  return passed ? { word: '通过', tag: 'passed' } : { word: '未通过', tag: '' }
}
