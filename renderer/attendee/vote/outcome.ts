import type { Outcome } from '../../../shared/meeting/voting/outcome.ts'

/** How an ending is marked: gold is for what has passed alone. */
export const outcomeTags: Readonly<Record<Outcome, 'passed' | 'amber' | ''>> = {
  passed: 'passed',
  notPassed: '',
  invalid: 'amber',
  counted: '',
  objected: 'amber',
  notCounted: '',
}
