import type { OpenVote } from '../../../shared/meeting/voting/state.ts'

/** ，领纸票 3 张: papers in the box are not among the ballots received. */
export const papersWords = ({ issued, terms }: Pick<OpenVote, 'issued' | 'terms'>): string =>
  terms.channels.paper === 'secret' ? `，领纸票 ${issued} 张` : ''
