import type { Share } from '../../../shared/rules/rule.ts'

/** A fraction as it is being typed: either number may still be missing. */
export type ShareDraft = { readonly num: number | null; readonly den: number | null }

/** As in the rules' own schema. */
const LARGEST_PART = 1_000

/** Fractions that laws and statutes use, and their names. */
export const usualShares = [
  { share: { num: 1, den: 2 }, words: '一半（1/2）' },
  { share: { num: 2, den: 3 }, words: '三分之二（2/3）' },
  { share: { num: 3, den: 4 }, words: '四分之三（3/4）' },
  { share: { num: 4, den: 5 }, words: '五分之四（4/5）' },
  { share: { num: 1, den: 1 }, words: '全部' },
] as const satisfies readonly { readonly share: Share; readonly words: string }[]

export const keyOfShare = ({ den, num }: ShareDraft): string => `${num}/${den}`

const isPart = (part: number | null): part is number =>
  part !== null && Number.isInteger(part) && part > 0 && part <= LARGEST_PART

/** The fraction, when both numbers can be part of one. */
export const shareOf = ({ den, num }: ShareDraft): Share | null => (isPart(num) && isPart(den) ? { num, den } : null)
