const DIGITS = '零一二三四五六七八九'

/** 1 to 99 as Chinese numerals: 一, 十, 十二, 二十一. */
export function chineseNumber(value: number): string {
  if (value < 10) return DIGITS[value] ?? String(value)
  if (value > 99) return String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}
