import type { OpenVote } from './state.ts'

/** 实到 of a vote: who may vote in it, or where nobody is signed in one by one how many people there are. */
export const presentIn = ({ electors, headcount }: Pick<OpenVote, 'electors' | 'headcount'>): number =>
  headcount ?? electors.length
