import { speechStanceNames } from '../../shared/wording/speech-words.ts'

/** The marks people know from paper ballots, beside their words: the house takes no side. */
export const stanceNames = { ...speechStanceNames, abstain: '弃权' } as const

export type StanceKey = keyof typeof stanceNames
