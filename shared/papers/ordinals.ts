import { chineseNumber } from '../core/chinese-number.ts'

const CIRCLED_ONE = 0x2460
const LAST_CIRCLED = 20

/** 层次序数 (GB/T 9704-2012 7.3.3): 一、（一）1.（1）; deeper than the standard goes, ①. */
export function ordinal(level: 1 | 2 | 3 | 4 | 5, number: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(number)}、`
    case 2:
      return `（${chineseNumber(number)}）`
    case 3:
      return `${number}.`
    case 4:
      return `（${number}）`
    case 5:
      return number <= LAST_CIRCLED ? String.fromCharCode(CIRCLED_ONE + number - 1) : `（${number}）`
  }
}
