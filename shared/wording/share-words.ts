import { chineseNumber } from '../core/chinese-number.ts'
import type { Share } from '../rules/rule.ts'

/** A share as it is said: 半数, 三分之二, 全部. */
export function shareWords({ den, num }: Share): string {
  if (num * 2 === den) return '半数'
  return num === den ? '全部' : `${chineseNumber(den)}分之${chineseNumber(num)}`
}
