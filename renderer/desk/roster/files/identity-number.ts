/** 公民身份号码 (GB 11643): 18 places with a date of birth in the middle. The last place is not checked: a table may have rounded it. */
const NUMBER = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/
/** The 15 places of before 1999. */
const OLD_NUMBER = /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/

/** Whether the text holds what looks like the number of an identity card, which is never read or shown. */
export function holdsIdentityNumber(text: string): boolean {
  if (text.length < 15) return false
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '')
  return NUMBER.test(plain) || OLD_NUMBER.test(plain)
}
