import type { AmountKey, Amounts } from './input-keys.ts'

/** Amounts added up, the negative ones taken away. */
export type Sum = readonly { readonly key: AmountKey; readonly amount: bigint; readonly negative?: true }[]

/** Two sums that should be equal, or of which the first should not be the larger one. */
export type Mismatch = { readonly left: Sum; readonly relation: 'equals' | 'atMost'; readonly right: Sum }

export const totalOf = (sum: Sum): bigint =>
  sum.reduce((total, { amount, negative }) => (negative ? total - amount : total + amount), 0n)

/** The amounts entered under these keys; a `-` in front takes one away. Null when one of them is not there. */
export function sumOf(amounts: Amounts, ...keys: readonly (AmountKey | `-${AmountKey}`)[]): Sum | null {
  const sum = keys.flatMap((signed) => {
    const key = signed.replace('-', '') as AmountKey
    const amount = amounts[key]
    return amount === undefined ? [] : [{ key, amount, ...(signed.startsWith('-') ? { negative: true as const } : {}) }]
  })
  return sum.length === keys.length ? sum : null
}

/** What was entered under any of these keys. */
export const partSum = (amounts: Amounts, keys: readonly AmountKey[]): Sum =>
  keys.flatMap((key) => sumOf(amounts, key) ?? [])

/** A fault when both sums are known and are not equal. */
export const equal = (left: Sum | null, right: Sum | null): readonly Mismatch[] =>
  left === null || right === null || totalOf(left) === totalOf(right) ? [] : [{ left, relation: 'equals', right }]

/** A fault when both sums are known and the first is larger. */
export const atMost = (left: Sum | null, right: Sum | null): readonly Mismatch[] =>
  left === null || right === null || totalOf(left) <= totalOf(right) ? [] : [{ left, relation: 'atMost', right }]
