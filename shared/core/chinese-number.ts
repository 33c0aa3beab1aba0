const DIGITS = '零一二三四五六七八九'

/** 1 to 9999 in Chinese: 一, 十二, 二十, 一百零五. */
export function chineseNumber(number: number): string {
  if (number < 10) return DIGITS.charAt(number)
  if (number < 20) return `十${number === 10 ? '' : DIGITS.charAt(number - 10)}`
  const [unit, name] = number >= 1_000 ? [1_000, '千'] : number >= 100 ? [100, '百'] : [10, '十']
  const rest = number % unit
  const head = `${DIGITS.charAt(Math.floor(number / unit))}${name}`
  if (rest === 0) return head
  if (unit === 10) return `${head}${DIGITS.charAt(rest)}`
  // In the middle of a number ten is 一十, and a place left empty is said once.
  return `${head}${rest < unit / 10 ? '零' : ''}${rest < 20 && rest > 9 ? '一' : ''}${chineseNumber(rest)}`
}
