/**
 * A fraction of whole numbers, exactly: 10, 10.5, else a mixed fraction such as 13又1/3. With `decimals` every fraction
 * that ends as a decimal is written as one: 925.9275.
 */
export function exactText(num: bigint, den: bigint, decimals = false): string {
  const divisor = greatestCommonDivisor(num, den)
  const lowest = den / divisor
  const whole = num / den
  const rest = (num % den) / divisor
  if (rest === 0n) return whole.toString()
  const places = decimals ? decimalPlaces(lowest) : lowest === 2n ? 1 : null
  if (places !== null) return `${whole}.${((rest * 10n ** BigInt(places)) / lowest).toString().padStart(places, '0')}`
  return `${whole === 0n ? '' : `${whole}又`}${rest}/${lowest}`
}

/** How many decimal places 1/den has, null when they never end. */
function decimalPlaces(den: bigint): number | null {
  let rest = den
  const powerOf = (prime: bigint): number => {
    let power = 0
    for (; rest % prime === 0n; rest /= prime) power += 1
    return power
  }
  const places = Math.max(powerOf(2n), powerOf(5n))
  return rest === 1n ? places : null
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
