/** The marks people know from paper ballots, beside their words: the house takes no side. */
export const stanceNames = {
  for: '赞成',
  against: '反对',
  addition: '补充',
  question: '提问',
  abstain: '弃权',
} as const

export type StanceKey = keyof typeof stanceNames
