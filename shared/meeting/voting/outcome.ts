import type { StoredVerdict } from './state.ts'

export type Outcome = NonNullable<StoredVerdict['outcome']>

/** How a vote ended; journals of earlier versions knew of three endings only. */
export const outcomeOf = ({ outcome, passed, valid }: Pick<StoredVerdict, 'outcome' | 'passed' | 'valid'>): Outcome =>
  outcome ?? (valid ? (passed ? 'passed' : 'notPassed') : 'invalid')
