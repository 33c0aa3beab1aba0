import { chineseNumber } from '../../shared/core/chinese-number.ts'

/** A number of things before a measure word: 两项 and not 二项. */
export const chineseCount = (count: number): string => (count === 2 ? '两' : chineseNumber(count))
