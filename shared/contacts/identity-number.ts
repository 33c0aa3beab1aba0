/** What people put between the groups of a number. */
const GAP = '[\\s\\p{Pd}\\u2212]{0,3}'
const MONTH = '(?:0[1-9]|1[0-2])'
const DAY = '(?:0[1-9]|[12]\\d|3[01])'
const CENTURY = '(?:18|19|20)'

/** No longer row of digits has the number in it. A look behind would break pages in Safari 15. */
const alone = (number: string): RegExp => new RegExp(`(?:^|\\D)${number}(?!\\d)`, 'u')

const NUMBERS: readonly RegExp[] = [
  // 公民身份号码 (GB 11643): 17 digits and a digit or X. In one row it is taken for one whatever the digits say.
  alone('\\d{17}[\\dXx]'),
  // In the groups in which it is said, 6-8-4 or finer: region, date of birth, serial. 9 begins those of foreigners.
  alone(`[1-9]\\d{5}${GAP}${CENTURY}\\d{2}${GAP}${MONTH}${GAP}${DAY}${GAP}\\d{3}${GAP}[\\dXx]`),
  // In fours, as the number of a bank card is written.
  alone(`[1-9]\\d{3}${GAP}\\d{2}${CENTURY}${GAP}\\d{2}${MONTH}${GAP}${DAY}\\d{2}${GAP}\\d[\\dXx]`),
  // The 15 digits of before 1999: the year has two, and there is no check digit.
  alone(`[1-8]\\d{5}${GAP}\\d{2}${MONTH}${DAY}${GAP}\\d{3}`),
]

/**
 * Whether any of these texts holds what looks like the number of an identity card, which is never taken, whatever field
 * it stands in. Full width counts. Its check digit is not asked for: a table may have rounded it. Two telephone numbers
 * behind each other are no such number.
 */
export const holdsIdNumber = (texts: readonly (string | null | undefined)[]): boolean => texts.some(looksLikeOne)

function looksLikeOne(text: string | null | undefined): boolean {
  if (text == null || text.length < 15) return false
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  return NUMBERS.some((number) => number.test(plain))
}
